"""Answer cells in a real kernel, as JupyterLab runs them: whatever a novice does, a card and never a traceback."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.manager import KernelManager, start_new_kernel

from sellbackwards.exercises.verdict_cards import STYLE
from sellbackwards.exercises.catalogue import exercise_set
from sellbackwards.exercises.kinds import FOR_A_PERSON

SET = "01_sell_backwards"


class Kernel:
    """A kernel, and what it shows for a cell."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def run(self, source: str, cell_id: str | None = None) -> tuple[str, str]:
        """(what the cell shows in plain words, its HTML); fails where it raises or warns."""
        message = self.client.session.msg(
            "execute_request",
            {
                "code": source,
                "silent": False,
                "store_history": True,
                "user_expressions": {},
                "allow_stdin": False,
                "stop_on_error": True,
            },
            metadata={"cellId": cell_id} if cell_id else {},
        )
        self.client.shell_channel.send(message)
        words, html, done = "", "", False
        while not done:
            got = self.client.get_iopub_msg(timeout=30)
            if got["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            kind, content = got["msg_type"], got["content"]
            assert kind != "error", "\n".join(content["traceback"])
            assert kind != "stream", content
            if kind in {"display_data", "execute_result"}:
                words += content["data"]["text/plain"]
                html += content["data"].get("text/html", "")
            done = kind == "status" and content["execution_state"] == "idle"
        return words, html


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    private = tmp_path_factory.mktemp("kernel")
    environment = {**os.environ, "IPYTHONDIR": str(private), "SELLBACKWARDS_HOME": str(private)}
    environment.pop("SELLBACKWARDS_GATE", None)
    manager: KernelManager
    manager, client = start_new_kernel(kernel_name="python3", env=environment)
    yield Kernel(client)
    client.stop_channels()
    manager.shutdown_kernel(now=True)


FOUND = exercise_set(SET)
assert FOUND is not None
EXERCISES = FOUND.exercises
JUDGED = [number for number, one in enumerate(EXERCISES, 1) if one.kind != FOR_A_PERSON]


def model(number: int) -> str:
    return EXERCISES[number - 1].model


def test_an_answer_meets_its_card_before_any_set_up_cell_has_run(kernel: Kernel) -> None:
    words, html = kernel.run(f"%%answer 1.1\n{model(1)}", "answer-1-1")
    assert words.startswith("1.1 ")
    assert "passed" in words
    assert 'class="sb-card sb-passed"' in html


@pytest.mark.parametrize("number", JUDGED)
def test_every_model_answer_passes_in_the_kernel(kernel: Kernel, number: int) -> None:
    words, _ = kernel.run(f"%%answer 1.{number}\n{model(number)}")
    assert "passed" in words.splitlines()[0]


@pytest.mark.parametrize("source", ["%%answer 1.1", "%%answer 1.1\n", "%%answer 1.1\n   \n", "%%answer 1.1 "])
def test_an_empty_answer(kernel: Kernel, source: str) -> None:
    assert "not answered yet" in kernel.run(source, "answer-1-1")[0]


@pytest.mark.parametrize(
    "first_line",
    ["", "%%\n", "%%answer\n", "%%anser 1.1\n", "% answer 1.1\n", "answer 1.1\n", "%%answer 1.1 ", "%%answer1.1:\n"],
)
def test_a_deleted_misspelt_or_crowded_first_line(kernel: Kernel, first_line: str) -> None:
    words, _ = kernel.run(first_line + model(1), "answer-1-1")
    assert "1.1" in words.splitlines()[0]
    assert "passed" in words.splitlines()[0]


def test_text_above_the_first_line(kernel: Kernel) -> None:
    assert "passed" in kernel.run(f"{model(1)}\n%%answer 1.1", "answer-1-1")[0].splitlines()[0]


def test_the_answer_twice_in_one_cell(kernel: Kernel) -> None:
    words, _ = kernel.run(f"%%answer 1.1\nbanana\n%%answer 1.1\n{model(1)}", "answer-1-1")
    assert "passed" in words.splitlines()[0]
    assert "more than once in this cell" in words


def test_a_duplicated_cell(kernel: Kernel) -> None:
    assert (
        kernel.run(f"%%answer 1.1\n{model(1)}", "a-new-id")[0]
        == kernel.run(f"%%answer 1.1\n{model(1)}", "answer-1-1")[0]
    )


@pytest.mark.parametrize(
    "text",
    ["What's it like when the driver's late, and who's there? ", "\"Quoted\" 'and' ‘curly’ “marks”", "100% {sure} $5 ? ! %time `x` \\n", "'''", '"""', "?", "!ls", "%ls",
     "a\\", "{{x}}", "<script>alert(1)</script>", "=1+1", "\t\tindented", "# NBVAL_SKIP", "Wie läuft das heute bei Ihnen ab?", "今はどうしていますか", "كيف تفعلون ذلك اليوم؟"],
)  # fmt: skip
def test_any_text_meets_a_card(kernel: Kernel, text: str) -> None:
    words, html = kernel.run(f"%%answer 1.1\n{text}", "answer-1-1")
    assert words.startswith("1.1 ")
    assert "<script>" not in html


def test_ten_thousand_characters(kernel: Kernel) -> None:
    words, html = kernel.run("%%answer 1.1\n" + "What happens today? " * 500, "answer-1-1")
    assert words.startswith("1.1 ")
    assert len(html) - len(STYLE) < 2_000


def test_a_number_that_is_no_exercise(kernel: Kernel) -> None:
    assert "There is no exercise 1.99" in kernel.run("%%answer 1.99\nhello there")[0]


def test_plain_english_in_a_cell_of_its_own_is_met_kindly(kernel: Kernel) -> None:
    assert "isn't an answer box" in kernel.run("What happens when they are late", "x")[0]


def test_code_still_runs(kernel: Kernel) -> None:
    assert kernel.run("print_ = 6 * 7\nprint_", "x")[0] == "42"


def test_the_set_up_line_can_run_again(kernel: Kernel) -> None:
    assert kernel.run("%reload_ext sellbackwards") == ("", "")
    assert "not answered yet" in kernel.run("%%answer 1.1")[0]


def test_how_do_i_stand_knows_what_ran_in_any_order(kernel: Kernel) -> None:
    for number in reversed(JUDGED):
        kernel.run(f"%%answer 1.{number}\n{model(number)}")
    kernel.run("%%answer 1.2\n")
    words, html = kernel.run(f"%how_do_i_stand {SET}")
    assert f"{len(JUDGED) - 1} of {len(EXERCISES)} passed" in words
    assert "not answered yet" in words
    assert "<table>" in html


def test_how_do_i_stand_reads_what_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import nbformat

    from sellbackwards.exercises import magic

    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(f"%%answer 1.1\n{model(1)}")])
    path = tmp_path / "saved.ipynb"
    nbformat.write(notebook, path)
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    monkeypatch.setattr(magic, "_answers_run", {})
    magic.how_do_i_stand(SET)
    assert f"1 of {len(EXERCISES)} passed" in capsys.readouterr().out
