"""What authors type: the notebooks, the web site, the pages for a browser alone."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sellbackwards.commands.shared import FILE, fail
from sellbackwards.course import IS_CHECKOUT


@click.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; fail where the notebooks differ from source/."
)
def build(only_check: bool) -> None:
    """For authors: make lessons/, exercises/ and solutions/ from source/."""
    import tempfile

    if not IS_CHECKOUT:
        fail(
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
        fail(error)
    if found:
        click.echo("\n".join(found), err=True)
        sys.exit(1)
    click.echo("the notebooks are what source/ makes")


@click.command()
@click.argument("out", type=FILE)
@click.option("--try-at", metavar="ADDRESS", help="Where the pages of `sellbackwards lite` are, as seen from OUT.")
def site(out: Path, try_at: str | None) -> None:
    """The course as web pages in the folder OUT: to read, search and print, also without a network."""
    from sellbackwards.publishing.site import Elsewhere, PublishingError, write_site

    try:
        pages = write_site(out, Elsewhere(try_at) if try_at else None)
    except PublishingError as error:
        fail(error)
    click.echo(f"{len(pages)} pages; open {out / 'index.html'}")


@click.command()
@click.argument("out", type=FILE)
def lite(out: Path) -> None:
    """The practices as web pages in the folder OUT that need no server of their own: the browser runs them."""
    from sellbackwards.publishing.lite.build import write_lite
    from sellbackwards.publishing.site import PublishingError

    try:
        lessons = write_lite(out, lambda said: click.echo(said, err=True))
    except PublishingError as error:
        fail(error)
    click.echo(f"{len(lessons)} pages; serve the folder, for example: python3 -m http.server -d {out}")


COMMANDS = (build, site, lite)
