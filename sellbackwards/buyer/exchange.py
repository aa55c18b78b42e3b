"""One exchange while it is worked out: the state that it moves, the rules that it met, and the words of the reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from zlib import crc32

from sellbackwards.buyer import topics
from sellbackwards.buyer.fits import asks_for_words, fits, gives_words
from sellbackwards.buyer.hearing import Heard, block, plain_words
from sellbackwards.buyer.matching import stems_of, unlocked
from sellbackwards.buyer.other_matters import of_other_matters
from sellbackwards.buyer.rules import RULES
from sellbackwards.buyer.scenario import Fact, Objection, Scenario, everyday
from sellbackwards.buyer.state import Exit, State, Step
from sellbackwards.buyer.voices import fitting
from sellbackwards.buyer.wording import as_sentence, own_sentences

ACT = 0.5
"""Likelihood (acts.py) from which a line is taken to do something."""
PLAINLY = 0.8
"""Likelihood (acts.py, topics.py) from which a line plainly does something, or is plainly about a fact."""
ABOUT = 0.45
"""Score (matching.py) from which a line is about an objection."""
_ALL_FACTS = 0.62
"""What all facts together add to the pull at the start: the buyer's own facts alone nearly make the need clear."""
_NO_NEED = 0.45  # pull that a misfit never passes


