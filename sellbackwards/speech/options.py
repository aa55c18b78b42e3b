"""Does a question offer options to pick from?"""

from __future__ import annotations

from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.question_words import Ask
from sellbackwards.speech.reading import Form
from sellbackwards.speech.words import Words

_NO_OPTION_AFTER_OR = word_set(
    "not so something anything whatever less no two three four else somewhere someone what if how why"
)
_COMPARED = word_set("worse better more bigger harder easier cheaper faster prefer rather stronger worst")
_OPEN_BEFORE_OR = word_set("any anything anyone anybody ever every each some")


def options(s: Words, ask: Ask) -> Form:
    """Does the question offer options to pick from (choice), the same one twice (leading), or none?"""
    words, n = s.words, len(s.words)
    if "or" not in words or "scale" in words:
        return "none"
    if (
        words[ask.i] in ("what", "which")
        and "or" in words[: ask.i]
        and (n - ask.i <= 3 or {"prefer", "rather", "better"} & set(words[ask.i :]))
    ):
        return "choice"  # "Mornings or afternoons, what do you prefer?"
    for k in range(n - 2, ask.i, -1):
        if words[k] != "or":
            continue
        if words[k + 1 :] == words[2 * k + 1 - n : k]:
            return "leading"  # "Is it smart or is it smart?"
        if words[k + 1] == "not" and words[k + 2 : k + 3] == words[k - 1 : k]:
            return "choice"  # "leaking or not leaking"
        listed = any(s.pause[p] for p in range(ask.i + 2, k)) and words[k + 1] in ("something", "none", "neither")
        if words[ask.i] in ("is", "was", "are") and words[k + 1 :] == ["something", "else"]:
            listed = True
        if (words[k + 1] in _NO_OPTION_AFTER_OR and not listed) or ("ever" in words[ask.i : k] and not s.pause[k]):
            continue
        if (
            words[k + 1] == "more"
            and words[k + 2 : k + 3] not in (["the"], ["about"], ["like"])
            and (k + 2 >= n or (words[k - 1] != "type" and s.stems[k - 1] == "#"))
        ):
            continue
        if any(w in _OPEN_BEFORE_OR for w in words[max(ask.i, k - 4) : k]) and not s.pause[k]:
            continue
        if words[k + 1] in ("your", "you") and words[k - 1] in ("you", "yourself") and not s.pause[k]:
            continue
        if ask.form == "open":
            # "how do you track it, on paper or in Excel?" picks; "what do you like or dislike about it?" doesn't
            at = next((p for p in range(k, max(ask.i, k - 8), -1) if s.pause[p]), 0)
            compared = at and not _COMPARED.isdisjoint(words[ask.i : at])
            if (
                not at
                or (at <= ask.i + 3 and not compared)
                or words[at] in ("when", "if", "because", "with", "for", "as", "like", "after", "once")
            ):
                continue
            if n - k > 7:
                continue
        elif (words[ask.i] in ("how", "when") and not any(s.pause[p] for p in range(ask.i + 1, k + 1))) or (
            words[ask.i] in ("who", "what", "where") and not any(s.pause[p] for p in range(ask.i + 1, k + 1))
        ):
            continue
        return "choice"
    return "none"
