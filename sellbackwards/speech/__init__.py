"""What one turn of talk does: question, form, moves. Text in, a Reading out; knows nothing of notebooks."""

from sellbackwards.speech.coaching import coach
from sellbackwards.speech.engine import read
from sellbackwards.speech.reading import AREAS, FLAGS, Coaching, Form, Reading, Reason, Sentence

__all__ = ["AREAS", "FLAGS", "Coaching", "Form", "Reading", "Reason", "Sentence", "coach", "read"]
