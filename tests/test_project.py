"""What a public project shows: a workflow, a citation, a list of changes, each valid and none out of step with the rest."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import sellbackwards
from sellbackwards.course import ROOT

WORKFLOW = ROOT / ".github/workflows/ci.yml"


@pytest.mark.parametrize(
    ("path", "schema"), [(WORKFLOW, "vendor.github-workflows"), (ROOT / "CITATION.cff", "vendor.citation-file-format")]
)
def test_it_is_what_its_schema_says(path: Path, schema: str) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    run = subprocess.run(check, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_actionlint_finds_nothing_in_the_workflow() -> None:
    """A second look that a schema can't take: expressions, contexts, shells."""
    lint = shutil.which("actionlint", path=str(Path(sys.executable).parent))
    if lint is None:
        if os.environ.get("SELLBACKWARDS_REQUIRE_ACTIONLINT") == "1":
            pytest.fail("actionlint is missing: requirements/ci.txt")
        pytest.skip("needs actionlint: requirements/ci.txt")
    run = subprocess.run([lint, str(WORKFLOW)], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_the_workflow_runs_what_ci_runs_and_the_readme_s_two_lines() -> None:
    jobs = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]
    assert "bash .ci/run" in [step.get("run") for step in jobs["all"]["steps"]]
    commands = {
        row["system"].partition("-")[0]: row["command"] for row in jobs["two-lines"]["strategy"]["matrix"]["include"]
    }
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"    {commands['macos']} start.py\n" in readme
    assert f"`{commands['windows']} start.py` and `{commands['windows']} start.py test`" in readme
    typed = " ".join(step.get("run", "") for step in jobs["two-lines"]["steps"])
    assert '"$COMMAND" start.py ' in typed and '"$COMMAND" start.py test' in typed


def test_the_version_is_the_same_wherever_it_is_told() -> None:
    """It stands in sellbackwards/__init__.py; the list of changes and the citation follow."""
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))["version"]
    assert newest is not None
    assert newest[1] == cited == sellbackwards.__version__
