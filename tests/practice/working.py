"""Work a control as a learner would, so that it says an answer; nothing is set behind its back."""

from __future__ import annotations

from typing import Any


def work(control: Any, answer: str) -> None:
    """`answer` is written as an author writes it: letters, numbers, names and what stands after them."""
    kind = control.exercise.kind
    lines = answer.splitlines()
    if kind in {"question", "text", "person"}:
        control.box.value = answer
    elif kind in {"fields", "numbers"}:
        for box, line in zip(control.boxes.values(), lines, strict=True):
            text = line.partition(":")[2].strip()
            words = [value for _, value in getattr(box, "options", ())]
            box.value = next((word for word in words if word.casefold() == text.casefold()), text)
    elif kind == "sorting":
        for one, line in zip(control.lists.values(), lines, strict=True):
            one.value = line.partition(" - ")[2]
    elif kind == "ordering":
        for place, number in enumerate(answer.replace(" ", "").split(",")):
            while control.order.index(number) > place:
                control.up_buttons[control.order.index(number)].click()
    elif kind == "choice":
        letters = answer.replace(" ", "").split(",")
        if control.radio is not None:
            control.radio.value = letters[0]
        for letter, box in control.boxes.items():
            box.value = letter in letters
    elif kind == "branching":
        for letter in answer.split():
            control.radio.value = letter
            control.say_button.click()
    elif kind == "plan":
        for n, step in enumerate(answer.split("\n\n")):
            while control.count <= n:
                control.add_button.click()
            for cell, line in zip(control.cells[n], step.splitlines(), strict=True):
                cell.value = line.partition(":")[2].strip()
    elif kind == "talk":
        for line in lines:
            control.box.value = line
            control.say_button.click()
    else:
        raise NotImplementedError(kind)
