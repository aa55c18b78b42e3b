"""What each audience reads for each status of a verdict: a row a status, a column an audience."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sellbackwards.exercises.model import Status


@dataclass(frozen=True)
class StatusWords:
    """The words for one status.

    `badge`: a mark before words that say the same. `card`: behind an exercise's title on its card; `advice`: the line
    under it, "" where the card says something of the exercise instead. `practice`: above the criteria in a practice,
    which may ask for an answer in words of its own. `progress`: in the learner's list of tasks. `page`: on the page
    that a learner gets back from an instructor.
    """

    badge: str
    card: str
    advice: str
    practice: str
    progress: str
    page: str


# A card says the same whether the answer is typed in a notebook's box or entered in a form.
WORDS: Mapping[Status, StatusWords] = {
    "passed": StatusWords(
        badge="✓",
        card="passed",
        advice="",
        practice="That works.",
        progress="passed",
        page="Passed",
    ),
    "not yet": StatusWords(
        badge="↻",
        card="not yet",
        advice="Change your answer and check it again, as often as you like. Stuck? Look at a hint.",
        practice="Not yet.",
        progress="not yet",
        page="Not yet",
    ),
    "not answered": StatusWords(
        badge="–",
        card="not answered yet",
        advice="Enter your answer above, then check it.",
        practice="What a good answer needs:",
        progress="not answered",
        page="Not answered",
    ),
    "couldn't tell": StatusWords(
        badge="?",
        card="couldn't tell",
        advice="This isn't marked as wrong: the page can't judge it, and a person might well say yes. "
        "If you'd like the page to judge it, try other words.",
        practice="I can't judge this wording. That doesn't make it wrong. You decide, or try other words.",
        progress="the page couldn't tell",
        page="The page couldn't tell: a person looks at it",
    ),
    "for a person": StatusWords(
        badge="•",
        card="for a person to judge",
        advice="The page can't judge this one, so it doesn't try. Judge it yourself, or ask a colleague: "
        "go through the points above, and compare with these three answers.",
        practice="Only a person can judge this one. Compare with the three answers below.",
        progress="for a person to judge",
        page="For a person to judge",
    ),
}

# Where letters or numbers were asked for, no other words are wanted: only a form that the page can read.
CANT_READ = (
    "This isn't marked as wrong: the page can't read it. "
    "Type your answer the way the exercise asks for it, and check it again."
)
