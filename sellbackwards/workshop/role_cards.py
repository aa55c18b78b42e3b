"""Role cards for three people (seller, buyer, observer), made from the simulated buyers' files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sellbackwards.buyer import Scenario
from sellbackwards.buyer.scenario import Fact, Objection
from sellbackwards.practice.rounds import load_rounds

FROM_TRUST = 0.4
"""How open a buyer must be to tell a fact, from which on a card says: only somebody who listens."""
_OBSERVER = "06_observer"  # the practice whose six points the observer's card has


@dataclass(frozen=True)
class Told:
    """One thing that the buyer can tell, and what comes out only when somebody asks on from it."""

    fact: Fact
    then: Sequence[Told]

    @property
    def trusted(self) -> bool:
        """Only to somebody who listens."""
        return self.fact.openness >= FROM_TRUST


@dataclass(frozen=True)
class BuyerCard:
    """What whoever plays the buyer must know."""

    buyer: Scenario
    tells: Sequence[Told]
    objections: Sequence[Objection]

    @property
    def misfit(self) -> bool:
        """Is the offer wrong for them?"""
        return self.buyer.ends == "misfit"


def buyer_card(buyer: Scenario) -> BuyerCard:
    """The card of one scenario. Every fact that matters is on it once."""
    placed: set[str] = set()

    def tree(facts: Sequence[Fact]) -> list[Told]:
        mine = [one for one in facts if one.id not in placed]
        placed.update(one.id for one in mine)
        return [Told(one, tree([other for other in buyer.that_matter if one.id in other.after])) for one in mine]

    on_card = {one.id for one in buyer.that_matter}
    roots = tree([one for one in buyer.that_matter if not on_card.intersection(one.after)])
    return BuyerCard(buyer, roots, sorted(buyer.objections, key=lambda objection: not objection.main))


def observer_points() -> list[tuple[str, str]]:
    """The six points: (what, how one hears it), as lesson 06 has them."""
    points = load_rounds(_OBSERVER)[1][0].spec["rubric"]
    return [(what.strip(), how.strip()) for what, _, how in (point.partition(":") for point in points)]
