"""Is it one person who sees to it? What two people see to, or "the team", nobody does."""

from __future__ import annotations

import re

from sellbackwards.exercises.kinds.parsing import plain

_NOBODY = re.compile(
    r"\b(?:we|us|they|someone|somebody|everyone|everybody|nobody|anybody|tbd|tbc|both|all of us|us all|(?:the|our|their|my|your)(?: \w+){0,3} team)\b"
)
# Who it is, as against where they work: "Mrs Sow", "Anna", "I".
_PERSON = re.compile(r"(?:(?:mr|mrs|ms|dr|prof)\b|i\b|me\b)|[A-Z]")
_JOINED = re.compile(r"&|\+|/|\band\b|\bor\b")


def one_person(owner: str) -> bool:
    """Does it name one person? "Mr Patel, town IT" and "Anna from the front desk team" do, "Anna, Tom" and "we" don't."""
    bare = re.sub(r"\(.*?\)", "", owner).strip()
    name = plain(bare)
    if not re.search(r"\w", name) or _NOBODY.search(re.sub(r"\b(?:from|of|in) .*", "", name)):
        return False
    if name.startswith("mr and mrs "):  # one household; a person may decide
        return True
    joined = [part.strip() for part in _JOINED.split(bare) if part.strip()]
    if len(joined) > 1:
        return all(re.match(r"(?:i|me)\b", plain(part)) for part in joined)  # "me looking, and I call the mayor"
    return sum(bool(_PERSON.match(part.strip())) for part in bare.split(",")) < 2