@dataclass
class Exchange:
    """A turn of the seller, and the buyer's answer in the making."""

    scenario: Scenario
    state: State
    heard: Heard
    steps: list[Step] = field(default_factory=list)
    reply: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    raised: str = ""
    objection_heard: str = ""
    brushed: str = ""
    useful: bool = False
    tells: bool = False  # the reply tells something: a fact, a worry
    asks: bool = False  # the reply ends in a question that wants an answer
    curt: bool = False  # too much was written to them: short answers only

    # ---- what was heard

    @cached_property
    def ranked(self) -> list[tuple[float, Fact | None]]:
        """How likely each fact is what was asked for, the likeliest first; None for none of them (topics.py)."""
        state = self.state
        moment = topics.Moment(tuple(state.told), state.thread, state.last, tuple(state.said[-4:]))
        found = topics.rank(self.scenario, self.heard.about, moment)
        passed_by = of_other_matters(self.scenario, self.heard, [one for _, one in found[:_NEAREST] if one])
        if not (state.addressed or state.not_meant or passed_by):
            return found
        sums = [(p * self._weight(one, passed_by), one) for p, one in found]
        whole = sum(p for p, _ in sums)
        return sorted(((p / whole, one) for p, one in sums), key=lambda one: -one[0])

    def _weight(self, fact: Fact | None, passed_by: frozenset[str]) -> float:
        """How much a fact counts: less where another was asked, or where it is about another matter."""
        if fact is None:
            return 1.0
        if fact.id in self.state.not_meant:
            return 0.0
        return (1.0 if self.state.may_answer(fact.by) else _OTHERS) * (_ELSEWHERE if fact.id in passed_by else 1.0)

    def act(self, name: str, least: float) -> bool:
        """Does the line do this, as likely as `least` at the least (acts.py)?"""
        return self.heard.acts[name] >= least

    def hears(self, heard: Heard) -> None:
        """Go on with another part of what was said."""
        self.heard = heard
        self.__dict__.pop("ranked", None)

    # ---- what moves

    def meets(self, rule: str, words: str = "") -> None:
        """The turn meets a rule: the three move by what it says, unless it did so in this turn already."""
        if any(step.rule == rule for step in self.steps):
            return
        self.steps.append(Step(rule, words))
        one = RULES[rule]
        self.move(one.openness, one.pull, one.tension)

    def move(self, openness: float = 0.0, pull: float = 0.0, tension: float = 0.0) -> None:
        """Move the three, within 0 and 1; in a misfit the need never grows large."""
        state = self.state
        if openness > 0:  # the more open, the less is left to open
            openness *= min(1.0, (1 - state.openness) / (1 - self.scenario.openness))
        top = 1.0 if self.scenario.ends == "sale" else _NO_NEED
        state.openness = min(1.0, max(0.0, state.openness + openness))
        state.pull = min(top, max(0.0, state.pull + pull))
        state.tension = min(1.0, max(0.0, state.tension + tension))

    # ---- what is said

    def line(self, situation: str) -> str:
        """What they say in a situation, never the same words twice; what is theirs alone before what anybody says."""
        wordings, anybodys = self.scenario.lines[situation], everyday(self.scenario.email is not None)[situation]
        if situation in _THEIRS_ALONE:
            wordings = tuple(one for one in wordings if one not in anybodys) or wordings
        new = [one for one in wordings if self.is_new(one)]
        own = [one for one in new if one not in anybodys]
        ways = (fitting(self.scenario, self.state.addressed, some) for some in (own, new, wordings))
        said = self.pick(next((some for some in ways if some), wordings), situation)
        self.asks = situation in _ASKING and said.rstrip().endswith("?")
        self.state.met[situation] = self.state.turns
        return said

    def lately(self, *situations: str, turns: int) -> bool:
        """Did they say a line of one of these situations in their last so many turns?"""
        met, now = self.state.met, self.state.turns
        return any(one in met and 0 < now - met[one] <= turns for one in situations)

    def is_new(self, words: str) -> bool:
        """Is it neither a wording that they used, nor (nearly) what they said in their last few replies?"""
        return words not in self.state.used and not self._said_lately(words)

    def _said_lately(self, words: str) -> bool:
        mine = plain_words(words)
        n = len(mine.split())
        if n <= 12 and any(block(mine, plain_words(said)) >= max(2, 0.7 * n) for said in self.state.said[-_LATELY:]):
            return True
        stems = stems_of(words)
        before = stems_of(" ".join(self.state.said[-_LATELY:]))
        return len(stems) > 2 and len(stems - before) <= 0.2 * len(stems)

    def echoes(self, words: str) -> bool:
        """Would it only give back the seller's words ("Eleven tables.", to "Are the eleven tables full?")?"""
        return bool(stems_of(words)) and stems_of(words) <= self.heard.stems.keys()

    def left_of(self, words: str) -> str:
        """What is left of a wording without the sentences that they said lately."""
        parts = own_sentences(words)
        while len(parts) > 1 and self._said_lately(parts[0]):
            parts = parts[1:]
        return as_sentence(" ".join(parts))

    def pick(self, wordings: Sequence[str], salt: str) -> str:
        """One of some wordings that wasn't used yet, chosen by the seller's words: same words, same talk."""
        self.tells = self.tells or salt not in self.scenario.lines
        start = crc32(f"{salt} {self.heard.plain} {self.state.turns}".encode()) if salt not in _IN_ORDER else 0
        turned = [wordings[(start + n) % len(wordings)] for n in range(len(wordings))]
        chosen = next((one for one in turned if one not in self.state.used), None)
        if chosen is None:
            openers = self.scenario.lines["opener"]
            made = [f"{opener} {one}" for opener in openers for one in turned]
            chosen = next((one for one in made if one not in self.state.used), made[0])
        self.state.used.add(chosen)
        return chosen

    def say(self, *parts: str) -> None:
        """Add to the reply."""
        self.reply += [part for part in parts if part]

    # ---- facts and objections

    def tell(self, fact: Fact) -> None:
        """They tell a fact in full."""
        state = self.state
        self._passes_on(fact)
        state.told.append(fact.id)
        state.thread = fact.id
        state.asked_for.add((fact.id, self.heard.want))
        self.new.append(fact.id)
        self.useful = True
        if fact.matters:
            whole = sum(1 + one.costs for one in self.scenario.that_matter)
            self.steps.append(Step("tells", fact.title))
            self.move(pull=_ALL_FACTS * (1 + fact.costs) / whole)
        fitting = [one for one in fact.says if fits(one, self.heard)]
        if asks_for_words(self.heard):
            fitting = [one for one in fitting if gives_words(one)] or fitting
        named = [one for one in fitting if self.heard.content & stems_of(one)]
        self.say(self.pick((named if self.heard.want == "who" else fitting) or fitting or fact.says, fact.id))

    def touch(self, fact: Fact, longer: bool = False) -> None:
        """They give the short answer only; the longer one of two where that alone answers the question."""
        state = self.state
        answers = [fact.short, as_sentence(fact.again)]
        given = max(state.touched.count(fact.id), int(longer or (not self.curt and self.echoes(fact.short))))
        if given and not unlocked(fact, state):  # what must wait for another fact isn't given away in two halves
            self.meets("asked_again", self.heard.text[:80])
            self.say(self.line("guarded"))
            return
        if given >= len(answers) or answers[given] in state.used:
            if fact.id not in state.told and unlocked(fact, state) and fact.openness <= state.openness:
                self.tell(fact)  # of which they gave the half: no reason to say that they said it
            else:
                self.repeat(fact)
            return
        self._passes_on(fact)
        state.asked_for.add((fact.id, self.heard.want))
        state.touched.append(fact.id)
        state.thread = fact.id
        state.idle -= state.closed_run < 4  # little, but not nothing
        self.say(self.left_of(self.pick([answers[given]], fact.id)))

    def _passes_on(self, fact: Fact) -> None:
        """Who was asked by name for what another knows, says so."""
        if not self.state.may_answer(fact.by) and not self.reply:
            self.say(f"{self.state.addressed}: " + self.line("passes_on").replace("{it}", fact.by))

    def repeat(self, fact: Fact) -> None:
        """They were asked what they had said already."""
        state, want = self.state, self.heard.want
        same = (fact.id, want) in state.asked_for
        state.asked_for.add((fact.id, want))
        state.thread = fact.id
        if not same and self.is_new(fact.again):  # asked for it, and not for the same of it
            self.say(self.left_of(self.pick([fact.again], fact.id)))
            return
        self.meets("asked_again", self.heard.text[:80])
        if self.is_new(fact.again):
            self.say(self.line("again"), self.pick([fact.again], fact.id))
        else:
            self.say(self.line("all_told"))

    def raise_objection(self, objection: Objection) -> None:
        """They tell an objection; for a second time where nobody took it up."""
        state = self.state
        if objection.id in state.raised:
            self.say(self.line("still_open"))
        else:
            state.raised.append(objection.id)
        state.open_objection = objection.id
        self.raised = objection.id
        said = self.pick(objection.says, objection.id)
        self.asks = said.rstrip().endswith("?")
        self.say(said)

    def leave(self, exit: Exit, situation: str) -> None:
        """The talk is over."""
        self.state.exit = exit
        self.say(self.line(situation))


