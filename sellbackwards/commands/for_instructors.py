"""What instructors, coaches and facilitators type: marks, certificates, a room's pages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sellbackwards.commands.shared import FILE, fail


@click.command()
@click.argument("submissions", type=FILE)
@click.option("--out", type=FILE, help="The folder for marks and feedback; what is there grows.")
@click.option("--review", type=FILE, help="A review.csv with points filled in.")
@click.option("--roster", type=FILE, help="The class list, as your platform exports it: names, numbers, addresses.")
@click.option("--settings", type=FILE, help="Weights, deadline, pass mark: a TOML file.")
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
        fail(error)


@click.command()
@click.argument("out", type=FILE)
@click.option("--browser/--no-browser", default=True, help="Open the page, or only say its address.")
def review(out: Path, browser: bool) -> None:
    """For instructors: decide in the browser what a machine can't. OUT is the folder that `grade` wrote."""
    from sellbackwards.grading import GradingError
    from sellbackwards.grading.review_server import review as serve

    try:
        click.echo(serve(out, browser, lambda said: click.echo(said, err=True)))
    except GradingError as error:
        fail(error)


@click.command()
@click.argument("out", type=FILE)
@click.argument("table", type=FILE)
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
        fail(error)


@click.command()
@click.argument("out", type=FILE)
@click.option(
    "--rubric", type=FILE, help="What a certificate needs; else certificates/rubric.yaml, made where it's missing."
)
@click.option("--judged", type=FILE, help="A judgements.csv or .xlsx, filled in.")
@click.option("--key", type=FILE, help="Your key, by which the certificates are signed; without it nothing is made.")
def certify(out: Path, rubric: Path | None, judged: Path | None, key: Path | None) -> None:
    """For instructors: certificates for those who meet your rubric. OUT is the folder that `grade` wrote."""
    from sellbackwards.grading import GradingError
    from sellbackwards.grading.certificates.certify import certify as make
    from sellbackwards.grading.certificates.certify import in_words

    try:
        outcome = make(out, rubric, judged, key)
    except GradingError as error:
        fail(error)
    for warning in outcome.warnings:
        click.echo(warning, err=True)
    click.echo(in_words(outcome))


@click.group()
def key() -> None:
    """For instructors: the key by which you sign certificates."""


@key.command("new")
@click.argument("file", type=FILE)
def key_new(file: Path) -> None:
    """Make a key: the secret half in FILE, the public half in FILE.pub. Nothing is overwritten."""
    from sellbackwards.grading import GradingError
    from sellbackwards.grading.certificates.keys import new_key, public_file

    try:
        did = new_key(file)
    except GradingError as error:
        fail(error)
    click.echo(f"{did}\n{file}: keep it to yourself, and keep a copy; whoever has it can sign in your name")
    click.echo(f"{public_file(file)}: give it to whoever wants to check your certificates")


@click.command()
@click.argument("file", type=FILE)
@click.option("--key", metavar="FILE", help="The .pub file (or the did:key itself) that must have signed it.")
def verify(file: Path, key: str | None) -> None:
    """Check a certificate (.json), offline: is it as it was signed, and what does it claim? Exit code 1: not valid."""
    from sellbackwards.grading import GradingError
    from sellbackwards.grading.certificates.keys import known_did
    from sellbackwards.grading.certificates.verifying import verify as checked

    try:
        click.echo(checked(file, known_did(key) if key is not None else ""))
    except GradingError as error:
        fail(error)


@click.command()
@click.argument("folder", type=FILE)
@click.option("--out", type=FILE, default=Path("team.html"), show_default=True, help="The page to write.")
def team(folder: Path, out: Path) -> None:
    """What a team chose to share (promises, plans for calls) from the files in FOLDER, on one page. No ranking."""
    from sellbackwards.workshop.team import TeamError, team_page

    try:
        page, problems = team_page(folder)
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page, encoding="utf-8", errors="replace")
    except TeamError as error:
        fail(error)
    except OSError as error:
        fail(OSError(f"{out}: can't be written ({error.strerror or error}); name another place with --out"))
    for problem in problems:
        click.echo(problem, err=True)
    click.echo(f"open {out}", err=bool(problems))
    if problems:
        sys.exit(1)


@click.command()
@click.argument("answers", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--pitch", required=True, metavar="ID", help="A pitch (p02), or an exercise with one (1.1).")
@click.option("--out", type=FILE, required=True, help="The page, such as wall.html.")
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
            fail(
                WallError(f"{out}: left as it was, since no question could be read; give other files or another --out")
            )
        groups = groups_of(gathered.questions, found)
        page = wall_page(found, groups, gathered.files, gathered.unread)
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page, encoding="utf-8", errors="replace")
    except OSError as error:
        fail(OSError(f"{out}: can't be written ({error.strerror or error}); name another place"))
    except WallError as error:
        fail(error)
    for question in (question for group in groups for question in group.questions):
        if names := may_be_names(question.text, found.spec["pitch"]):
            warn(f"“{question.text}”: {', '.join(names)} may be a name; if so, take it out and run this again")
    count = len(gathered.questions)
    missing = f" ({gathered.unread} of {gathered.files} files couldn't be read)" if gathered.unread else ""
    click.echo(f"{count} question{'' if count == 1 else 's'}{missing}; look at {out} once before you show it")


@click.command()
@click.argument("out", type=FILE)
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
        fail(error)
    click.echo(f"{len(pages)} pages; open {pages[0]}")


COMMANDS = (grade, review, export, certify, key, verify, team, wall, workshop)
