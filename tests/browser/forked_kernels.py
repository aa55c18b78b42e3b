"""Kernels that start in a fifth of the time, for the tests: forked from a process that has woken a lesson.

Starting kernels is a third of what a page costs that opens in a JupyterLab which is loaded already, and three quarters of what
nbval's twelve cost in tests/grading/test_nbval.py. Kernels that start as a learner's do are in tests/browser/test_hub.py, in
tests/exercises/test_gate.py, and wherever else notebooks are run without a browser.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import Any

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(
    [
        "ipykernel.ipkernel", "ipykernel.kernelapp", "IPython.core.completer", "debugpy", "pandas",
        "matplotlib.figure", "matplotlib.backends.backend_agg", "matplotlib_inline.backend_inline",
        "sellbackwards.exercises.magic", f"{__package__}.warm_kernel",
    ]
)  # fmt: skip


def register(folder: Path) -> dict[str, str]:
    """Let Jupyter find `Forked` through `folder`; returns the environment that its server needs."""
    about = folder / "forked_kernels-1.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: forked-kernels\nVersion: 1\n")
    (about / "entry_points.txt").write_text(f"[jupyter_client.kernel_provisioners]\nforked = {__name__}:Forked\n")
    return {
        "PYTHONPATH": os.pathsep.join([str(folder), str(Path(__file__).parents[2])]),
        "JUPYTER_DEFAULT_PROVISIONER_NAME": "forked",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",  # what a kernel sets before it imports anything
    }


def _be_a_kernel(command: list[str], env: dict[str, str], cwd: str | None) -> None:
    """What `python -m ipykernel_launcher -f FILE` does, in a process of its own."""
    os.setsid()
    os.environ.clear()
    os.environ.update(env)
    if cwd:
        os.chdir(cwd)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance(argv=command[command.index("-f") :])


class _Process:
    """A forked process, with as much of Popen as Jupyter asks for."""

    stdin = stdout = stderr = None

    def __init__(self, command: list[str], env: dict[str, str], cwd: str | None) -> None:
        self.process = FORKING.Process(target=_be_a_kernel, args=(command, env, cwd), daemon=True)
        self.process.start()
        self.pid = self.process.pid
        self.kill, self.terminate = self.process.kill, self.process.terminate

    def poll(self) -> int | None:
        return self.process.exitcode

    def wait(self) -> int | None:
        self.process.join()
        return self.process.exitcode

    def send_signal(self, number: int) -> None:
        assert self.pid
        with suppress(ProcessLookupError):  # as Popen does
            os.kill(self.pid, number)


class Forked(LocalProvisioner):
    """Jupyter's own provisioner, but for how the process begins."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        process = _Process(cmd, kwargs.get("env") or dict(os.environ), kwargs.get("cwd"))
        self.process = process  # type: ignore[assignment]
        self.pid = self.pgid = process.pid
        self.cwd = kwargs.get("cwd") or Path.cwd()
        return self.connection_info
