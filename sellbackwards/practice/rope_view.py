"""Practice: a rope that is pushed or pulled, simulated. Guess first, run it, then apply it to a sale of your own.

It shows what the picture means, and proves nothing about selling: we chose these rules so that it behaves like a rope.
"""

from __future__ import annotations

import base64
import math
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

import ipywidgets as widgets
import traitlets

from sellbackwards.calls.colours import BUYER, INK, PAPER, QUIET, SELLER
from sellbackwards.design import themed
from sellbackwards.exercises import Exercise, Verdict, judge
from sellbackwards.practice.base import DraftKeeper, Practice, feedback, told
from sellbackwards.practice.catalogue import practice_entry
from sellbackwards.practice.progress import drafts
from sellbackwards.practice.recall import note

Point = tuple[float, float]  # metres: uphill, sideways

# --- the toy ---

_LINKS, _LINK = 32, 0.15  # the rope is a chain of links, this long (m)
_SQUEEZED = 0.95  # what is left of a link's length when it is pushed from both ends; more, and it gives way sideways
_THICK = 0.11  # no two parts of the rope lie nearer to each other than this (m)
_STEP, _ROUNDS = 0.05, 40  # the ends move in steps this long (m); after each, the chain settles in so many rounds
MOST = 3  # the farthest that anybody pushes or pulls (m)


@dataclass(frozen=True)
class Run:
    """What became of the rope (m): `push` at its lower end, `pull` at its upper one, how far the upper end came up,
    and by how much its ends have come nearer to each other: that much rope lies in a tangle."""

    push: float
    pull: float
    points: tuple[Point, ...]
    upper: float
    tangle: float


def laid_out() -> list[Point]:
    """The rope before anybody touches it: uphill, with a slight wave, since no rope lies like a ruler."""
    return [(n * _LINK * 0.98, 0.05 * math.sin(1.1 * n) + 0.03 * math.sin(2.9 * n + 1)) for n in range(_LINKS + 1)]


@cache
def run(push: float, pull: float) -> Run:
    """Push the lower end uphill by `push`, and pull the upper one by `pull` (m, 0 to 3). The same each time."""
    rope = laid_out()
    start, straight = rope[-1][0], math.dist(rope[0], rope[-1])
    for step in range(round(max(push, pull) / _STEP)):
        held = {n for n, far in ((0, push), (_LINKS, pull)) if step < round(far / _STEP)}
        for n in held:
            rope[n] = (rope[n][0] + _STEP, rope[n][1])
        for _ in range(_ROUNDS):
            _settle(rope, held)
        if _LINKS in held:
            _tighten(rope, held)
    tangle = max(0.0, straight - math.dist(rope[0], rope[-1]))
    return Run(push, pull, tuple(rope), max(0.0, rope[-1][0] - start), tangle)


def _settle(rope: list[Point], held: set[int]) -> None:
    """No link is stretched or squeezed much, nothing stays behind the pushing hand, no two parts lie in one place."""
    for n in range(_LINKS) if 0 in held else reversed(range(_LINKS)):
        long = math.dist(rope[n], rope[n + 1])
        wanted = min(max(long, _LINK * _SQUEEZED), _LINK)
        if wanted != long:
            _move(rope, n, n + 1, wanted, held)
    if 0 in held:
        rope[:] = [(max(up, rope[0][0]), side) for up, side in rope]
    for n in range(_LINKS - 1):
        for other in range(n + 2, _LINKS + 1):
            if abs(rope[n][0] - rope[other][0]) < _THICK and math.dist(rope[n], rope[other]) < _THICK:
                _move(rope, n, other, _THICK, held)


def _move(rope: list[Point], n: int, other: int, wanted: float, held: set[int]) -> None:
    """Bring two points to the wanted distance; one that a hand holds stays where it is."""
    free = [one for one in (n, other) if one not in held]
    (x, y), (far_x, far_y) = rope[n], rope[other]
    long = math.dist(rope[n], rope[other]) or 1e-6
    part = (long - wanted) / long / max(1, len(free))
    for one in free:
        sign = 1 if one == n else -1
        rope[one] = (rope[one][0] + sign * (far_x - x) * part, rope[one][1] + sign * (far_y - y) * part)


def _tighten(rope: list[Point], held: set[int]) -> None:
    """A pull goes down the whole rope at once."""
    for n in reversed(range(_LINKS)):
        (x, y), (ahead_x, ahead_y) = rope[n], rope[n + 1]
        long = math.dist(rope[n], rope[n + 1])
        if long > _LINK and n not in held:
            rope[n] = (ahead_x + (x - ahead_x) * _LINK / long, ahead_y + (y - ahead_y) * _LINK / long)


# --- the picture, in strokes, in words and in rows ---

_SCALE, _WIDE, _HIGH = 68, 640, 230  # pixels a metre, and of the picture


def _metres(far: float) -> str:
    return "nothing" if far < 0.05 else f"{far:.1f} m".replace(".0 m", " m")


