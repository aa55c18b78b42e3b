"""Practices written as data: ``datasets/practices/NAME.yaml`` → a widget of rounds, each an exercise of any kind.

A round is judged by the one judgement, like an exercise in a notebook: its controls only compose the same text that a
learner would type there.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets
import traitlets

from sellbackwards.exercises import Criterion, Exercise, Verdict, judge
from sellbackwards.exercises.cards import criteria_list
from sellbackwards.exercises.kinds import KINDS
from sellbackwards.exercises.kinds.branching import goes_on, replies, walk
from sellbackwards.practice.base import CANT_TELL, DraftKeeper, Practice, feedback, hint_label, hint_lines, told
from sellbackwards.practice.catalogue import PracticeEntry, practice_entry
from sellbackwards.practice.progress import drafts
from sellbackwards.practice.recall import Grade, note

LETTERS = "abcdefghijkl"


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
    passed = traitlets.Int(0)
    done = traitlets.Tuple()
    value = traitlets.Unicode("not answered", read_only=True)

    def __init__(self, rounds: tuple[Exercise, ...], typed: dict[str, str] | None = None, recall: bool = False) -> None:
        self.rounds, self._recall = rounds, recall
        self._missed: set[str] = set()  # rounds with a "not yet", or whose way was shown, before they passed
        self._helped: set[str] = set()  # rounds with a hint opened before they passed
        self._typed = {one.id: (typed or {}).get(one.id, "") for one in rounds}
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
        self.hints_open, self.way_shown = 0, False
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

    def tried(self) -> None:
        """What stands there is an answer, not one that is being typed."""
        if self.verdict.status == "not yet":
            self._missed.add(self.round.id)

    def typed(self) -> dict[str, str]:
        """Every round's last text: what is kept as a draft."""
        return {name: text for name, text in self._typed.items() if text}

    def _judge(self, *_: Any) -> None:
        self._typed[self.round.id] = self.answer
        self.verdict = judge(self.round, self.answer)
        self.set_trait("value", self.verdict.status)
        # Only this round can have changed; the others are not judged anew at each keystroke.
        (self._passed.add if self.verdict.passed else self._passed.discard)(self.round.id)
        self.passed = len(self._passed)
        if self.verdict.passed:
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


# Controls: for each kind, the widgets that compose an answer as text.

Controls = tuple[list[Any], Callable[[], str], bool]
"""(widgets in reading order, what they say as text, whether to judge at each change and not only on "Check")."""


def _text_box(one: Exercise, answer: str, rows: int = 2) -> Controls:
    begun = answer or KINDS[one.kind].blank(one.spec)
    box = widgets.Textarea(value=begun, description="Your words", rows=rows, placeholder="Type here")
    return [box], lambda: box.value, True


def _form(one: Exercise, answer: str) -> Controls:
    from sellbackwards.exercises.kinds.text import labelled

    rows = one.spec.get("fields") or one.spec["numbers"]
    kept = labelled(answer, [row["name"] for row in rows])
    boxes = {
        row["name"]: widgets.Textarea(
            value=kept.get(row["name"], ""),
            description=": ".join(filter(None, (row["name"], row.get("ask") or row.get("unit")))),
            rows=1,
        )
        for row in rows
    }

    def say() -> str:
        filled = any(box.value.strip() for box in boxes.values())
        return "\n".join(f"{name}: {' '.join(box.value.split())}" for name, box in boxes.items()) if filled else ""

    return list(boxes.values()), say, True


def _pick(one: Exercise, answer: str) -> Controls:
    options = one.spec["options"]
    chosen = set(answer.replace(" ", "").split(","))
    if sum(bool(option.get("right")) for option in options) == 1:
        labels = [(f"{letter}) {option['text']}", letter) for letter, option in zip(LETTERS, options, strict=False)]
        radio = widgets.RadioButtons(
            options=labels, value=answer if answer in LETTERS and answer else None, description="Pick one"
        )
        return [radio], lambda: radio.value or "", False
    boxes = {
        letter: widgets.Checkbox(value=letter in chosen, description=f"{letter}) {option['text']}", indent=False)
        for letter, option in zip(LETTERS, options, strict=False)
    }
    return list(boxes.values()), lambda: ", ".join(letter for letter, box in boxes.items() if box.value), False


