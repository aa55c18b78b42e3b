"""What each measure counts, in which unit, by which rule, and what it does not show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class About:
    """One measure in words: what it is counted in, how, and what it can't tell."""

    name: str
    unit: str
    rule: str
    does_not_show: str


MEASURES = {
    "inform_share": About(
        "Turns that tell",
        "share of the seller's turns",
        "A turn counts if at least part of it informs, explains or advises.",
        "Whether the buyer asked for it: an answer to a question is told, too.",
    ),
    "reflect_share": About(
        "Turns that say back",
        "share of the seller's turns",
        "A turn counts if at least part of it says back what the buyer said or meant.",
        "Whether it was said back rightly. Only the buyer can tell.",
    ),
    "questions": About(
        "Questions",
        "count",
        "Every sentence of the seller's that asks for something to be told, whatever its grammar.",
        "Whether they were worth asking, or whether anyone listened to the answer.",
    ),
    "open_questions": About(
        "Open questions",
        "count",
        "Questions that can't be answered with yes, no or one fact.",
        "A better call: in large studies the form of the questions made no difference.",
    ),
    "questions_by_third": About(
        "Questions by third",
        "three counts",
        "The call's time (its words, without a clock) is cut in three; a question counts where it is asked.",
        "Why they stop: a buyer who asks for the price ends a round of questions, too.",
    ),
    "talk_share": About(
        "Talk share",
        "share, 0 to 1",
        "The seller's part of all speaking time; where the file has no times, of all words. Overlapping speech counts "
        "for everyone who speaks.",
        "What was said. A seller can talk little and not listen; a demonstration that was asked for takes time.",
    ),
    "longest_monologue": About(
        "Longest monologue",
        "seconds and words",
        "The seller's longest stretch without an answer. A listener's sound under two seconds (“mm-hm”, “right”) does "
        "not break it; a silence of ten seconds does. Without a clock, the stretch with most words.",
        "Whether it was asked for, or held the buyer's interest.",
    ),
    "switches_per_minute": About(
        "Changes of speaker",
        "per minute",
        "How often one speaker follows another, divided by the minutes from the first word to the last.",
        "Whether they talked with each other or past each other. A quarrel has many.",
    ),
    "patience_seconds": About(
        "Pause before replying",
        "seconds",
        "The median time between the end of someone's turn and the seller's reply; zero where they overlap. Listeners' "
        "sounds are left out. Only where the file says when each turn ends.",
        "What the pause meant. Connections delay, and what counts as a polite pause differs between people and places.",
    ),
    "interruptions": About(
        "Interruptions",
        "count",
        "The seller begins at least half a second before the other has finished, with more than a listener's sound. "
        "Only where the file says when each turn ends.",
        "Whether it bothered anyone. Some people talk together when the talk goes well.",
    ),
    "next_step": About(
        "Next step",
        "a turn, and who spoke it",
        "The first turn in the last third of the call that proposes a next step; if none does, the last one before.",
        "Whether the other side agreed, or will do it. Some good calls end without one.",
    ),
}  # fmt: skip