def in_words(one: Run) -> str:
    """The picture for whoever doesn't see it."""
    if not one.push and not one.pull:
        return "A rope lies up a hill, nearly straight. You stand at its lower end. Nobody holds the upper one."
    hands = [f"you push the lower end up {_metres(one.push)}"] * bool(one.push)
    hands += [f"they pull the upper end up {_metres(one.pull)}"] * bool(one.pull)
    done = " and ".join(hands)
    came = "doesn't move" if one.upper < 0.05 else f"comes up {_metres(one.upper)}"
    lies = f"{_metres(one.tangle)} of the rope lies in a tangle" if one.tangle >= 0.15 else "the rope lies straight"
    return f"{done[0].upper()}{done[1:]}. The upper end {came}, and {lies}."


def picture(one: Run) -> str:
    """The rope on its hill as an HTML figure. You in the seller's colour, they in the buyer's, as in the charts."""
    dots = [(up * _SCALE + 40, 130 - side * _SCALE) for up, side in one.points]
    bends = f"M{dots[0][0]:.0f} {dots[0][1]:.0f}" + "".join(
        f" Q{x:.0f} {y:.0f} {(x + on_x) / 2:.0f} {(y + on_y) / 2:.0f}"
        for (x, y), (on_x, on_y) in zip(dots[1:], [*dots[2:], dots[-1]], strict=True)
    )
    (low_x, low_y), (top_x, top_y) = dots[0], dots[-1]
    words = f'font-family="sans-serif" font-size="14" fill="{INK}" text-anchor="middle"'
    hand = f'stroke="{INK}" stroke-width="1.5"'
    they = "They" if one.pull else "Nobody yet"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" width="{_WIDE}" height="{_HIGH}">'
        '<g transform="rotate(-6 320 115)">'
        f'<line x1="-20" y1="180" x2="680" y2="180" stroke="{QUIET}" stroke-width="2"/>'
        f'<text x="320" y="202" {words}>uphill →</text>'
        f'<path d="{bends}" fill="none" stroke="{QUIET}" stroke-width="5" stroke-linejoin="round"'
        ' stroke-linecap="round"/>'
        f'<circle cx="{low_x:.0f}" cy="{low_y:.0f}" r="9" fill="{SELLER}" {hand}/>'
        f'<text x="{low_x:.0f}" y="{low_y + 32:.0f}" {words}>You</text>'
        f'<circle cx="{top_x:.0f}" cy="{top_y:.0f}" r="9" fill="{BUYER if one.pull else PAPER}" {hand}/>'
        f'<text x="{min(top_x, 600):.0f}" y="{top_y + 32:.0f}" {words}>{they}</text></g></svg>'
    )
    data = base64.b64encode(themed(svg).encode()).decode()
    said = escape(in_words(one))
    return (
        f'<figure style="margin:0;max-width:{_WIDE}px"><img alt="{said}" src="data:image/svg+xml;base64,{data}"'
        f' style="max-width:100%"><figcaption>{said} (An analogy, not data.)</figcaption></figure>'
    )


