"""Numbers of an exercise that are worked out from one of our calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from sellbackwards.authoring.source import SourceError, exercises_of, read_page
from sellbackwards.calls import measure, read_call
from sellbackwards.course import DATASETS

CALL = "calls/01_forward.vtt"
PAGE = """---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {display_name: Python 3, language: python, name: python3}
title: One page
minutes: 5
---

+++

## A number

Which?

```{code-cell} ipython3
---
exercise:
  id: "9.1"
  kind: numbers
  seeds: [S4.4]
  hints: [one, two]
  after: That is the number that it is.
  others: ["n: 1", "n: 2"]
  wrong:
    - {answer: "n: 3", caught_by: within, as: plain}
    - {answer: "n: 4", caught_by: within, as: near miss}
    - {answer: "n: 5", caught_by: within, as: pleasing}
  numbers:
    - {name: n, within: 1, unit: UNIT, value: {call: CALL, measure: MEASURE}}
---
n: 1
```
"""


def worked_out(folder: Path, measured: str, unit: str = "s") -> float:
    path = folder / "09_page.md"
    text = PAGE.replace("CALL", CALL).replace("MEASURE", measured).replace("UNIT", f'"{unit}"')
    path.write_text(text, encoding="utf-8")
    spec = exercises_of(read_page(path), path)[0].exercise.spec
    return float(spec["numbers"][0]["value"])


def test_a_number_is_a_measure_of_a_call_or_a_part_of_one(tmp_path: Path) -> None:
    found = measure(read_call(DATASETS / CALL))
    assert worked_out(tmp_path, "talk_share", "%") == round(100 * found.talk_share, 2)
    assert worked_out(tmp_path, "longest_monologue.seconds") == round(found.longest_monologue.seconds or 0, 2)
    assert worked_out(tmp_path, "questions_by_third.2") == found.questions_by_third[2]


@pytest.mark.parametrize(
    "measured", ["charm", "longest_monologue", "longest_monologue.charm", "questions_by_third.3", "talk_share.0"]
)
def test_what_is_no_measure_is_named(tmp_path: Path, measured: str) -> None:
    with pytest.raises(SourceError, match=measured):
        worked_out(tmp_path, measured)
