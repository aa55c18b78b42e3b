"""The ``sellbackwards`` command. Exit codes: 0 done; 1 something asked for could not be done; 2 wrong usage."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from sellbackwards import __version__
from sellbackwards.course import IS_CHECKOUT

_FILE = click.Path(path_type=Path)
_FOR_CERTIFICATES = dict.fromkeys(("cryptography", "rfc8785"), "cryptography rfc8785")
"""What only certificates need → what to install for them."""
_STDOUT_IS_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


def _fail(error: Exception) -> NoReturn:
    """One line on stderr, nothing on stdout, exit code 1."""
    click.echo(" ".join(str(error).split()), err=True)
    sys.exit(1)


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
            _fail(OSError(f"the output can't be written ({error.strerror}); make room, or send it elsewhere"))
        except ModuleNotFoundError as error:
            name = (error.name or "").partition(".")[0]
            if not name or name == "sellbackwards":
                raise
            extra = " instructor" if name in _FOR_CERTIFICATES else "" if _comes_with_any_start(name) else " author"
            remedy = f"python3 start.py{extra}" if IS_CHECKOUT else f"pip install {_FOR_CERTIFICATES.get(name, name)}"
            _fail(click.ClickException(f"{ctx.invoked_subcommand} needs {name}, which isn't installed: {remedy}"))


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


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("jupyter_options", nargs=-1, type=click.UNPROCESSED)
def start(jupyter_options: tuple[str, ...]) -> None:
    """Open the course in JupyterLab (what follows is passed on to it, such as --no-browser)."""
    from sellbackwards.opening import OpeningError, open_course

    try:
        sys.exit(open_course(list(jupyter_options)))
    except OpeningError as error:
        _fail(error)


@main.command()
@click.argument("folder", type=_FILE)
def new(folder: Path) -> None:
    """Lay the course out in a folder: the lessons, and your own copies of the exercises. Nothing is overwritten."""
    from sellbackwards.opening import OpeningError, new_course

    try:
        made = new_course(folder)
    except OpeningError as error:
        _fail(error)
    laid = f"{len(made)} pages made in {folder}" if made else f"{folder} has all pages already; nothing was changed"
    click.echo(f"{laid}; open the course there with: sellbackwards start")


@main.command()
@click.argument("notebook", type=_FILE, required=False)
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
        _fail(NotebookError(f"{place}: has no notebooks in it; name the folder or the notebook with your answers"))
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
        _fail(unread[-1])


@main.command()
def judge() -> None:
    """Judge turns of talk: JSON Lines in, JSON Lines out."""
    from sellbackwards.speech import judge_record

    for n, raw in enumerate(sys.stdin.buffer):
        try:
            record: Any = json.loads(raw.decode("utf-8-sig" if n == 0 else "utf-8", errors="replace"))
        except (ValueError, RecursionError):
            record = None
        click.echo(json.dumps(judge_record(record), ensure_ascii=False))


@main.command()
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
        _fail(
            click.ClickException(
                f"{exercise}: there is no such exercise or round; name one as its card does (1.3), or a practice of "
                "datasets/practices and the number of its round (03_sides.2)"
            )
        )
    click.echo(explained(found, sys.stdin.read() if answer == "-" else answer))


@main.command()
@click.argument("file", type=_FILE)
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
        _fail(error)


@main.command()
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
        _fail(error)


@main.command()
@click.argument("submissions", type=_FILE)
@click.option("--out", type=_FILE, help="The folder for marks and feedback; what is there grows.")
@click.option("--review", type=_FILE, help="A review.csv with points filled in.")
@click.option("--roster", type=_FILE, help="The class list, as your platform exports it: names, numbers, addresses.")
@click.option("--settings", type=_FILE, help="Weights, deadline, pass mark: a TOML file.")
@click.option("--lesson", metavar="LESSON", help="Mark this one alone, such as 01.")
@click.option("--dry-run", is_flag=True, help="Only list who handed in what.")
@click.option(
    "--same-name",
    type=click.Choice(["apart", "merge"]),
    help="Whether what could be one learner or several is several; you are asked where nothing is said.",
)
@click.option("--replace", is_flag=True, help="Leave out what earlier runs marked and isn't handed in now.")
@click.option("--forget", metavar="LEARNER", multiple=True, help="Take a learner of earlier runs out; may be repeated.")
@click.option("--jobs", type=click.IntRange(1), help="Processes side by side; as many as there are cores.")
@click.option("--anonymous", is_flag=True, help="No names in class.html.")
@click.option(
    "--verify", type=click.IntRange(0), default=0, metavar="N", help="Let nbval mark N of them, too, and compare."
)
def grade(
    submissions: Path,
    out: Path | None,
    review: Path | None,
    roster: Path | None,
    settings: Path | None,
    lesson: str | None,
    dry_run: bool,
    same_name: str | None,
    replace: bool,
    forget: tuple[str, ...],
    jobs: int | None,
    anonymous: bool,
    verify: int,
) -> None:
    """For instructors: mark a folder or zip of notebooks. Nothing in them is run."""
    from sellbackwards.grading import GradingError, Wanted, command

    try:
        wanted = Wanted(
            lesson=command.lesson_called(lesson) if lesson else "",
            apart=None if same_name is None else same_name == "apart",
            replace=replace,
            forget=forget,
            anonymous=anonymous,
            sample=verify,
        )
        if dry_run:
            click.echo(command.dry_run(submissions, out, roster, wanted, sys.stderr))
        elif out is None:
            raise click.UsageError("Missing option '--out': the folder for marks and feedback")
        else:
            click.echo(command.run(submissions, out, review, settings, roster, jobs, wanted, sys.stderr))
    except GradingError as error:
        _fail(error)


@main.command()
@click.argument("out", type=_FILE)
@click.option("--browser/--no-browser", default=True, help="Open the page, or only say its address.")
def review(out: Path, browser: bool) -> None:
    """For instructors: decide in the browser what a machine can't. OUT is the folder that `grade` wrote."""
    from sellbackwards.grading import GradingError
    from sellbackwards.grading.review_server import review as serve

    try:
        click.echo(serve(out, browser, lambda said: click.echo(said, err=True)))
    except GradingError as error:
        _fail(error)


