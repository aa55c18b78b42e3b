"""Grading: a folder or zip of submissions → marks, feedback, a report on the class. Nothing that was sent is run."""

from sellbackwards.grading.grade import Summary, Wanted, grade
from sellbackwards.grading.settings import GradingError, Settings, read_settings

__all__ = ["GradingError", "Settings", "Summary", "Wanted", "grade", "read_settings"]
