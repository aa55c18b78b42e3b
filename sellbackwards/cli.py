"""The ``sellbackwards`` command. Exit codes: 0 done; 1 something asked for could not be done; 2 wrong usage."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from typing import Any

import click

from sellbackwards import __version__
from sellbackwards.commands import for_authors, for_instructors, for_learners
from sellbackwards.commands.shared import fail
from sellbackwards.course import IS_CHECKOUT

_FOR_CERTIFICATES = dict.fromkeys(("cryptography", "rfc8785"), "cryptography rfc8785")
"""What only certificates need → what to install for them."""
_STDOUT_IS_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


def _comes_with_any_start(library: str) -> bool:
    """Is it one that the course itself needs (pyproject.toml), not only who writes it?"""
    from importlib import metadata  # takes a third of a start

    try:
        needed = metadata.requires("sellbackwards") or ()
    except metadata.PackageNotFoundError:
        return False
    return any(re.match(r"[\w-]+", line)[0].lower() == library.lower() for line in needed)  # type: ignore[index]


class _Commands(click.Group):
    """The commands; one whose library isn't installed says how to get it."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except OSError as error:
            if error.filename or error.errno not in _STDOUT_IS_FULL:
                raise
            # what is still kept back can't be written either, and Python would try once more as it ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            fail(OSError(f"the output can't be written ({error.strerror}); make room, or send it elsewhere"))
        except ModuleNotFoundError as error:
            name = (error.name or "").partition(".")[0]
            if not name or name == "sellbackwards":
                raise
            extra = " instructor" if name in _FOR_CERTIFICATES else "" if _comes_with_any_start(name) else " author"
            remedy = f"python3 start.py{extra}" if IS_CHECKOUT else f"pip install {_FOR_CERTIFICATES.get(name, name)}"
            fail(click.ClickException(f"{ctx.invoked_subcommand} needs {name}, which isn't installed: {remedy}"))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sellbackwards")
def main() -> None:
    """Selling Backwards: a sales course in notebooks."""
    for stream in (sys.stdout, sys.stderr):
        # Windows writes into a file or a pipe in its old code page, which has no "→" and few people's names.
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
        if isinstance(stream, io.TextIOWrapper):
            # Half an emoji, as JavaScript cuts them, can't be written: it comes out as \\ud83d, which JSON reads back.
            stream.reconfigure(errors="backslashreplace")


for _room in (for_learners, for_instructors, for_authors):
    for _command in _room.COMMANDS:
        main.add_command(_command)


if __name__ == "__main__":
    main()
