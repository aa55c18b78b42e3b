"""What learners type: the course, their answers, calls and talks."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from sellbackwards.commands.shared import FILE, fail


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("jupyter_options", nargs=-1, type=click.UNPROCESSED)
def start(jupyter_options: tuple[str, ...]) -> None:
    """Open the course in JupyterLab (what follows is passed on to it, such as --no-browser)."""
    from sellbackwards.opening import OpeningError, open_course

    try:
        sys.exit(open_course(list(jupyter_options)))
    except OpeningError as error:
        fail(error)


@click.command()
@click.argument("folder", type=FILE)
def new(folder: Path) -> None:
    """Lay the course out in a folder: the lessons, and your own copies of the exercises. Nothing is overwritten."""
    from sellbackwards.opening import OpeningError, new_course

    try:
        made = new_course(folder)
    except OpeningError as error:
        fail(error)
    laid = f"{len(made)} pages made in {folder}" if made else f"{folder} has all pages already; nothing was changed"
    click.echo(f"{laid}; open the course there with: sellbackwards start")


@click.command()
@click.argument("notebook", type=FILE, required=False)
def check(notebook: Path | None) -> None:
    """How a notebook with answers stands, exercise by exercise; of a folder, each in it (my-answers, if none is named).

    Nothing in it is run.
    """
    from sellbackwards.course import answers_at_hand
    from sellbackwards.exercises.notebook_verdicts import NotebookError, judge_notebook_file
    from sellbackwards.exercises.verdict_cards import standing_card

    place = notebook or answers_at_hand()
    pages = sorted(place.glob("*.ipynb")) if place.is_dir() else [place]
    if not pages:
        fail(NotebookError(f"{place}: has no notebooks in it; name the folder or the notebook with your answers"))
    unread: list[NotebookError] = []
    for page in pages:
        try:
            found, rows = judge_notebook_file(page)
        except NotebookError as error:
            unread.append(error)
        else:
            click.echo(standing_card(found.title, rows)[1])
    if unread:
        for refused in unread[:-1]:
            click.echo(refused, err=True)
        fail(unread[-1])


@click.command()
def judge() -> None:
    """Judge turns of talk: JSON Lines in, JSON Lines out."""
    from sellbackwards.speech import judge_record

    for n, raw in enumerate(sys.stdin.buffer):
        try:
            record: Any = json.loads(raw.decode("utf-8-sig" if n == 0 else "utf-8", errors="replace"))
        except (ValueError, RecursionError):
            record = None
        click.echo(json.dumps(judge_record(record), ensure_ascii=False))


@click.command()
@click.argument("exercise")
@click.argument("answer")
def explain(exercise: str, answer: str) -> None:
    """Why an answer is judged as it is: each criterion with its evidence, and what the coach weighs.

    EXERCISE is an exercise of the course ("1.3") or a round of a practice ("03_sides.2"); ANSWER is the text, or - to
    read it from standard input.
    """
    from sellbackwards.exercises.catalogue import exercise as in_course
    from sellbackwards.exercises.explaining import explained
    from sellbackwards.practice.catalogue import round_named

    found = in_course(exercise) or round_named(exercise)
    if found is None:
        fail(
            click.ClickException(
                f"{exercise}: there is no such exercise or round; name one as its card does (1.3), or a practice of "
                "datasets/practices and the number of its round (03_sides.2)"
            )
        )
    click.echo(explained(found, sys.stdin.read() if answer == "-" else answer))


@click.command()
@click.argument("file", type=FILE)
@click.option("--seller", help="The seller's name, as the transcript has it; guessed where you don't say.")
@click.option("--remember", is_flag=True, help="Keep --seller for the other calls of this folder.")
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON.")
@click.option("--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="For a folder: processes.")
def call(file: Path, seller: str | None, remember: bool, as_json: bool, jobs: int) -> None:
    """Who talks, who asks, who tells in a transcript; for a folder or a table of calls, a CSV with a row for each."""
    from sellbackwards.calls import TranscriptError
    from sellbackwards.calls.remembered_sellers import remember_seller, remembered_sellers
    from sellbackwards.calls.report import report, rows, write_csv

    if remember and not seller:
        raise click.UsageError("--remember keeps what --seller says, so say it")
    folder = file if file.is_dir() else file.parent
    known = remembered_sellers(folder)
    try:
        if file.is_dir():
            if as_json:
                raise click.UsageError("--json is for one file; a folder gives CSV")
            told = rows(file, seller, jobs, lambda done, of: click.echo(f"{done} of {of}", err=True), known)
            write_csv(told, sys.stdout)
        else:
            click.echo(report(file, seller, as_json, known))
        if remember and seller:
            remember_seller(folder, seller)
    except TranscriptError as error:
        fail(error)


@click.command()
@click.argument("scenario", required=False)
@click.option("--list", "as_list", is_flag=True, help="The buyers there are, a line each.")
@click.option("--json", "as_json", is_flag=True, help="Your lines from standard input; a JSON object for each.")
def talk(scenario: str | None, as_list: bool, as_json: bool) -> None:
    """Practise on a simulated buyer. An empty line is silence."""
    from sellbackwards.buyer import ScenarioError, console

    try:
        if as_list:
            click.echo("\n".join(console.listing()))
        elif scenario is None:
            raise click.UsageError("name a buyer, or --list them")
        elif as_json:
            console.as_json(scenario, console.lines_of(sys.stdin.buffer), click.echo)
        else:
            console.in_terminal(scenario, console.typed_lines(sys.stdin.buffer), click.echo)
    except ScenarioError as error:
        fail(error)


COMMANDS = (start, new, check, judge, explain, call, talk)
