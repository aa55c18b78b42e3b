"""Placeholder engine, replaced while this is being built."""

from sellbackwards.speech.reading import Reading, Sentence


def read(text: str, buyer: str | None = None) -> Reading:
    form = "open" if text.strip().lower().startswith(("how", "what", "why", "tell")) else "none"
    return Reading(text, (Sentence(text, form),), form)
