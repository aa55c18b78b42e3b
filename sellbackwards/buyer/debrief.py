"""What happened in a talk, and why: for the learner, after it. Plain data; the views draw it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sellbackwards.buyer.exchange import misfits_told
from sellbackwards.buyer.matching import follows, unlocked
from sellbackwards.buyer.rules import RULES
from sellbackwards.buyer.scenario import Fact, Objection, Scenario
from sellbackwards.buyer.state import CLEAR, Turn, quoted
from sellbackwards.buyer.talk import Talk

_NEARLY_NOTHING = 0.005  # a move that isn't worth a word
_OPENNESS, _PULL = 0.7, 1.5  # what the two weigh beside tension, in how far a turn helped


@dataclass(frozen=True)
class Reason:
    """Why a turn moved the buyer: a rule's reason, the words that it rests on (quoted), the seeds that it serves."""

    why: str
    words: str
    seeds: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One turn, and what it did: `did` in a few words ("pull up, tension down"), `reasons` heaviest first."""

    turn: Turn
    did: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Debrief:
    """A talk looked back on. `missed` are facts that matter, each with the question that would have earned it."""

    end: str
    lines: tuple[Line, ...]
    found: tuple[Fact, ...]
    missed: tuple[Fact, ...]
    heard: tuple[Objection, ...]
    unheard: tuple[Objection, ...]
    mattered: tuple[Line, ...]
    expert: Talk


_UNFINISHED = "The talk isn't over. This is how it stands."
_ENDS = {
    "asks to buy": "They asked whether you would sell it to them. They decided; you led the way there.",
    "next step": "You agreed on a step. It isn't a sale, and needn't be: something isn't heard or isn't clear yet.",
    "not a fit": "You found out that it isn't for them, and said so. That is a good ending: nobody lost time or face.",
}


def debrief(talk: Talk) -> Debrief:
    """Look back on a talk, over or not."""
    scenario, state = talk.scenario, talk.state
    lines = tuple(Line(turn, _did(turn), _reasons(turn)) for turn in talk.turns)
    order = sorted(lines, key=lambda line: helped(line.turn))
    return Debrief(
        end=how_it_ended(talk),
        lines=lines,
        found=tuple(fact for fact in scenario.facts if fact.id in state.told),
        missed=tuple(fact for fact in scenario.that_matter if fact.id not in state.told),
        heard=tuple(objection for objection in scenario.objections if objection.id in state.heard_out),
        unheard=tuple(
            objection
            for objection in scenario.objections
            if objection.id not in state.heard_out
            and (objection.main or objection.id in state.raised)
            and scenario.ends == "sale"
        ),
        mattered=_mattered(order),
        expert=expert_talk(scenario),
    )


@cache
def expert_talk(scenario: Scenario) -> Talk:
    """The talk that an expert has with this buyer; played once."""
    return Talk(scenario, scenario.expert)


def helped(turn: Turn) -> float:
    """How far a turn helped the talk; below nothing: harmed it."""
    openness, pull, tension = turn.moved
    return _OPENNESS * openness + _PULL * pull - tension


def _mattered(order: list[Line]) -> tuple[Line, ...]:
    """Of lines from the most harmful to the most helpful: the most helpful one, and the most harmful or the next."""
    if len(order) < 2:
        return tuple(order)
    return order[-1], order[0] if helped(order[0].turn) < -_NEARLY_NOTHING else order[-2]


def _did(turn: Turn) -> str:
    names = ("openness", "pull", "tension")
    moves = [
        f"{name} {'up' if by > 0 else 'down'}"
        for name, by in zip(names, turn.moved, strict=True)
        if abs(by) > _NEARLY_NOTHING
    ]
    return ", ".join(moves) or "moved nothing"


def _reasons(turn: Turn) -> tuple[Reason, ...]:
    def weight(rule: str) -> float:
        one = RULES[rule]
        return _OPENNESS * abs(one.openness) + _PULL * abs(one.pull) + abs(one.tension)

    steps = sorted(turn.steps, key=lambda step: -weight(step.rule))
    return tuple(Reason(RULES[step.rule].why, quoted(step, turn.seller), RULES[step.rule].seeds) for step in steps)


def how_it_ended(talk: Talk) -> str:
    """How a talk ended, and what decided that, in a sentence or two; it takes no look at the lines."""
    state = talk.state
    if state.exit is None:
        return _UNFINISHED
    if state.exit in _ENDS:
        return _ENDS[state.exit]
    if talk.scenario.ends == "misfit":
        return "They said goodbye. " + (
            "They had told you why it can't be right for them; that was the moment to say so."
            if misfits_told(talk.scenario, state)
            else "Why it can't be right for them never came out."
        )
    if state.tension >= 0.5:
        return "They said goodbye, since the talk had become tense."
    if state.asked_for_lead and not state.led:
        return "They said goodbye. They saw why they should change and asked what you suggest; no suggestion came."
    if state.pull < CLEAR and state.told:
        return "They said goodbye. They told you something, but not enough to see a reason to change."
    if not state.told:
        return "They said goodbye, and had told you nothing that matters."
    return "They said goodbye."


# ---- hints -----------------------------------------------------------------------------------------------------------


def hints(talk: Talk) -> tuple[str, ...]:
    """Hints for the next line, by degree. None of them is a line that would win the talk if it were pasted."""
    scenario, state = talk.scenario, talk.state
    if talk.over:
        return ("The talk is over. Take back a turn and try another, or look at the debrief.",)
    if state.open_objection:
        return (
            "They have just told you that something holds them back.",
            "Don't answer it away. Ask what is behind it, or say it back.",
            f"Ask them more about this: {scenario.objection(state.open_objection).title}.",
        )
    if scenario.ends == "misfit" and misfits_told(scenario, state):
        return (
            "Think of what you offer, and of what they told you. Do they go together?",
            "Nobody has to be sold anything.",
            "Say it to them, plainly and kindly.",
        )
    if state.clear and not state.led:
        return (
            "They see by now why things can't stay as they are.",
            "Who knows more about the way from here, you or they?",
            "It is for you to lead: something small, with a day, that is easy to refuse.",
        )
    return _fact_hints(talk)


def _fact_hints(talk: Talk) -> tuple[str, ...]:
    scenario, state = talk.scenario, talk.state
    if not state.told:
        return (
            "You know nothing about them yet. What would you like to know?",
            "Ask openly, about their day or their work, not about your offer.",
            f"For example: {next(fact for fact in scenario.facts if not fact.after).ask}",
        )
    ready = [fact for fact in follows(scenario, state, state.thread) if fact.matters]
    if not ready:
        locked = [fact for fact in scenario.that_matter if fact.id not in state.told and unlocked(fact, state)]
        return (
            "They hold something back." if locked else "You have heard most of what there is.",
            "Listen for a while: say back, in few words, what moved them most.",
            "Then ask how that is for them.",
        )
    fact = ready[0]
    return (
        "Read their last words again. What in them would you like to hear more about?"
        if state.thread in fact.after
        else "There is more in their world than you have heard of. Where have you not been yet?",
        f"It has to do with {_AREAS.get(fact.area, 'how they work today')}.",
        f"For example: {fact.ask}",
    )


_AREAS = {
    "opportunity": "a chance that they let go",
    "growth": "where they want to be one day",
    "customers": "the people they work for",
    "risk": "what could go wrong, or did",
    "efficiency": "time, waste and money",
    "sanity": "how it is for them themselves",
}
