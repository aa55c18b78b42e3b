"""Practices written as data: ``datasets/practices/NAME.yaml`` → a widget of rounds, each an exercise of any kind.

A round is judged by the one judgement, like an exercise in a notebook: its control only composes the same text that a
learner would type there.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets as widgets
import traitlets

from sellbackwards.calls.player import player
from sellbackwards.exercises import Criterion, Exercise, Verdict, judge
from sellbackwards.exercises.kinds.branching import goes_on, replies
from sellbackwards.exercises.status_words import WORDS
from sellbackwards.exercises.verdict_cards import badge, criteria_list, to_compare
from sellbackwards.practice.base import DraftKeeper, Practice, feedback, hint_label, hint_lines, told
from sellbackwards.practice.catalogue import PracticeEntry, practice_entry
from sellbackwards.practice.controls import control
from sellbackwards.practice.kept_drafts import Drafts, drafts_of, to_keep
from sellbackwards.practice.progress import drafts
from sellbackwards.practice.recall import Grade, note


class PlayModel(traitlets.HasTraits):
    """The practice without a screen: one round at a time, its answer as text, its verdict.

    `value` is the status of the round at hand; `passed` counts the rounds whose last answer passed. `done` is (round,
    grade of `recall.Grade`) of the one that was done last: once a round, when it first passes. With `recall`, a round
    that is left without passing is done, too: it is to come back soon.
    """

    place = traitlets.Int(0)
    answer = traitlets.Unicode("")
    verdict = traitlets.Instance(Verdict)
    hints_open = traitlets.Int(0)
    way_shown = traitlets.Bool(False)
    went_on = traitlets.Bool(False)
    passed = traitlets.Int(0)
    done = traitlets.Tuple()
    value = traitlets.Unicode("not answered", read_only=True)

    def __init__(self, rounds: tuple[Exercise, ...], typed: dict[str, str] | None = None, recall: bool = False) -> None:
        self.rounds, self._recall = rounds, recall
        self._missed: set[str] = set()  # rounds with a "not yet", or whose way was shown, before they passed
        self._helped: set[str] = set()  # rounds with a hint opened before they passed
        kept = drafts_of(rounds, typed or {})
        self._typed = {one.id: kept.texts.get(one.id, "") for one in rounds}
        self._once_passed = {one.id: kept.passed.get(one.id, "") for one in rounds}
        self._aside = kept.aside
        super().__init__(verdict=judge(rounds[0], ""))
        self.observe(self._judge, "answer")
        self._passed = {one.id for one in rounds if judge(one, self._typed[one.id]).passed}
        self._done = set(self._passed)
        open_rounds = [n for n, one in enumerate(rounds) if one.id not in self._passed]
        self.go_to(open_rounds[0] if open_rounds and any(self._typed.values()) else 0)

    @property
    def round(self) -> Exercise:
        """The round at hand."""
        return self.rounds[self.place]

    def go_to(self, place: int) -> None:
        """Go to a round; what was typed there stands there again."""
        if place % len(self.rounds) != self.place:
            self.tried()
            if self._recall and self.round.id in self._missed:
                self._finish("again")
        self.place = place % len(self.rounds)
        self.hints_open, self.way_shown, self.went_on = 0, False, False
        self.answer = self._typed[self.round.id]
        self._judge()

    def more_hint(self) -> None:
        """Open one hint more."""
        self._helped.add(self.round.id)
        self.hints_open = min(self.hints_open + 1, len(self.round.hints))

    def show_way(self) -> None:
        """Show one way: from here on, it is no longer the learner's own."""
        self._missed.add(self.round.id)
        self.way_shown = True

    def go_on(self) -> None:
        """Show what the seller in the call said here. Who hasn't found words of their own yet has been helped."""
        self._helped.add(self.round.id)
        self.went_on = True

    def tried(self) -> None:
        """What stands there is an answer, not one that is being typed."""
        if self.verdict.status == "not yet":
            self._missed.add(self.round.id)

    def typed(self) -> dict[str, str]:
        """Every round's last text: what is kept as a draft."""
        return to_keep(self.rounds, Drafts(self._typed, self._once_passed, self._aside))

    @property
    def aside(self) -> list[tuple[str, str]]:
        """(question, text) of what was typed here for a question that isn't asked any more."""
        ids = {one.id for one in self.rounds}
        return [
            kept for name, kept in self._aside.items() if name == self.round.id or (not self.place and name not in ids)
        ]

    @property
    def lost(self) -> str:
        """The answer to this round that passed once, where what stands there now doesn't; else ""."""
        return "" if self.verdict.passed else self._once_passed[self.round.id]

    def _judge(self, *_: Any) -> None:
        self._typed[self.round.id] = self.answer
        self.verdict = judge(self.round, self.answer)
        self.set_trait("value", self.verdict.status)
        # Only this round can have changed; the others are not judged anew at each keystroke.
        (self._passed.add if self.verdict.passed else self._passed.discard)(self.round.id)
        self.passed = len(self._passed)
        if self.verdict.passed:
            self._once_passed[self.round.id] = self.answer
            missed, helped = self.round.id in self._missed, self.round.id in self._helped
            self._finish("again" if missed else "hard" if helped else "good")
        elif self.verdict.status == "for a person":
            self._finish("done")
        elif self.round.kind == "branching" and self.answer and not goes_on(self.round.spec, self.answer):
            self.tried()  # the talk has come to an end

    def _finish(self, grade: Grade) -> None:
        if self.round.id not in self._done:
            self._done.add(self.round.id)
            self.done = (self.round.id, grade)


