"""Mutation testing on a sample: change one thing at a time, run its room's tests, list what no test noticed.

    python benchmarks/mutation.py --each 8 --seed 1            every room, 8 changes each
    python benchmarks/mutation.py --rooms speech calls --each 20

A change is a rule (an entry of a word list or a pattern), a threshold (a number), a message (a text with a blank in it)
or an operator (a comparison, and/or, not, plus/minus). Places are drawn at random, with a seed, evenly over the four
kinds. Everything happens in a copy of the course. Browsers, kernels and types are left out: they take minutes a change.

Why no library: mutmut and cosmic-ray make every mutant of a module, where a sample over all rooms is wanted, and neither
takes one word out of a list or a pattern of two hundred, which is what a rule is here.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "sellbackwards"
# The tests that concern a room, beside tests/ROOM.
ALSO = {
    "speech": ["tests/exercises/test_sources.py", "tests/exercises/test_kinds.py"],
    "exercises": ["tests/practice/test_play.py", "tests/test_cli.py"],
    "calls": ["tests/practice/test_own_call.py", "tests/test_cli.py"],
}
# What starts kernels or browsers, compares timings, asks for types, or tries inputs at random by the thousand.
SLOW = [
    "tests/exercises/test_gate.py",
    "tests/exercises/test_magic.py",
    "tests/grading/test_nbval.py",
    "tests/grading/test_workers.py",
    "tests/grading/test_anything.py",
    "tests/grading/test_in_a_browser.py",
    "tests/calls/test_fuzz.py",
]
LEFT_OUT = "not grows_with and not what_source_makes and not shows_today and not building_again and not verify"
KINDS = ("rule", "threshold", "message", "operator")
_OPERATORS: dict[type[ast.AST], str] = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
    ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.FloorDiv: "*", ast.Mod: "*",
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One place in a file, by lines (from 1) and bytes in them, and the text that takes its place."""

    path: Path
    kind: str
    start: tuple[int, int]
    end: tuple[int, int]
    new: str

    def applied(self, source: str) -> str:
        """The source with this change; both must parse."""
        lines = source.encode().splitlines(keepends=True)
        (first, begin), (last, end) = self.start, self.end
        changed = lines[first - 1][:begin] + self.new.encode() + lines[last - 1][end:]
        return b"".join([*lines[: first - 1], changed, *lines[last:]]).decode()

    def __str__(self) -> str:
        source = (ROOT / self.path).read_text(encoding="utf-8")
        lines = source.encode().splitlines()
        old = lines[self.start[0] - 1][self.start[1] : self.end[1] if self.start[0] == self.end[0] else None].decode()
        return f"{self.path}:{self.start[0]}: {self.kind}: {old[:70]} → {self.new[:70]}"


