"""Measure `sellbackwards grade`: speed, wrong marks, memory.

    python benchmarks/grading.py                # 4,000 submissions on 2 processes, all feedback pages
    python benchmarks/grading.py 400            # fewer
    python benchmarks/grading.py 400 --nbgrader # and 40 of them by nbgrader's autograde, as a ratio (installs it in a
                                                # throwaway environment; needs the network)

Prints what it measured, and fails where a mark is wrong or memory grows. Times depend on the machine; ratios less so.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from pathlib import Path

from submissions import generate, sources

JOBS = 2
COMPARED = 40
Truth = dict[tuple[str, str, str], tuple[str, str, str]]


def grade(folder: Path, out: Path) -> tuple[float, int]:
    """(seconds, most bytes of memory of the process that collects) of one run of the command, as instructors run it."""
    watched = (
        "import resource, sys; from sellbackwards.cli import main\n"
        "try: main(sys.argv[1:], standalone_mode=False)\n"
        "finally:\n"
        "    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024\n"
        "    print(most, file=open(sys.argv[4] + '.memory', 'w'))"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", watched, "grade", str(folder), "--out", str(out), "--jobs", str(JOBS)]
    began = time.perf_counter()
    subprocess.run(command, check=True, env=environment, capture_output=True)
    return time.perf_counter() - began, int(Path(f"{out}.memory").read_text(encoding="utf-8"))


def wrong_marks(truth: Truth, out: Path) -> list[tuple[str, str, str]]:
    """(kind, true status, answer) of each row whose status isn't the true one; a row that is missing is wrong, too."""
    with (out / "grades.csv").open(encoding="utf-8", newline="") as file:
        given = {(row["learner"], row["lesson"], row["exercise"]): row["status"] for row in csv.DictReader(file)}
    return [
        (kind, f"{status} → {given.get(key, 'no row')}", answer)
        for key, (status, kind, answer) in truth.items()
        if given.get(key) != status
    ] + [("?", "a row too many", str(key)) for key in given.keys() - truth.keys()]


def by_nbgrader(work: Path) -> tuple[float, float] | str:
    """(seconds of `grade`, seconds of nbgrader's autograde) for 40 submissions of as many answers, or why not."""
    home = work / "nbgrader"
    environment = home / "env"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    installed = subprocess.run(
        [python, "-m", "pip", "install", "-q", "nbgrader", "ipykernel"], capture_output=True, text=True, timeout=600
    )
    if installed.returncode:
        return f"nbgrader can't be installed here ({installed.stderr.strip().splitlines()[-1][:200]})"
    course = home / "course"
    number = sum(len(found) for found in sources().values())
    (course / "source" / "ps").mkdir(parents=True)
    (course / "source" / "ps" / "answers.ipynb").write_text(json.dumps(_nbgrader_notebook(number)), encoding="utf-8")
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.course_id = 'course'\n", encoding="utf-8"
    )
    path = f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}"
    run = {"cwd": course, "capture_output": True, "text": True, "timeout": 1200, "env": {**os.environ, "PATH": path}}
    nbgrader = [str(environment / "bin" / "nbgrader")]
    released = subprocess.run([*nbgrader, "generate_assignment", "ps"], **run)  # type: ignore[call-overload]
    if released.returncode:
        return f"nbgrader could not make its assignment ({released.stderr.strip().splitlines()[-1][:200]})"
    for n in range(COMPARED):
        shutil.copytree(course / "source" / "ps", course / "submitted" / f"learner{n:02d}" / "ps")
    began = time.perf_counter()
    marked = subprocess.run([*nbgrader, "autograde", "ps"], **run)  # type: ignore[call-overload]
    theirs = time.perf_counter() - began
    if marked.returncode:
        return f"nbgrader could not mark ({marked.stderr.strip().splitlines()[-1][:200]})"
    generate(work / "forty", COMPARED)
    return grade(work / "forty", work / "forty_out")[0], theirs


def _nbgrader_notebook(number: int) -> dict[str, object]:
    """A notebook of so many answers (a text in Python) and as many checks, as nbgrader wants it."""
    cells: list[dict[str, object]] = []
    for n in range(number):
        for source, points in ((f"answer_{n} = 'What happens today?'", None), (f"assert answer_{n}.endswith('?')", 1)):
            nbgrader = {
                "grade": points is not None,
                "solution": points is None,
                "locked": points is not None,
                "task": False,
            }
            nbgrader |= {"grade_id": f"{'check' if points else 'answer'}-{n}", "schema_version": 3}
            nbgrader |= {"points": points} if points else {}
            cell = {
                "cell_type": "code",
                "id": f"cell{len(cells)}",
                "source": source,
                "outputs": [],
                "execution_count": None,
            }
            cells.append({**cell, "metadata": {"nbgrader": nbgrader}})
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    count = numbers[0] if numbers else 4000
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        truth = generate(work / "all", count)
        seconds, memory = grade(work / "all", work / "out")
        pages = sum(1 for _ in (work / "out" / "feedback").rglob("*.html"))
        each = f"{seconds / count * 1000:.1f} ms each"
        print(f"{count:,} submissions, {pages:,} pages, {JOBS} processes: {seconds:.1f} s ({each})")
        again, _ = grade(work / "all", work / "out")
        print(f"the same again, nothing changed: {again:.1f} s")
        generate(work / "tenth", count // 10)
        _, small = grade(work / "tenth", work / "tenth_out")
        mine, tenth = memory / 2**20, small / 2**20
        print(f"memory: {mine:.0f} MB for {count:,}, {tenth:.0f} MB for {count // 10:,} ({mine / tenth:.2f} times)")
        wrong = wrong_marks(truth, work / "out")
        print(f"wrong marks: {len(wrong)} of {len(truth):,}")
        for (kind, what, answer), times in Counter(wrong).most_common(15):
            print(f"  {times:5} {kind}, {what}: {answer[:100]!r}")
        failed = bool(wrong) or pages != count or memory > 1.5 * small
        if "--nbgrader" in sys.argv:
            compared = by_nbgrader(work)
            if isinstance(compared, str):
                print(f"nbgrader: skipped: {compared}")
            else:
                ours, theirs = compared
                ratio = f"{theirs / ours:.0f} times as long"
                print(f"{COMPARED} submissions: grade {ours:.2f} s, nbgrader autograde {theirs:.1f} s ({ratio})")
    sys.exit(failed)


if __name__ == "__main__":
    main()
