"""Read the files that platforms add to a download: whose a submission is, and when it was sent."""

from __future__ import annotations

import re
from contextlib import suppress

import yaml

from sellbackwards.grading import platforms
from sellbackwards.grading.scanning import Folder
from sellbackwards.grading.submitted_bytes import Unreadable, bytes_at


def gradescope_learners(folder: Folder) -> dict[str, dict[str, str]]:
    """Folder → whose submission it is, as submission_metadata.yml says."""
    found: dict[str, dict[str, str]] = {}
    for one in folder.files:
        if one.name == "submission_metadata.yml":
            with suppress(Unreadable, yaml.YAMLError, AttributeError, TypeError):
                data = yaml.load(
                    bytes_at(one.path, one.members, 20 * 2**20), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
                )
                for name, facts in data.items():
                    people = [
                        {str(key).strip(":"): value for key, value in who.items()} for who in facts[":submitters"]
                    ]
                    found[name] = {
                        "learner": " & ".join(str(who["name"]) for who in people),
                        **({"email": str(people[0].get("email") or "")} if len(people) == 1 else {}),
                        **({"user": str(people[0].get("sid") or "")} if len(people) == 1 else {}),
                    }
    return found


def sakai_time(folder: Folder) -> float | None:
    for one in folder.files:
        if one.name == "timestamp.txt":
            with suppress(Unreadable):
                return platforms.read_time(bytes_at(one.path, one.members, 100).decode("ascii", "replace").strip()[:14])
    return None


def blackboard_logins(folder: Folder) -> dict[str, str]:
    """Login → full name, as the texts beside the files say: "Name: Jane Doe (jdoe)"."""
    found = {}
    for one in folder.files:
        if "_attempt_" in one.name and one.name.endswith(".txt"):
            with suppress(Unreadable):
                head = bytes_at(one.path, one.members, 2**20)[:500].decode("utf-8", "replace")
                said = re.match(r"\ufeff?Name: *(.+?) *\(([^()\n]+)\)", head)
                if said:
                    found[said[2]] = said[1]
    return found


def longest_login(name: str, known: dict[str, str]) -> dict[str, str]:
    head = name.partition("_attempt_")[0]
    fits = [login for login in known if head.endswith(f"_{login}")]
    return {"login": max(fits, key=len)} if fits else {}
