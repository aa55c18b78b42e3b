"""What the commands of all rooms share: how a path is given, and how a command fails."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

FILE = click.Path(path_type=Path)


def fail(error: Exception) -> NoReturn:
    """One line on stderr, nothing on stdout, exit code 1."""
    click.echo(" ".join(str(error).split()), err=True)
    sys.exit(1)
