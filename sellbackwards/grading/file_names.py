"""Read from a file's name whose it is and for which lesson; where the name doesn't say, look inside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sellbackwards.grading import limits
from sellbackwards.grading.platforms import COPY_OF, FILE_WORDS
from sellbackwards.grading.scanning import NOTEBOOK, Found
from sellbackwards.grading.submitted_bytes import Unreadable, bytes_at

_ENDING = re.compile(r"(?:\.ipynb)?(?:\.[a-z0-9]{1,5})?$", re.IGNORECASE)
_COPY = re.compile(r"(?:\s*\(\d{1,3}\)|\s*-\s*Copy\d*|\s+copy(?: \d+)?)$", re.IGNORECASE)  # " (1)", "-Copy1", " copy"
_COUNTED = re.compile(
    r"^\s*(?:\(\d{1,3}\)|\d{1,3}[.)](?=\s))[\s–—_-]*"
)  # "(2) – ", "3. ": a place in a list, of no name
_SET = re.compile(rb'"set"\s*:\s*"([A-Za-z0-9_]{1,80})"')
_ANSWER_ID = re.compile(rb'"answer-(\d{1,2})-\d{1,2}"')
_MAYBE_NOTEBOOK = re.compile(r"(?:^[^.]+|\.json|\.ipynb\.[a-z]{2,4})$", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|odt|rtf|pages|pptx?|xlsx?|png|jpe?g|heic|gif|html?|md|txt|py|numbers|key|eml|msg|url|webloc|lnk)$",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(r"\.(?:rar|7z|tar|gz|tgz|bz2|xz)$", re.IGNORECASE)


class Names:
    """Reads names, with the names of the course's lessons at hand ("01_sell_backwards")."""

    def __init__(self, lessons: Sequence[str]) -> None:
        self.lessons = tuple(lessons)
        self._lesson_of: dict[tuple[str, tuple[int, ...]], str] = {}
        self._notebooks: dict[tuple[str, tuple[int, ...]], bool] = {}
        # With their number first ("01 sell backwards"), then without, the longest first: one may be part of another.
        titles = sorted(lessons, key=len, reverse=True)
        spelt = [(one, one.split("_"), r"[\W_]*") for one in titles]
        spelt += [(one, one.split("_")[1:], r"[\W_]+") for one in titles if one.count("_") > 1]
        self._spelt = [
            (one, re.compile(rf"(?<![^\W_]){between.join(map(re.escape, words))}(?![^\W_])", re.IGNORECASE))
            for one, words, between in spelt
        ]

    def lesson_named(self, name: str) -> str:
        """The lesson that a name spells out, "" where it spells none."""
        return next((lesson for lesson, spelt in self._spelt if spelt.search(name)), "")

    def is_notebook(self, found: Found) -> bool:
        """By its name, or, where that has no ending or another one, by what is in it."""
        if NOTEBOOK.search(found.name):
            return True
        key = (found.path, found.members)
        if key not in self._notebooks:
            self._notebooks[key] = self._is_notebook_inside(found)
        return self._notebooks[key]

    def _is_notebook_inside(self, found: Found) -> bool:
        if found.problem or not _MAYBE_NOTEBOOK.search(found.name) or not 100 < found.size <= limits.NOTEBOOK:
            return False
        data = self._data(found)
        return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"cells"' in data and b'"cell_type"' in data

    def is_readable(self, found: Found) -> bool:
        """Something that may hold answers: a notebook or a zip."""
        return found.is_zip or self.is_notebook(found)

    def lesson_of(self, found: Found) -> str:
        """The lesson of a notebook: as its name says, else as stands in it; "" where neither tells."""
        key = (found.path, found.members)
        if key not in self._lesson_of:
            self._lesson_of[key] = self.lesson_named(found.name) or self._lesson_inside(found)
        return self._lesson_of[key]

    def _lesson_inside(self, found: Found) -> str:
        if found.is_zip or found.problem:
            return ""
        data = self._data(found)
        named = [one.decode() for one in _SET.findall(data) if one.decode() in self.lessons]
        if named:
            return named[-1]
        number = _ANSWER_ID.search(data)
        return next((one for one in self.lessons if number and one.startswith(f"{int(number[1]):02d}_")), "")

    @staticmethod
    def _data(found: Found) -> bytes:
        try:
            return bytes_at(found.path, found.members, limits.NOTEBOOK)
        except Unreadable:
            return b""

    def learner(self, found: Found) -> str:
        """ "anna lee" for "anna lee_01_sell_backwards (1).ipynb"; "" where a file is named after its lesson alone."""
        stem = _COPY.sub("", _ENDING.sub("", found.name))
        while COPY_OF.search(stem):
            stem = COPY_OF.sub("", stem)
        stem = _COUNTED.sub("", stem)
        whole = stem.strip(" _-.,")
        for _, spelt in self._spelt:
            stem, count = spelt.subn(" - ", stem, count=1)
            if count:
                break
        else:
            if re.search(r"(?<![^\W_])0\d(?![^\W_])|\d$", stem) and self.is_notebook(found):
                stem = self._without_number(stem, self.lesson_of(found))
        bare = self._without_file_words(_COPY.sub("", stem.strip(" _-.,")).strip(" _-.,"))
        return bare if bare or self.lesson_named(found.name) or not whole or self._is_lesson(whole) else whole

    def is_guess(self, found: Found) -> bool:
        """Is the learner's name what is left of a file's name without such words as "final", and no lesson in it?"""
        name = self.learner(found)
        others = set(re.findall(r"[^\W\d_]+", _ENDING.sub("", found.name).casefold())) - set(
            re.findall(r"[^\W\d_]+", name.casefold())
        )
        return bool(name and others and not self.lesson_named(found.name))

    @staticmethod
    def _without_number(stem: str, lesson: str) -> str:
        """ "anna" for "anna_01" or "anna lesson 1", where that is the lesson in the file."""
        number = lesson[:2]
        if not number.isdigit():
            return stem
        words = r"(?:lesson|exercises?|ex|week|hw|homework|assignment|l)"
        forms = (rf"{words}[\W_]*0?{int(number)}", number)
        return re.sub(rf"(?<![^\W_])(?:{'|'.join(forms)})(?![^\W_])", " - ", stem, count=1, flags=re.IGNORECASE)

    def _is_lesson(self, name: str) -> bool:
        """Is a name nothing but the number of a lesson, or such words as "lesson 1"?"""
        words = [word.casefold() for word in re.findall(r"[^\W_]+", name)]
        return all(word in FILE_WORDS or word.isdigit() for word in words)

    @staticmethod
    def _without_file_words(name: str) -> str:
        parts = re.split(r"((?:[\s_]|-(?=\s)|(?<=\s)-)+)", name)  # words, and what stands between
        while parts and (parts[0].casefold() in FILE_WORDS or not re.search(r"\w", parts[0].replace("_", ""))):
            parts.pop(0)
        if len(parts) > 2 and parts[-1].isdigit() and parts[-3].casefold() in FILE_WORDS:
            parts.pop()  # "anna homework 1"
        while parts and (parts[-1].casefold() in FILE_WORDS or not re.search(r"\w", parts[-1].replace("_", ""))):
            parts.pop()
        return "".join(parts).strip(" _-.,")

    def is_sent_by_somebody(self, found: Found) -> bool:
        """A document or archive that a learner sent, among other people's files: its name says whose, and for what."""
        if not self.learner(found):
            return False
        words = {word.casefold() for word in re.findall(r"[^\W\d_]+", found.name)}
        spoken = bool(
            self.lesson_named(found.name) or words & (FILE_WORDS - {"the", "for", "from", "new", "my", "copy"})
        )
        return bool(_ARCHIVE.search(found.name)) or (bool(_DOCUMENT.search(found.name)) and spoken)