def _sort(one: Exercise, answer: str) -> Controls:
    kept = dict(line.split(" - ", 1) for line in answer.splitlines() if " - " in line)
    groups = list(one.spec["groups"])
    lists = {
        letter: widgets.Dropdown(
            options=[("choose …", ""), *((name, name) for name in groups)],
            value=kept.get(letter, "") if kept.get(letter, "") in groups else "",
            description=f"{letter}) {item['text']}",
        )
        for letter, item in zip(LETTERS, one.spec["items"], strict=False)
    }

    def say() -> str:
        chosen = [f"{letter} - {box.value}" for letter, box in lists.items() if box.value]
        return "\n".join(chosen)

    return list(lists.values()), say, False


def _order(one: Exercise, answer: str) -> Controls:
    items = one.spec["items"]
    kept = answer.replace(" ", "").split(",")
    places = [("choose …", 0), *((f"{n}.", n) for n in range(1, len(items) + 1))]
    lists = [
        widgets.Dropdown(
            options=places, value=kept.index(str(n)) + 1 if str(n) in kept else 0, description=f"{n}) {item}"
        )
        for n, item in enumerate(items, 1)
    ]

    def say() -> str:
        placed = sorted((box.value, n) for n, box in enumerate(lists, 1) if box.value)
        return ", ".join(str(n) for _, n in placed)

    return lists, say, False


def _branch(one: Exercise, answer: str) -> Controls:
    """One reply at a time: the talk so far, the replies to choose from, and a way back."""
    letters = answer.split()
    talk, radio = widgets.HTML(), widgets.RadioButtons(options=[("", "")], description="You say")
    say_it, back = widgets.Button(description="Say it"), widgets.Button(description="Take the last one back")

    def show() -> None:
        lines = []
        way = list(walk(one.spec, letters))
        for n, name in enumerate(way):
            node = one.spec["nodes"][name]
            lines.append(f"<p><b>Buyer:</b> {escape(node['says'])}</p>")
            if n < len(way) - 1:
                lines.append(f"<p><b>You:</b> {escape(node['options'][LETTERS.index(letters[n])]['text'])}</p>")
        options = one.spec["nodes"][way[-1]].get("options", [])
        talk.value = f'<div role="log">{"".join(lines)}</div>'
        labels = [(f"{letter}) {option['text']}", letter) for letter, option in zip(LETTERS, options, strict=False)]
        radio.options = labels or [("", "")]
        radio.value = None if options else ""
        radio.layout.display = say_it.layout.display = None if options else "none"

    def said(_: Any) -> None:
        if radio.value:
            letters.append(radio.value)
            show()

    def undone(_: Any) -> None:
        if letters:
            letters.pop()
            show()

    say_it.on_click(said)
    back.on_click(undone)
    show()
    return [talk, radio, widgets.HBox([say_it, back])], lambda: " ".join(letters), True


_CONTROLS: dict[str, Callable[[Exercise, str], Controls]] = {
    "question": _text_box,
    "text": lambda one, answer: _text_box(one, answer, rows=4),
    "person": lambda one, answer: _text_box(one, answer, rows=4),
    "plan": lambda one, answer: _text_box(one, answer, rows=6),
    "talk": lambda one, answer: _text_box(one, answer, rows=12),
    "fields": _form,
    "numbers": _form,
    "choice": _pick,
    "sorting": _sort,
    "ordering": _order,
    "branching": _branch,
}
_HEADS = {
    "passed": "That works.",
    "not yet": "Not yet.",
    "couldn't tell": CANT_TELL,
    "for a person": "Only a person can judge this one. Compare with the three answers below.",
}