def in_rows(runs: tuple[tuple[Run, float], ...]) -> str:
    """Every run so far, with what was guessed, as an HTML table."""
    heads = ("Run", "You push", "They pull", "Your guess: upper end", "Upper end came up", "In a tangle")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    rows = "".join(
        f'<tr><th scope="row">{n}</th>'
        + "".join(f"<td>{_metres(far)}</td>" for far in (one.push, one.pull, guess, one.upper, one.tangle))
        + "</tr>"
        for n, (one, guess) in enumerate(runs, 1)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if runs else ""


# --- the practice ---

EXPLAIN = Exercise(
    id="rope.explain",
    kind="person",
    title="What the rope has to do with you",
    spec={
        "rubric": [
            "It is about one sale of your own.",
            "It says what you did that was pushing, and what the tangle was.",
            "It says who could have pulled at the upper end, and why they would have.",
        ],
        "anchors": {
            "weak": "You mustn't push customers, you have to create pull.",
            "fair": "I called the school four times in May, because of my target. "
            "The more I called, the more questions they had.",
            "strong": "I called the school four times in May, for my target. Each time they wanted another document. "
            "That was the tangle. The caretaker carries water up two floors each morning. He'd have pulled, and I "
            "never asked him.",
        },
    },
)
_FAR = [("choose …", -1.0), *((f"{n} m" if n else "nothing", float(n)) for n in range(MOST + 1))]
_TRY = (
    "Do three runs, and guess before each one. First push 2 m. Then push harder, 3 m. "
    "Then don't push, and let them pull 2 m. After that, try whatever you like."
)


class RopeModel(traitlets.HasTraits):
    """The practice without a screen. `value`: "not answered" at first, "not yet" while something is missing, and
    "for a person" once there was a run with a push, one with a pull, and an explanation."""

    runs = traitlets.Tuple()
    explanation = traitlets.Unicode("")
    verdict = traitlets.Instance(Verdict)
    value = traitlets.Unicode("not answered", read_only=True)

    def __init__(self, typed: dict[str, str] | None = None) -> None:
        super().__init__(verdict=judge(EXPLAIN, ""))
        self.observe(self._judge, ["runs", "explanation"])
        kept = typed or {}
        for line in kept.get("runs", "").splitlines():
            try:
                push, pull, guess = map(float, line.split())
            except ValueError:
                continue
            self.guess_and_run(push, pull, guess)
        self.explanation = kept.get("explanation", "")

    def guess_and_run(self, push: float, pull: float, guess: float) -> bool:
        """Run it, if there is a guess (0 m or more) and the numbers are ones that the practice offers."""
        offered = {far for _, far in _FAR} - {-1.0}
        if not {push, pull, guess} <= offered:
            return False
        self.runs = (*self.runs, (run(push, pull), guess))
        return True

    def typed(self) -> dict[str, str]:
        """What is kept as a draft."""
        lines = [f"{one.push:g} {one.pull:g} {guess:g}" for one, guess in self.runs]
        return {"runs": "\n".join(lines), "explanation": self.explanation}

    def _judge(self, *_: Any) -> None:
        self.verdict = judge(EXPLAIN, self.explanation)
        pushed, pulled = (any(getattr(one, end) for one, _ in self.runs) for end in ("push", "pull"))
        begun = self.runs or self.explanation.strip()
        done = pushed and pulled and self.explanation.strip()
        self.set_trait("value", "for a person" if done else "not yet" if begun else "not answered")


class Rope(Practice):
    """The view. `value` is the model's, read-only."""

    value = traitlets.Unicode("not answered", read_only=True)

    def __init__(self, model: RopeModel) -> None:
        self.model = model
        self.push = widgets.Dropdown(options=_FAR[1:], value=2.0, description="You push the lower end")
        self.pull = widgets.Dropdown(options=_FAR[1:], value=0.0, description="They pull the upper end")
        self.guess = widgets.Dropdown(
            options=_FAR, value=-1.0, description="Your guess: how far does the upper end come up?"
        )
        self.run_button = widgets.Button(description="Run", tooltip="See what the rope does")
        self.shown, self.said, self.feedback = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.explanation = widgets.Textarea(
            description="In your words: a sale that you pushed. What was the tangle, and who could have pulled?",
            rows=3,
            placeholder="Type here",
        )
        about = (
            "<p><b>An analogy, not data.</b> A rope lies up a hill. You stand at its lower end. At the top, nobody "
            f"holds it yet.</p><p>{_TRY}</p>"
        )
        hands = [widgets.HTML(about), self.push, self.pull, self.guess, widgets.HBox([self.run_button])]
        super().__init__(practice_entry("rope"), [*hands, self.said, self.shown, self.explanation, self.feedback])
        traitlets.link((model, "explanation"), (self.explanation, "value"))
        keeper = DraftKeeper("rope", model.typed)
        model.observe(keeper.changed, ["runs", "explanation"])
        model.observe(lambda change: self.set_trait("value", change["new"]), "value")
        model.observe(lambda change: note("rope", "done") if change["new"] == "for a person" else None, "value")
        model.observe(self._show_runs, "runs")
        model.observe(self._show_feedback, ["value", "explanation"])
        self.run_button.on_click(lambda _: self._press_run())
        self.set_trait("value", model.value)
        self._show_runs()
        self._show_feedback()

    def _press_run(self) -> None:
        if self.model.guess_and_run(self.push.value, self.pull.value, self.guess.value):
            one, guess = self.model.runs[-1]
            right = "As you guessed" if abs(one.upper - guess) < 0.3 else "Not as you guessed"
            self.said.value = told([f"<p>{right}: you said {guess:g} m, and it came up {one.upper:.0f} m.</p>"])
            self.guess.value = -1.0  # a guess of its own for the next run
        else:
            self.said.value = told(["<p>Guess first, then run. A wrong guess costs nothing here.</p>"])

    def _show_runs(self, *_: Any) -> None:
        last = self.model.runs[-1][0] if self.model.runs else run(0.0, 0.0)
        self.shown.value = picture(last) + in_rows(self.model.runs)

    def _show_feedback(self, *_: Any) -> None:
        model = self.model
        if model.value == "for a person":
            head = "Only a person can judge this one. Compare with these three."
            lines = [f"{name.capitalize()}: “{text}”" for name, text in EXPLAIN.spec["anchors"].items()]
        else:
            head, lines = "Still to do: one run with a push, one with a pull, and then your words.", []
        said = f'<p class="sb-head">{escape(head)}</p>' + "".join(f"<p>{escape(line)}</p>" for line in lines)
        self.feedback.value = feedback(model.value, model.explanation, said)


def rope() -> Rope:
    """Guess, run, explain; what was done is kept."""
    return Rope(RopeModel(typed=drafts("rope")))