_LATELY = 5
"""Replies in which nothing is said a second time."""
_NEAREST = 5  # facts that may be meant
_ELSEWHERE = 0.1  # how much one counts that is about another matter
_OTHERS = 0.03
"""How much the facts of the others count where one is asked by name."""

# Refusals: whoever has their own says no other.
_THEIRS_ALONE = frozenset({"too_early", "too_early_again", "day_too_early", "other_day_early"})
# Situations in which a question of theirs wants an answer; in others it is a way of speaking.
_ASKING = frozenset(
    {"too_early", "too_early_again", "day_too_early", "other_day_early", "not_yet_why", "wants_lead", "which_day"}
)
# Situations in which the first wordings of a scenario are the ones to say.
_IN_ORDER = frozenset({"wants_lead", "asks_to_buy", "agrees", "not_a_fit"})


def main_objections(scenario: Scenario, state: State) -> list[Objection]:
    """The objections that must be heard before they would buy: theirs whom the line names first, then raised ones."""
    left = [objection for objection in scenario.objections if objection.main and objection.id not in state.heard_out]
    return sorted(left, key=lambda one: (not state.may_answer(one.by), one.id not in state.raised))


def misfits_told(scenario: Scenario, state: State) -> list[Fact]:
    """The reasons that have come out why the offer isn't for them."""
    return [fact for fact in scenario.facts if fact.misfit and fact.id in state.told]
