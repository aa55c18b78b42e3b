"""Selling Backwards: the library that the course's notebooks call.

Importing it is instant: every room is imported by whoever needs it.
"""

__version__ = "0.2.0"


def load_ipython_extension(shell: object) -> None:
    """Make ``%%answer`` known in a kernel (``%load_ext sellbackwards``)."""
    from sellbackwards.exercises.magic import load

    load(shell)