class Play(Practice):
    """The view. `value` is the model's, read-only; `controls` are those of the round at hand."""

    value = traitlets.Unicode("not answered", read_only=True)

    def __init__(self, entry: PracticeEntry, model: PlayModel) -> None:
        self.model, self._checked_nothing = model, False
        self.ask, self.help, self.feedback = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.controls_box = widgets.VBox()
        self.check_button = widgets.Button(description="Check")
        self.hint_button = widgets.Button(description="Give me a hint", tooltip="One hint more each time")
        self.way_button = widgets.Button(description="Show me one way", tooltip="One of several good ways")
        self.back_button = widgets.Button(description="Back", tooltip="The round before")
        self.next_button = widgets.Button(description="Next", tooltip="The next round; what you did here is kept")
        moves = [self.back_button, self.next_button] if len(model.rounds) > 1 else []
        buttons = [self.check_button, self.hint_button, self.way_button, *moves]
        row = widgets.HBox(buttons, layout={"flex_flow": "row wrap"})
        super().__init__(entry, [self.ask, self.controls_box, self.feedback, row, self.help])
        self.add_class("sb-play")
        keeper = DraftKeeper(entry.name, model.typed)
        model.observe(keeper.changed, "answer")
        model.observe(lambda change: note(*change["new"]), "done")
        model.observe(lambda change: self.set_trait("value", change["new"]), "value")
        model.observe(self._show_feedback, ["verdict", "answer"])
        model.observe(self._show_help, ["hints_open", "way_shown"])
        model.observe(self._show_ask, ["passed"])
        self.check_button.on_click(lambda _: self._press_check())
        self.hint_button.on_click(lambda _: model.more_hint())
        self.way_button.on_click(lambda _: model.show_way())
        self.back_button.on_click(lambda _: self._go(-1))
        self.next_button.on_click(lambda _: self._go(+1))
        self._go(0)

    def check(self) -> None:
        """Judge what the controls say now."""
        self.model.answer = self._say()

    def _press_check(self) -> None:
        self._checked_nothing = not self._say()
        self.check()
        self.model.tried()
        self._show_feedback()

    def _go(self, step: int) -> None:
        model, self._checked_nothing = self.model, False
        model.go_to(model.place + step)
        self.controls, self._say, live = _CONTROLS[model.round.kind](model.round, model.answer)
        self.controls_box.children = self.controls
        self.check_button.layout.display = "none" if live else None
        if live:
            for control in self.controls:
                control.observe(lambda _: self.check(), "value")
        last = model.place == len(model.rounds) - 1
        self.next_button.description = "Back to round 1" if last else "Next"
        self.back_button.layout.display = None if model.place else "none"
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
        self.ask.value = f"{where}{asks}{quotes}" + (f"<ul>{means}</ul>" if means else "")

    def _show_feedback(self, *_: Any) -> None:
        one, verdict = self.model.round, self.model.verdict
        head = _HEADS.get(verdict.status, "What a good answer needs:")
        listed = criteria_list(verdict, self.model.answer)
        if self._checked_nothing and verdict.status == "not answered":
            head = "Nothing is chosen yet. Choose above, then press Check."
        if one.kind == "branching" and goes_on(one.spec, self.model.answer):  # no crosses mid-talk
            head = "The talk goes on. So far:"
            done = tuple(criterion for criterion in verdict.criteria if criterion.met)
            to_do = tuple(criterion for criterion in verdict.criteria if not criterion.met)
            listed = criteria_list(Verdict("passed", done)) if done else ""
            listed += criteria_list(Verdict("not answered", tuple(Criterion(left.text, None) for left in to_do)))
        after = f"<p>{escape(one.after)}</p>" if verdict.passed and one.after else ""
        if verdict.status == "for a person":
            after = "".join(
                f"<p>{escape(name.capitalize())}: “{escape(text)}”</p>" for name, text in one.spec["anchors"].items()
            )
        said = f'<p class="sb-head">{head}</p>{listed}{after}'
        self.feedback.value = feedback(verdict.status, self.model.answer, said)

    def _show_help(self, *_: Any) -> None:
        one, opened = self.model.round, self.model.hints_open
        lines = hint_lines(one.hints, opened)
        if self.model.way_shown:
            said = replies(one.spec, one.model) if one.kind == "branching" else []
            way = "\n".join(["", *(f"{letter}) {text}" for letter, text in said)]) if said else one.model
            ways = escape(way).replace("\n", "<br>")
            lines.append(f"<p>One way: {ways}</p>")
        self.help.value = told(lines)
        self.hint_button.description = hint_label(one.hints, opened)
        self.way_button.layout.display = None if one.model else "none"


def play(name: str) -> Play:
    """The practice of rounds with that name in the catalogue; what was done is kept."""
    entry = practice_entry(name)
    return Play(entry, PlayModel(tuple(entry.rounds()), typed=drafts(name)))
