"""Exercises: their kinds and criteria, and the judgement that card, widget, nbval and grader share."""

from sellbackwards.exercises.judging import judge, published_criteria
from sellbackwards.exercises.model import Criterion, Exercise, ExerciseSet, Status, Verdict

__all__ = ["Criterion", "Exercise", "ExerciseSet", "Status", "Verdict", "judge", "published_criteria"]
