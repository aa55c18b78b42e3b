"""Placeholder coach, replaced while this is being built."""

from sellbackwards.speech.engine import read
from sellbackwards.speech.reading import Coaching, Reason


def coach(text: str, pitch: str | None = None, buyer: str | None = None) -> Coaching:
    reading = read(text, buyer)
    met = reading.form == "open"
    return Coaching("passed" if met else "not yet", (Reason("Asks one open question", met, text if met else ""),), reading)
