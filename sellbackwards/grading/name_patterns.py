"""Recognise the folders and files of learners by the patterns in which learning platforms name them."""

from __future__ import annotations

from typing import Any

from sellbackwards.grading import platforms
from sellbackwards.grading.platforms import PATTERNS, Pattern
from sellbackwards.grading.scanning import Folder


def folder_pattern(name: str, unsure: Pattern | None) -> tuple[Pattern | None, dict[str, str]]:
    """The pattern that a folder's name fits, and its groups. `unsure`: a less certain pattern to try, too."""
    for pattern in PATTERNS:
        if pattern.on != "file" and (not pattern.unsure or pattern is unsure):
            found = pattern.form.match(name)
            if found:
                return pattern, found.groupdict()
    return None, {}


def is_somebodys(name: str) -> bool:
    """Does a platform name a learner's folder like this?"""
    return folder_pattern(name, None)[0] is not None


def file_pattern(name: str) -> tuple[Pattern | None, dict[str, str]]:
    """The platform's pattern that a file's name fits, and the groups of it that hold a text."""
    for pattern in PATTERNS:
        if pattern.on != "folder":
            found = pattern.form.match(name)
            if found:
                return pattern, {key: text for key, text in found.groupdict().items() if text}
    return None, {}


def platform_of_all(folder: Folder) -> Pattern | None:
    """The platform whose less certain pattern fits all folders in here."""
    if any(_download_inside(one) for one in folder.folders.values()):
        return None  # "Sales-01_sell_backwards-1234", a download, has as many underscores as a learner's folder
    for pattern in PATTERNS:
        if not pattern.unsure or not folder.folders:
            continue
        found = [pattern.form.match(name) for name in folder.folders]
        if all(found) and (pattern.platform == "gradescope" or all(map(_like_a_login, found))):
            return pattern
    return None


def _download_inside(folder: Folder) -> bool:
    """Does a platform name several people's folders or files in here, in a way that nobody else does?"""
    named = [one.name for one in folder.folders.values() if folder_pattern(one.name, None)[0]]
    named += [one.name for one in folder.files if file_pattern(one.name)[0]]
    return len(named) > 1 or any(_download_inside(one) for one in folder.folders.values())


def _like_a_login(found: Any) -> bool:
    """Has a login a number in it, or letters of the name? "Lee_Anna_alee" has, "sales_course_notes" hasn't."""
    login, names = found["login"].casefold(), (found["last"] + found["first"]).casefold()
    return any(map(str.isdigit, login)) or any(names[n : n + 3] in login for n in range(len(names) - 2))


def platform_inside(folder: Folder) -> bool:
    """Does a platform name people's folders or files somewhere in here?"""
    if platforms.LEARNERS_BELOW.match(folder.name):
        return True
    unsure = platform_of_all(folder)
    return any(
        bool(folder_pattern(one.name, unsure)[0]) or bool(platforms.LEARNERS_BELOW.match(one.name))
        for one in folder.folders.values()
    ) or any(platform_inside(one) for one in folder.folders.values())