@main.command()
@click.argument("out", type=_FILE)
@click.argument("table", type=_FILE)
@click.option("--lesson", default="", metavar="LESSON", help="Which one, such as 01; found where you don't say.")
@click.option("--column", default="", metavar="TITLE", help="Canvas: the assignment; a new title makes a new one.")
@click.option(
    "--with-waiting", is_flag=True, help="Also who has answers that still wait for you, with what is decided."
)
def export(out: Path, table: Path, lesson: str, column: str, with_waiting: bool) -> None:
    """For instructors: marks and feedback back into Moodle or Canvas.

    OUT is the folder that `grade` wrote. TABLE is Moodle's grading worksheet or Canvas's gradebook, as downloaded.
    """
    from sellbackwards.grading import GradingError
    from sellbackwards.grading.exporting import export as fill
    from sellbackwards.grading.exporting import in_words

    try:
        click.echo(in_words(fill(out, table, lesson, column, with_waiting)))
    except GradingError as error:
        _fail(error)


@main.command()
@click.argument("out", type=_FILE)
@click.option(
    "--rubric", type=_FILE, help="What a certificate needs; else certificates/rubric.yaml, made where it's missing."
)
@click.option("--judged", type=_FILE, help="A judgements.csv or .xlsx, filled in.")
@click.option("--key", type=_FILE, help="Your key, by which the certificates are signed; without it nothing is made.")
def certify(out: Path, rubric: Path | None, judged: Path | None, key: Path | None) -> None:
    """For instructors: certificates for those who meet your rubric. OUT is the folder that `grade` wrote."""
    from sellbackwards.grading import GradingError
    from sellbackwards.grading.certificates.certify import certify as make
    from sellbackwards.grading.certificates.certify import in_words

    try:
        outcome = make(out, rubric, judged, key)
    except GradingError as error:
        _fail(error)
    for warning in outcome.warnings:
        click.echo(warning, err=True)
    click.echo(in_words(outcome))


@main.group()
def key() -> None:
    """For instructors: the key by which you sign certificates."""


@key.command("new")
@click.argument("file", type=_FILE)
def key_new(file: Path) -> None:
    """Make a key: the secret half in FILE, the public half in FILE.pub. Nothing is overwritten."""
    from sellbackwards.grading import GradingError
    from sellbackwards.grading.certificates.keys import new_key, public_file

    try:
        did = new_key(file)
    except GradingError as error:
        _fail(error)
    click.echo(f"{did}\n{file}: keep it to yourself, and keep a copy; whoever has it can sign in your name")
    click.echo(f"{public_file(file)}: give it to whoever wants to check your certificates")


@main.command()
@click.argument("file", type=_FILE)
@click.option("--key", metavar="FILE", help="The .pub file (or the did:key itself) that must have signed it.")
def verify(file: Path, key: str | None) -> None:
    """Check a certificate (.json), offline: is it as it was signed, and what does it claim? Exit code 1: not valid."""
    from sellbackwards.grading import GradingError
    from sellbackwards.grading.certificates.keys import known_did
    from sellbackwards.grading.certificates.verifying import verify as checked

    try:
        click.echo(checked(file, known_did(key) if key is not None else ""))
    except GradingError as error:
        _fail(error)


@main.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; fail where the notebooks differ from source/."
)
def build(only_check: bool) -> None:
    """For authors: make lessons/, exercises/ and solutions/ from source/."""
    import tempfile

    if not IS_CHECKOUT:
        _fail(
            click.ClickException(
                "build makes the notebooks of a checkout, and this is an installed copy: git clone the course, "
                "run `python3 start.py author` there, then .venv/bin/sellbackwards build"
            )
        )
    from sellbackwards.authoring.build import build as make
    from sellbackwards.authoring.build import differences
    from sellbackwards.authoring.source import SourceError

    try:
        if not only_check:
            changed = make(tell=lambda page: click.echo(f"building {page}", err=True))
            click.echo(f"{len(changed)} files changed")
            return
        with tempfile.TemporaryDirectory() as temporary:
            make(Path(temporary), tell=lambda page: None)
            found = list(differences(Path(temporary)))
    except SourceError as error:
        _fail(error)
    if found:
        click.echo("\n".join(found), err=True)
        sys.exit(1)
    click.echo("the notebooks are what source/ makes")


