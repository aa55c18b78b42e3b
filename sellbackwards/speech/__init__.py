"""What one turn of talk does: question, form, moves. Text in, a Reading out; knows nothing of notebooks."""

from sellbackwards.speech.coaching import BUYER_CRITERIA, PITCH_CRITERIA, QUESTION_CRITERIA, coach
from sellbackwards.speech.engine import read
from sellbackwards.speech.judging import judge_record
from sellbackwards.speech.reading import AREAS, FLAGS, Coaching, Form, Reading, Reason, Sentence

__all__ = [
    "AREAS",
    "BUYER_CRITERIA",
    "FLAGS",
    "PITCH_CRITERIA",
    "QUESTION_CRITERIA",
    "Coaching",
    "Form",
    "Reading",
    "Reason",
    "Sentence",
    "coach",
    "judge_record",
    "read",
]
