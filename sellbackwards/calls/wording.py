"""Numbers as people read them, the same on cards, charts and in the terminal."""

from __future__ import annotations

from sellbackwards.calls.measures import Measures


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


def value_text(key: str, measures: Measures) -> str:
    """A measure of `about.MEASURES` in words, with its unit; "–" where the file can't tell."""
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
