"""Format measures for people: shares, times, counts, remarks on how a file was read."""

from __future__ import annotations

from sellbackwards.calls.call import ADDED, CHAT, NOTES, STAGE, Call
from sellbackwards.calls.measured import Measures


def percent(share: float | None) -> str:
    """0.43 is "43 %"; "–" where there is nothing to count."""
    if share is None:
        return "–"
    return "< 1 %" if 0 < share < 0.005 else f"{100 * share:.0f} %"


def clock_text(seconds: float) -> str:
    """125 is "2:05"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def long_text(seconds: float) -> str:
    """39 is "39 s", 125 is "2:05 min"."""
    return f"{seconds:.0f} s" if seconds < 59.5 else f"{clock_text(seconds)} min"


def count_text(n: int, one: str) -> str:
    return f"{n} {one}" if n == 1 else f"{n} {one}s"


def basis_text(measures: Measures) -> str:
    return "of the talking time" if measures.basis == "time" else "of the words"


_LEFT_OUT = {
    NOTES: ("line of notes", "lines of notes"),
    CHAT: ("line of a chat", "lines of a chat"),
    STAGE: ("sound or stage direction", "sounds and stage directions"),
    ADDED: ("line that the tool added", "lines that the tool added"),
}


def left_out_text(call: Call) -> str:
    """What of the file is not counted, with how many lines; empty where nothing was left out."""
    parts = [f"{left.lines} {_LEFT_OUT[left.what][left.lines != 1]}" for left in call.left_out]
    return f"Left out of the count: {', '.join(parts)}." if parts else ""


def typed_text(call: Call) -> str:
    """That the talk was typed, over how many days, and the longest wait; empty for speech."""
    if not call.typed:
        return ""
    text = "This was typed, not spoken, so words are counted and no times."
    if call.days is None or call.longest_wait is None:
        return text
    wait, turn = call.longest_wait
    return f"{text} It went over {days_text(call.days)}; the longest wait was {days_text(wait)}, before turn {turn}."


def again_text(call: Call) -> str:
    """What heads the moments of a call."""
    return "Worth reading again" if call.typed else "Worth listening to again"


def days_text(days: float) -> str:
    """3.2 is "3 days", 0.1 is "2 hours"."""
    if days >= 1:
        return count_text(round(days), "day")
    return count_text(round(days * 24), "hour") if days * 24 >= 1 else count_text(round(days * 1440), "minute")


def remarks(call: Call) -> list[str]:
    """What a reader of the card must know of how the file was read: typed talk, guesses, what was left out."""
    guess = f"A guess: {call.guess} If that is wrong, export the call in another format." if call.guess else ""
    return [text for text in (typed_text(call), guess, left_out_text(call)) if text]


def value_text(key: str, measures: Measures) -> str:
    """A measure of `measure_notes.MEASURES` in words, with its unit; "–" where the file can't tell."""
    m = measures
    turns = next((s.turns for s in m.speakers if s.role == "seller"), 0)
    match key:
        case "inform_share":
            return f"{percent(m.inform_share)} ({len(m.informs)} of {turns})"
        case "reflect_share":
            return f"{percent(m.reflect_share)} ({len(m.reflects)} of {turns})"
        case "questions":
            return str(m.questions)
        case "open_questions":
            return str(m.open_questions)
        case "questions_by_third":
            return " · ".join(str(n) for n in m.questions_by_third)
        case "talk_share":
            return f"{percent(m.talk_share)} {basis_text(m)}"
        case "longest_monologue":
            words = count_text(m.longest_monologue.words, "word")
            seconds = m.longest_monologue.seconds
            return words if seconds is None else f"{long_text(seconds)}, {words}"
        case "switches_per_minute":
            return "–" if m.switches_per_minute is None else f"{m.switches_per_minute:.1f} a minute"
        case "patience_seconds":
            return "–" if m.patience_seconds is None else f"{m.patience_seconds:.1f} s"
        case "interruptions":
            return "–" if m.interruptions is None else str(m.interruptions)
        case "next_step":
            return f"{m.next_step.by}, turn {m.next_step.turn}" if m.next_step else "nobody proposes one"
    raise KeyError(key)