def changes(path: Path) -> Iterator[Change]:
    """Every change that one module offers."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kept = set(_never_run(tree))
    for node in ast.walk(tree):
        if node not in kept:
            for kind, new in _of(node, kept):
                yield _change(path, kind, node, new)


def _never_run(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, annotations, imports and parts of f-strings: a change there changes nothing, or isn't Python."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        for name in ("annotation", "returns"):
            yield from ast.walk(found) if (found := getattr(node, name, None)) is not None else ()
        if isinstance(node, ast.JoinedStr):
            yield from (part for part in ast.walk(node) if part is not node)
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "__all__" for target in node.targets):
            yield from ast.walk(node.value)


def _of(node: ast.AST, kept: set[ast.AST]) -> Iterator[tuple[str, str]]:
    """(kind, new code) of the changes of one node."""
    match node:
        case ast.Constant(value=bool() as value):
            yield "operator", str(not value)
        case ast.Constant(value=int() as value):
            yield "threshold", str(value + 1)
        case ast.Constant(value=float() as value):
            yield "threshold", repr(value * 1.3 if value else 0.3)
        case ast.Constant(value=str() as value) if " " in value.strip() and "\n" not in value:
            yield "message", repr(value.replace(" ", " zzz ", 1))
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts) if len(parts) > 2:
            for part in parts:
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and part not in kept:
                    copy = type(node)(elts=[one for one in parts if one is not part])  # type: ignore[attr-defined]
                    yield "rule", ast.unparse(copy)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str() as words), attr="split")):
            for word in words.split():
                rest = " ".join(one for one in words.split() if one != word)
                yield "rule", f"{rest!r}.split()"
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=[ast.Constant(value=str() as pattern), *_]):
            for word in pattern.split("|")[1:-1] if pattern.count("|") > 2 else ():
                changed = pattern.replace(f"|{word}|", "|zzz|", 1)
                yield "rule", ast.unparse(node).replace(repr(pattern), repr(changed), 1)
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _OPERATORS:
            yield "operator", f"({ast.unparse(left)} {_OPERATORS[type(op)]} {ast.unparse(right)})"
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            yield "operator", f"({ast.unparse(left)} {_OPERATORS[type(op)]} {ast.unparse(right)})"
        case ast.BoolOp(op=op, values=values):
            other = " or " if isinstance(op, ast.And) else " and "
            yield "operator", "(" + other.join(f"({ast.unparse(value)})" for value in values) + ")"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "operator", f"bool({ast.unparse(operand)})"


def _change(path: Path, kind: str, node: ast.AST, new: str) -> Change:
    line, column, last, end = (getattr(node, name) for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"))
    return Change(path.relative_to(ROOT), kind, (line, column), (last, end), new)


def sample(room: str, each: int, seed: int) -> list[Change]:
    """`each` changes of a room that leave Python that can be read, the kinds taken in turn."""
    by_kind: dict[str, list[Change]] = defaultdict(list)
    for path in sorted((PACKAGE / room).rglob("*.py")):
        for change in changes(path):
            by_kind[change.kind].append(change)
    draw = random.Random(f"{seed} {room}")
    for found in by_kind.values():
        draw.shuffle(found)
    picked: list[Change] = []
    while len(picked) < each and any(by_kind.values()):
        for kind in KINDS:
            while by_kind[kind] and len(picked) < each:
                change = by_kind[kind].pop()
                if _is_other_code(change):
                    picked.append(change)
                    break
    return picked


def _is_other_code(change: Change) -> bool:
    """Is the changed module still Python, and another module than before?"""
    source = (ROOT / change.path).read_text(encoding="utf-8")
    try:
        return ast.dump(ast.parse(change.applied(source))) != ast.dump(ast.parse(source))
    except (SyntaxError, ValueError):
        return False


def survives(change: Change, tests: list[str], copy: Path) -> bool | None:
    """Do the tests of a room pass in spite of a change in this copy of the course? None where they ran too long."""
    path = copy / change.path
    before = path.read_text(encoding="utf-8")
    path.write_text(change.applied(before), encoding="utf-8")
    try:
        return _tests_pass(tests, copy)
    except subprocess.TimeoutExpired:
        return None
    finally:
        path.write_text(before, encoding="utf-8")


def _tests_pass(tests: list[str], copy: Path) -> bool:
    environment = os.environ | {
        "PYTHONPATH": str(copy),
        "PYTHONDONTWRITEBYTECODE": "1",  # a changed file of the same second and size would be passed over
        "SELLBACKWARDS_CHROMIUM": "none",
    }
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-k", LEFT_OUT, *tests]
    run = subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=900)
    return run.returncode == 0


def tests_of(room: str, module: str = "") -> list[str]:
    """The test files of a room; first those that name the changed module, which most likely notice and so end the run."""
    paths = [str(path.relative_to(ROOT)) for path in (ROOT / "tests" / room).glob("test_*.py")]
    files = sorted({*paths, *ALSO.get(room, [])} - set(SLOW))
    return sorted(files, key=lambda path: module not in (ROOT / path).read_text(encoding="utf-8"))


def main() -> None:
    rooms = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists())
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--rooms", nargs="+", default=rooms, choices=rooms)
    options.add_argument("--each", type=int, default=8, help="changes in each room")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=1, help="rooms side by side")
    options.add_argument("--list", action="store_true", help="only show what would be changed")
    chosen = options.parse_args()
    if chosen.list:
        for room in chosen.rooms:
            print(*sample(room, chosen.each, chosen.seed), sep="\n")
        return
    with ThreadPoolExecutor(chosen.jobs) as pool:
        found = [
            one
            for part in pool.map(lambda room: try_room(room, chosen.each, chosen.seed), chosen.rooms)
            for one in part
        ]
    survivors = [change for change, survived in found if survived]
    print(
        f"\n{len(found)} changes, {len(survivors)} that nothing noticed, {sum(s is None for _, s in found)} without an end"
    )
    tried, left = Counter(change.kind for change, _ in found), Counter(change.kind for change in survivors)
    print(", ".join(f"{kind}: {left[kind]} of {tried[kind]}" for kind in KINDS))


def try_room(room: str, each: int, seed: int) -> list[tuple[Change, bool | None]]:
    """Each change of a room's sample, with whether its tests passed all the same."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "course"
        shutil.copytree(
            ROOT, copy, ignore=shutil.ignore_patterns(".*_cache", ".venv", ".git", "node_modules", "__pycache__")
        )
        if not _tests_pass(tests_of(room), copy):
            print(f"{room}: left out, since its tests fail without a change", flush=True)
            return []
        for change in sample(room, each, seed):
            survived = survives(change, tests_of(room, change.path.stem), copy)
            found.append((change, survived))
            print("SURVIVED" if survived else "no end" if survived is None else "noticed", change, flush=True)
    return found


if __name__ == "__main__":
    main()