class Play(Practice):
    """The view. `value` is the model's, read-only; `control` is that of the round at hand."""

    value = traitlets.Unicode("not answered", read_only=True)

    def __init__(self, entry: PracticeEntry, model: PlayModel) -> None:
        self.model, self._checked_nothing = model, False
        self.heard, self.ask, self.help, self.feedback = (widgets.HTML() for _ in range(4))
        self.controls_box = widgets.VBox()
        self.check_button = widgets.Button(description="Check")
        self.hint_button = widgets.Button(description="Give me a hint", tooltip="One more hint each time")
        self.way_button = widgets.Button(description="Show me one way", tooltip="One of several good ways")
        self.goes_on_button = widgets.Button(tooltip="What the seller said at this point in the call")
        self.back_button = widgets.Button(description="Back", tooltip="The round before")
        self.next_button = widgets.Button(description="Next", tooltip="The next round; what you did here is kept")
        self.put_back_button = widgets.Button(
            description="Put my passed answer back", tooltip="The last answer of yours that passed"
        )
        self.next_button.add_class("sb-next")
        moves = [self.back_button, self.next_button] if len(model.rounds) > 1 else []
        helps = [self.check_button, self.hint_button, self.way_button, self.put_back_button]
        buttons = [*helps, self.goes_on_button, *moves]
        row = widgets.HBox(buttons, layout={"flex_flow": "row wrap"})
        super().__init__(entry, [self.heard, self.ask, self.controls_box, self.feedback, row, self.help])
        self.add_class("sb-play")
        keeper = DraftKeeper(entry.name, model.typed)
        model.observe(keeper.changed, "answer")
        model.observe(lambda change: note(*change["new"]), "done")
        model.observe(lambda change: self.set_trait("value", change["new"]), "value")
        model.observe(self._show_feedback, ["verdict", "answer"])
        model.observe(self._show_help, ["hints_open", "way_shown", "went_on"])
        model.observe(self._show_ask, ["passed"])
        self.check_button.on_click(lambda _: self._press_check())
        self.hint_button.on_click(lambda _: model.more_hint())
        self.way_button.on_click(lambda _: model.show_way())
        self.goes_on_button.on_click(lambda _: model.go_on())
        self.put_back_button.on_click(lambda _: self._put_back())
        self.back_button.on_click(lambda _: self._go(-1))
        self.next_button.on_click(lambda _: self._go(+1))
        self._go(0)

    def check(self) -> None:
        """Judge what the control says now."""
        self.model.answer = self.control.text

    def _press_check(self) -> None:
        self.control.settle()
        self._checked_nothing = not self.control.text
        self.check()
        self.model.tried()
        self._show_feedback()

    def _put_back(self) -> None:
        self.control.show(self.model.lost)
        self.check()
        self.hint_button.focus()  # the button that was pressed is gone

    def _go(self, step: int) -> None:
        model, self._checked_nothing = self.model, False
        model.go_to(model.place + step)
        self.control = control(model.round, model.answer)
        self.controls_box.children = [self.control]
        self.check_button.layout.display = "none" if self.control.live else None
        if self.control.live:
            self.control.observe(lambda _: self.check(), "text")
        last = model.place == len(model.rounds) - 1
        seller = model.round.spec.get("goes_on", {}).get("seller")
        self.goes_on_button.description = f"What did {seller} say?"
        self.goes_on_button.layout.display = None if seller else "none"
        self.next_button.description = "Back to round 1" if last else "Listen on" if seller else "Next"
        self.back_button.layout.display = None if model.place else "none"
        self.heard.value = _heard(model.round)
        self._show_ask()
        self._show_feedback()
        self._show_help()
        self.set_trait("value", model.value)

    def _show_ask(self, *_: Any) -> None:
        one, count = self.model.round, len(self.model.rounds)
        where = (
            f"<p>Round {self.model.place + 1} of {count}; {self.model.passed} of {count} done.</p>" if count > 1 else ""
        )
        said = [("The pitch", one.spec.get("pitch")), ("The buyer says", one.spec.get("buyer"))]
        quotes = "".join(f"<p>{who}:</p><blockquote>“{escape(text)}”</blockquote>" for who, text in said if text)
        groups = one.spec.get("groups", {})
        means = "".join(f"<li><b>{escape(name)}</b>: {escape(text)}</li>" for name, text in groups.items())
        asks = "".join(f"<p>{escape(line)}</p>" for line in one.title.split("\n") if line.strip())
        self.ask.value = f"{where}{asks}{quotes}" + (f"<ul>{means}</ul>" if means else "") + _earlier(self.model.aside)

    def _show_feedback(self, *_: Any) -> None:
        one, verdict = self.model.round, self.model.verdict
        head = WORDS[verdict.status].practice
        listed = criteria_list(verdict, self.model.answer)
        if self._checked_nothing and verdict.status == "not answered":
            head = "Nothing is chosen yet. Choose above, then press Check."
        if one.kind == "branching" and goes_on(one.spec, self.model.answer):  # no crosses mid-talk
            head = "There's more to come. So far:"
            done = tuple(criterion for criterion in verdict.criteria if criterion.met)
            to_do = tuple(criterion for criterion in verdict.criteria if not criterion.met)
            listed = criteria_list(Verdict("passed", done)) if done else ""
            listed += criteria_list(Verdict("not answered", tuple(Criterion(left.text, None) for left in to_do)))
        after = f"<p>{escape(one.after)}</p>" if verdict.passed and one.after and "goes_on" not in one.spec else ""
        if verdict.status == "for a person":
            after = "".join(f"<p>{escape(line)}</p>" for line in to_compare(one.spec["anchors"]))
        self.put_back_button.layout.display = None if self.model.lost else "none"
        said = f'<p class="sb-head">{badge(verdict.status)}{head}</p>{listed}{after}'
        if verdict.status == "not answered" and not listed and not self._checked_nothing:
            said = ""  # a choice: the question says all that it needs
        self.feedback.value = feedback(verdict.status, self.model.answer, said)
        self._point_on(verdict.passed)

    def _point_on(self, passed: bool) -> None:
        """The button to press next stands out: to check or, once the round is passed, to go on to the one after."""
        goes_on = passed and self.model.place < len(self.model.rounds) - 1
        for button, main in ((self.next_button, goes_on), (self.check_button, not goes_on)):
            (button.add_class if main else button.remove_class)("sb-main")

    def _show_help(self, *_: Any) -> None:
        one, opened = self.model.round, self.model.hints_open
        lines = hint_lines(one.hints, opened)
        if self.model.way_shown:
            said = replies(one.spec, one.model) if one.kind == "branching" else []
            way = "\n".join(["", *(f"{letter}) {text}" for letter, text in said)]) if said else one.model
            ways = escape(way).replace("\n", "<br>")
            lines.append(f"<p>One way: {ways}</p>")
        if self.model.went_on:
            said = one.spec["goes_on"]
            lines.append(
                f"<p>In the call, {escape(said['seller'])} says:</p><blockquote>“{escape(said['says'])}”</blockquote>"
            )
            lines.append(f"<p>{escape(one.after)}</p>")
        self.help.value = told(lines)
        self.hint_button.description = hint_label(one.hints, opened)
        self.way_button.layout.display = None if one.model else "none"


def _earlier(aside: Sequence[tuple[str, str]]) -> str:
    """What was typed for questions that an earlier release asked here."""
    typed = "".join(
        f"<p>{escape(question)}</p><blockquote>{escape(text).replace(chr(10), '<br>')}</blockquote>"
        for question, text in aside
    )
    head = "You typed this for another question, which an earlier release asked here"
    return f"<details><summary>{head}</summary>{typed}</details>" if aside else ""


def _heard(one: Exercise) -> str:
    """At a stop of a call, what was said since the stop before, to be played or read."""
    said = one.spec.get("heard", ())
    seller = one.spec["goes_on"]["seller"] if said else ""
    return player(said, {heard.speaker: "seller" if heard.speaker == seller else "buyer" for heard in said})


def play(name: str) -> Play:
    """The practice of rounds with that name in the catalogue; what was done is kept."""
    entry = practice_entry(name)
    return Play(entry, PlayModel(tuple(entry.rounds()), typed=drafts(name)))