@main.command()
@click.argument("folder", type=_FILE)
@click.option("--out", type=_FILE, default=Path("team.html"), show_default=True, help="The page to write.")
def team(folder: Path, out: Path) -> None:
    """What a team chose to share (promises, plans for calls) from the files in FOLDER, on one page. No ranking."""
    from sellbackwards.workshop.team import TeamError, team_page

    try:
        page, problems = team_page(folder)
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page, encoding="utf-8", errors="replace")
    except TeamError as error:
        _fail(error)
    except OSError as error:
        _fail(OSError(f"{out}: can't be written ({error.strerror or error}); name another place with --out"))
    for problem in problems:
        click.echo(problem, err=True)
    click.echo(f"open {out}", err=bool(problems))
    if problems:
        sys.exit(1)


@main.command()
@click.argument("out", type=_FILE)
@click.option("--try-at", metavar="ADDRESS", help="Where the pages of `sellbackwards lite` are, as seen from OUT.")
def site(out: Path, try_at: str | None) -> None:
    """The course as web pages in the folder OUT: to read, search and print, also without a network."""
    from sellbackwards.publishing.site import Elsewhere, PublishingError, write_site

    try:
        pages = write_site(out, Elsewhere(try_at) if try_at else None)
    except PublishingError as error:
        _fail(error)
    click.echo(f"{len(pages)} pages; open {out / 'index.html'}")


@main.command()
@click.argument("out", type=_FILE)
def lite(out: Path) -> None:
    """The practices as web pages in the folder OUT that need no server of their own: the browser runs them."""
    from sellbackwards.publishing.lite.build import write_lite
    from sellbackwards.publishing.site import PublishingError

    try:
        lessons = write_lite(out, lambda said: click.echo(said, err=True))
    except PublishingError as error:
        _fail(error)
    click.echo(f"{len(lessons)} pages; serve the folder, for example: python3 -m http.server -d {out}")


@main.command()
@click.argument("answers", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--pitch", required=True, metavar="ID", help="A pitch (p02), or an exercise with one (1.1).")
@click.option("--out", type=_FILE, required=True, help="The page, such as wall.html.")
def wall(answers: Path, pitch: str, out: Path) -> None:
    """For a room: everybody's questions for one pitch as one page to project, without names.

    ANSWERS is a folder of notebooks or text files, one of them, a zip, or - for pasted text: one question a line.
    """
    from sellbackwards.practice.walls import may_be_names
    from sellbackwards.practice.walls import wall as groups_of
    from sellbackwards.workshop.collecting import WallError, pasted_questions, pitch_of, questions_in
    from sellbackwards.workshop.wall import wall_page

    def warn(said: str) -> None:
        click.echo(said, err=True)

    try:
        found = pitch_of(pitch)
        if str(answers) == "-":
            gathered = pasted_questions(sys.stdin.buffer.read(), warn)
        else:
            gathered = questions_in(answers, found, warn)
        if gathered.unread and not gathered.questions and out.exists():
            _fail(
                WallError(f"{out}: left as it was, since no question could be read; give other files or another --out")
            )
        groups = groups_of(gathered.questions, found)
        page = wall_page(found, groups, gathered.files, gathered.unread)
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page, encoding="utf-8", errors="replace")
    except OSError as error:
        _fail(OSError(f"{out}: can't be written ({error.strerror or error}); name another place"))
    except WallError as error:
        _fail(error)
    for question in (question for group in groups for question in group.questions):
        if names := may_be_names(question.text, found.spec["pitch"]):
            warn(f"“{question.text}”: {', '.join(names)} may be a name; if so, take it out and run this again")
    count = len(gathered.questions)
    missing = f" ({gathered.unread} of {gathered.files} files couldn't be read)" if gathered.unread else ""
    click.echo(f"{count} question{'' if count == 1 else 's'}{missing}; look at {out} once before you show it")


@main.command()
@click.argument("out", type=_FILE)
@click.option("--begins", default="9:00", show_default=True, metavar="TIME", help="When the sittings begin.")
@click.option("--people", type=int, metavar="NUMBER", help="How many come: the plans say how many of what to print.")
@click.option(
    "--address", default="", help="Where people find the course afterwards, for the page that they take home."
)
def workshop(out: Path, begins: str, people: int | None, address: str) -> None:
    """For a room: the facilitator's guide, plans, sheets and cards as pages to print, in the folder OUT."""
    from sellbackwards.workshop.pages import write_workshop
    from sellbackwards.workshop.plans import WorkshopError
    from sellbackwards.workshop.room import room_for

    try:
        pages = write_workshop(out, room_for(begins, people, address))
    except WorkshopError as error:
        _fail(error)
    click.echo(f"{len(pages)} pages; open {pages[0]}")


if __name__ == "__main__":
    main()
