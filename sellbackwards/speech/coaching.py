"""A coach's word on an answer: published criteria, each met, not met or not to be told, and what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sellbackwards.speech import scores
from sellbackwards.speech.asking import Ask
from sellbackwards.speech.coach_rules import ANSWER, REMARK
from sellbackwards.speech.engine import read_with_pitch
from sellbackwards.speech.features import Part, asks_something
from sellbackwards.speech.lexicon import WH, word_set
from sellbackwards.speech.patterns import Hit
from sellbackwards.speech.reading import Coaching, Outcome, Reading, Reason
from sellbackwards.speech.relevance import EMPTY, Content, about_things, content, content_of, everyday, related
from sellbackwards.speech.scores import AGAINST_THEM, HELD_AGAINST, UNWELCOME
from sellbackwards.speech.topic_score import belongs
from sellbackwards.speech.topics import META, SMALL_TALK
from sellbackwards.speech.word_lists import LISTS
from sellbackwards.speech.words import Words, sentences

# What an answer is judged by, in this order. Shown to learners before they answer.
PITCH_CRITERIA = (
    "Asks an open question",
    "Is about the need or the way of working behind this pitch",
    "Names no product, feature or price",
    "Leaves the answer to the buyer (no leading, no pushing)",
)
BUYER_CRITERIA = (
    "Picks up what the buyer said",
    "Stays curious: asks, reflects, or suggests a step that the remark invites",
    "Doesn't argue",
    "No pitch, no price",
    "No pressure",
)
QUESTION_CRITERIA = ("Asks an open question",)
OTHER_LANGUAGE = "This looks like another language than English. I only know English, so a person should look at it."
TOO_LATE = 3  # a question with so many sentences told after it is no longer the one that is asked
TOO_MANY = 3  # more questions than this in one breath are an interrogation, and a way to please a checker

Judged = tuple[bool | None, str]


def coach(text: str, pitch: str | None = None, buyer: str | None = None, context: str = "") -> Coaching:
    """Judge `text` as an answer to a pitch (to be turned into a question) or to a buyer's remark, which counts first.

    `context` is plain text that stands beside the task (the trade, the need behind the pitch, the scene): its words
    belong to the matter as those of the pitch or remark do.

    `reasons` are always the published criteria of that kind, in their order. "passed" where all are met, "not yet"
    where one isn't, "couldn't tell" where none is missed and one can't be told.
    """
    if buyer is not None:
        pitch = None
    reading, parts = read_with_pitch(text, pitch, buyer)
    criteria = BUYER_CRITERIA if buyer is not None else PITCH_CRITERIA if pitch is not None else QUESTION_CRITERIA
    if reading.foreign:
        return Coaching("couldn't tell", tuple(Reason(c, None) for c in criteria), reading, OTHER_LANGUAGE)
    if not parts:
        return Coaching(
            "not yet",
            tuple(Reason(c, False) for c in criteria[:1]) + tuple(Reason(c, None) for c in criteria[1:]),
            reading,
        )
    judged: tuple[Judged, ...]
    if buyer is not None:
        judged = _reply(text, reading, parts, buyer, context)
    elif pitch is not None:
        judged = _question_for(text, reading, parts, pitch, context)
    else:
        judged = (_open_question(text, reading, parts),)
    reasons = tuple(Reason(c, met, evidence) for c, (met, evidence) in zip(criteria, judged, strict=True))
    return Coaching(_outcome(reasons), reasons, reading)


def _outcome(reasons: Sequence[Reason]) -> Outcome:
    if any(r.met is False for r in reasons):
        return "not yet"
    return "passed" if all(r.met for r in reasons) else "couldn't tell"


def _asks(parts: Sequence[Part]) -> list[tuple[Part, Ask]]:
    return [((s, asks), ask) for s, asks in parts for ask in asks]


# "The server dies at ten. Then what?" asks for the rest of the story.
_GOES_ON = frozenset(
    {"then what", "what then", "and then", "and after", "and afterwards", "and then what", "so what then"}
)
_FACTS = word_set("when did do does is are was were have has can could will would")


def _open_question(text: str, reading: Reading, parts: Sequence[Part]) -> Judged:
    told = [s for s, _ in parts]
    if len(told) > 1 and " ".join(told[-1].words) in _GOES_ON and sum(len(s.words) for s in told[:-1]) >= 5:
        return True, told[-1].span(text, 0, len(told[-1].words))
    asks = _asks(parts)
    if not asks:
        return False, ""
    (s, _), last = asks[-1]
    words = s.span(text, last.i, len(s.words))
    if len(told) - 1 - told.index(s) >= TOO_LATE:
        return None, words
    if len(asks) > TOO_MANY or sum(a.form == "open" for _, a in asks) > TOO_MANY:
        return False, words
    if len(s.words) - last.i < 3 and all(len(p.words) < 4 or q.form != "open" for (p, _), q in asks):
        return False, words
    if reading.form == "closed" and s.words[last.i] not in _FACTS:
        # "How do they pay, and who signs for it?": two questions in one breath, one of them open
        beside = [a for (p, _), a in asks[:-1] if p is s]
        who = s.words[last.i] in _WHO and any(s.words[a.i] in _WHO and s.words[a.i] != "what" for a in beside)
        if who or any(a.form == "open" for a in beside):
            return True, s.span(text, beside[0].i, len(s.words))
    if reading.form == "closed" and any(a.form == "open" for (p, _), a in asks[:-1] if p is s):
        return None, words  # "How do they pay, and is it any trouble?": the buyer may answer either half
    if reading.form == "closed" and s.words[last.i] in _PERHAPS_A_STORY and len(s.words) - last.i >= 5:
        return None, words  # "Where does the money come from then?" may get a word, or the whole story
    return reading.form == "open", words


_PERHAPS_A_STORY = word_set("where which")
_WHO = word_set("who where which what")


# How people ask what happens there, or how it is done now.


def is_concrete(reading: Reading, parts: Sequence[Part]) -> bool:
    """Does it ask what happens there or how it is done: "What do you do when …?", "How do your people …?" """
    if all(_THEIRS.isdisjoint(s.words) for s, _ in parts):
        return False
    if "change" in reading.flags:
        return True
    for s, asks in parts:
        for ask in asks:
            w = s.words[ask.i : ask.i + 4]
            how = w[0] in ("how", "who", "where") and len(s.words) - ask.i >= 5 and w[1:2] != ["about"]
            what = (
                w[0] == "what"
                and w[1:2]
                and (w[1] in _HAPPENS or (w[1] in ("do", "does", "did") and "do" in s.words[ask.i + 2 :]))
            )
            tell = w[0] in ("walk", "take", "talk", "tell", "describe", "show", "give") and len(s.words) - ask.i >= 6
            if ask.form == "open" and (how or what or tell) and not _THEIRS.isdisjoint(s.words):
                return True
    return False


def _leans(parts: Sequence[Part]) -> bool:
    """Does the question live on what was told before it: "Two of them left. What came before that?" """
    told = [s for s, asks in parts if not asks]
    asking = [s for s, asks in parts if asks]
    if not told or not asking or _POINTING_BACK.isdisjoint(w for s in asking for w in s.words):
        return False
    return bool(content_of(told).words) and all(everyday(w) or w in _LEANING for w in content_of(asking).words)


_POINTING_BACK = word_set("that it this them those they these then there")
_HAPPENS = word_set("happens happened becomes became goes comes gets holds keeps stops")
_THEIRS = word_set("you your ye yours here")
# The lines of a form ("owner: …"), and a numbered list: nobody talks like that.
_LABELLED = re.compile(r"^[a-z]+(?: [a-z]+)?[ \t]*:[ \t]|(?:^|\s)[1-9][.)]\s", re.I | re.M)


def _hits(parts: Sequence[Part]) -> list[tuple[Part, Hit]]:
    return [((s, asks), hit) for s, asks in parts for hit in ANSWER.hits(s)]


def _talks_to_nobody(text: str, hits: Sequence[tuple[Part, Hit]], steps: bool = False) -> str:
    """The words with which it instructs somebody or speaks of the buyer, instead of talking to the buyer, or "".

    `steps`: it says what the seller does next.
    """
    if len(_LABELLED.findall(text)) > 1:
        return text[:80].strip()
    for (s, asks), hit in hits:
        asked = asks and asks[0].i < hit.i and s.words[asks[0].i] not in ("what", "how")
        # "I'll ring him tomorrow, find out what worries him, …": who says I and will speaks of what they do next
        own = steps and {"i", "we"}.intersection(s.words[: hit.i + 1]) and "will" in s.words[: hit.j]
        if hit.rule.name == "instructs" and not asked and not own:
            return s.span(text, hit.i, hit.j)
    return ""


def _counts(reading: Reading, flag: str, weak: bool = False) -> bool | None:
    """How a flag that should not be there is held against the seller: not at all where it is doubtful, or `weak`."""
    return None if flag in (reading.weak if weak else reading.doubtful) else False


def _without(reading: Reading, *unwelcome: str, weak: bool = False) -> Judged:
    """Met where none of these flags is there; the surest one counts."""
    heard = [flag for flag in unwelcome if flag in reading.flags.keys() - reading.faint]
    there = [(_counts(reading, flag, weak), reading.flags[flag]) for flag in heard]
    return next((one for one in there if one[0] is False), there[0] if there else (True, ""))


def _question_for(text: str, reading: Reading, parts: Sequence[Part], pitch: str, context: str) -> tuple[Judged, ...]:
    flags = reading.flags
    answer = content_of([s for s, _ in parts])
    leans = _leans(parts)
    about: Judged = belongs(answer, pitch, context, is_concrete(reading, parts))
    if leans and about[0] and everyday(about[1]):
        about = (None, about[1])
    if about[0] and about_things(answer) and "change" not in flags:
        about = (None, about[1])
    meta = (answer.words & META) - content(pitch).words
    if meta:
        about = (False, sorted(meta)[0])
    if reading.form == "none" and about[0]:
        about = (None, about[1])
    named = _without(reading, "pitch")
    if named[0] is not False and _copies([w for s, _ in parts for w in s.words], pitch):
        named = (False, text[:200].strip())
    elif named[0] is not False and (dressed := _dressed(text, parts, pitch)):
        named = (False, dressed)
    free = _without(reading, "contradiction", "seller_need", "pressure")
    if reading.form == "leading" and free[0] is not False:
        free = (False, reading.sentences[-1].text)
    asks = _open_question(text, reading, parts)
    hits = _hits(parts)
    if closes := next((s.span(text, hit.i, hit.j) for (s, _), hit in hits if hit.rule.name == _CLOSES), ""):
        free = (False, closes)
    instructs = _talks_to_nobody(text, hits)
    if instructs:
        asks = (False, instructs)
    if "deferral" in flags and asks[0]:
        about = (_counts(reading, "deferral"), flags["deferral"])
    return asks, about, named, free


_CLOSES = "closes on a condition"
_OFFERS = "offers paper"

# Verbs that say what a gift would do: "What would six trays at once change for you?"
_GIVES = word_set("change changes mean means do does bring save give free let allow help make add be look feel sound")
_REACTS = word_set("say think react feel answer respond like sound call")
_NUMBERS = {
    word: str(n)
    for n, words in {
        2: "two twice double doubles doubled", 3: "three triple", 4: "four quarter", 5: "five", 6: "six",
        7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve dozen", 15: "fifteen", 20: "twenty",
        24: "twenty-four", 30: "thirty", 40: "forty", 48: "forty-eight",
        50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty",
        90: "ninety", 100: "hundred", 0.5: "half halves halve halved halving", 0.3: "third",
    }.items()
    for word in words.split()
}  # fmt: skip


def _sold(words: Sequence[str], stems: Sequence[str]) -> list[str]:
    """The words that carry what is offered, by their stems, and numbers by their figure."""
    return [
        _NUMBERS.get(w) or (w if st == "#" else st)
        for w, st in zip(words, stems, strict=True)
        if w in _NUMBERS or st == "#" or w not in EMPTY
    ]


@lru_cache(maxsize=512)
def _offered(pitch: str) -> frozenset[str]:
    return frozenset(k for s in sentences(pitch) for k in _sold(s.words, s.stems))


_TROUBLE = LISTS["TROUBLE"]


def _dressed(text: str, parts: Sequence[Part], pitch: str) -> str:
    """The words that hold out the pitch's own features inside a question ("What would … change for you?"), or ""."""
    offered = _offered(pitch)
    repeated = ""
    for s, asks in parts:
        words = s.words
        trouble = not _TROUBLE.isdisjoint(words) and any(
            w in _TROUBLE and w != "without" and st not in offered for w, st in zip(words, s.stems, strict=True)
        )
        if not asks:
            own = _sold(words, s.stems)
            mine = [k for k in own if k in offered]
            plain = {"you", "your", "when", "if", "he", "she"}.isdisjoint(words) and not trouble
            if len(mine) >= 2 and plain and 2 * len(mine) > len(own):
                repeated = repeated or s.span(text, 0, len(words))
            continue
        if repeated:
            return repeated
        i = asks[-1].i
        if asks[-1].form not in ("open", "closed") or trouble:
            continue
        frames = []
        if "without" in words[i:]:
            k = words.index("without", i)
            if words[k + 1 : k + 2] and words[k + 1] in ("a", "an", "our", "such", "something"):
                frames.append((k + 1, len(words)))
        if "would" in words[i : i + 4]:
            k = words.index("would", i) + 1
            if words[k : k + 1] and words[k] not in ("you", "happen", "it", "they", "your", "that", "be"):
                end = next((j for j in range(k + 1, len(words)) if words[j] in _GIVES), 0)
                if end:
                    frames.append((k, end))
            said = next((j for j in range(k, len(words)) if words[j] in _REACTS), 0)
            to = next(
                (j for j in range(said + 1, min(said + 3, len(words))) if words[j] in ("to", "about", "of", "if")), 0
            )
            if said and to:
                frames.append((to, len(words)))
            for word in ("if", "with"):
                if word in words[k:] and "you" in words[k:] and {"had", "could", "got", "with"} & set(words[k:]):
                    frames.append((words.index(word, k), len(words)))
        elif words[i : i + 4] in (
            ["how", "do", "you", "like"],
            ["what", "do", "you", "think"],
            ["how", "do", "you", "feel"],
        ):
            frames.append((i + 4, len(words)))
        for j, k in frames:
            if sum(x in offered for x in _sold(words[j:k], s.stems[j:k])) >= 2:
                return s.span(text, j, k)
    return ""


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[i : i + 3]) for i in range(len(words) - 2))


@lru_cache(maxsize=512)
def _runs_of(text: str) -> frozenset[tuple[str, ...]]:
    return _runs([w for s in sentences(text) for w in s.words])


def _copies(words: Sequence[str], given: str) -> bool:
    """Is half of what was given in the answer, word after word?"""
    source = _runs_of(given)
    return len(source) >= 2 and 2 * len(source & _runs(words)) >= len(source)


_POINTING = word_set("that it this them those they these one so there then such he she him her his")


def _about_them(parts: Sequence[Part], answer: Content) -> bool:
    """Does its question ask the buyer about themselves or what is before them ("the boxes"), and chat of nothing?"""
    asking = {w for s, asks in parts if asks for w in s.words}
    return not (_THEIRS | _POINTING | {"the"}).isdisjoint(asking) and not answer.words & SMALL_TALK


def _brings_in(parts: Sequence[Part], buyer: str, context: str) -> bool:
    """Does it speak of a thing as known ("the roses") that nobody has named, and that isn't found everywhere?"""
    known = content(buyer).stems | content(context).stems
    for s, _ in parts:
        for i in range(1, len(s.words)):
            word = s.words[i]
            if (
                s.words[i - 1] == "the"
                and word not in EMPTY
                and s.stems[i] not in known
                and not (everyday(word) or word in _LEANING)
            ):
                return True
    return False


def _wonders(s: Words, ask: Ask) -> bool:
    """Does it ask what the seller can't know: an open question, or who, when, where?"""
    return ask.form == "open" or (ask.form == "closed" and s.words[ask.i] in WH)


def _cut_off(buyer: str) -> bool:
    """Did the buyer stop in the middle of a sentence?"""
    return buyer.rstrip(" \"'”’").endswith(("–", "—", "-", "…", "..."))


@lru_cache(maxsize=512)
def _refuses(buyer: str) -> bool:
    """Does the buyer say no, and ask nothing?"""
    told = sentences(buyer)
    return any(True for s in told for _ in REMARK.hits(s)) and not any(s.mark == "?" and len(s.words) > 1 for s in told)


# Short questions that lean on what was just said: "What makes you think so?", "Compared with what?"
_LEANING = word_set(
    "what why how who where when which happened mean means makes made think say said wrong kind sort happen come "
    "more compared example there then so hear sounds tell matters first worst hardest most best exactly feel "
    "worries worry bothers look looks like behind else changed hold holds back stop stopped stops stopping keep "
    "keeps part thought thoughts idea"
)


# Who says these says more than what was asked.
_NOT_PLAIN = word_set(
    "our ours actually because but everybody everyone nobody brochure should must need he him she her"
)


def _concedes(s: Words) -> bool:
    """Does it say what the seller can't do ("I can't match that")? Its words say nothing of what is talked about."""
    first = s.words[:3]
    return len(first) == 3 and first[0] in ("i", "we") and first[1] in _CAN and first[2] in ("n't", "not")


_CAN = word_set("ca can could wo will")


# Who thanks, agrees, wishes well or takes something on says one of these.
_TAKES_UP = word_set(
    "i we me us my thanks thank sorry ok okay yes no sure fine understood noted welcome please glad happy great good "
    "right true course fair bye hope enjoy cheers pleasure agreed lovely congratulations"
)


def _is_enough(likely: float, plainly: bool, to_the_buyer: bool) -> bool | None:
    """Is a reply that asks nothing all that the remark calls for? Yes, no, or None where it can't be told.

    `to_the_buyer`: it answers a question plainly or takes something up; what tells of the world is never surely enough.
    """
    if to_the_buyer and likely > (scores.FITS if plainly else scores.SURELY_FITS):
        return True
    return None if likely > scores.FITS_NOT else False


def _reply(text: str, reading: Reading, parts: Sequence[Part], buyer: str, context: str) -> tuple[Judged, ...]:
    flags = reading.flags
    answer = content_of([s for s, found in parts if found or not _concedes(s)] or [s for s, _ in parts])
    asks = _asks(parts)
    real = [a for (s, _), a in asks if a.form in ("open", "closed", "choice") and len(s.words) > 1]
    heard: dict[str, str] = {}
    hits = _hits(parts)
    wanted = content(buyer).stems
    hits = [(part, hit) for part, hit in hits if hit.rule.name != _OFFERS or part[0].stems[hit.j - 1] not in wanted]
    if not _PERSONS.isdisjoint(content(buyer).all_words):  # "So she does." speaks of whom the buyer spoke
        hits = [(part, hit) for part, hit in hits if hit.rule.name != "instructs" or part[0].words[hit.i] not in _THIRD]
    for (s, found), hit in hits:
        name = hit.rule.name
        if name in ("argues/yes but", "argues/doubts") and not found:
            continue
        if name == "argues/doubts" and found[-1].form == "open" and hit.i > found[-1].i + 1:
            continue
        if name == "argues/though" and found and _wonders(s, found[-1]):
            continue
        heard.setdefault(name, s.span(text, hit.i, hit.j))
    asks_openly = any(a.form == "open" for a in real)
    wonders = asks_openly or any(_wonders(s, a) for (s, _), a in asks)
    refused = _refuses(buyer)
    harmless = (flags.keys() - reading.doubtful).isdisjoint(HELD_AGAINST) and len(parts) <= 4
    harmless = harmless and heard.keys() <= {"lets speak", "releases"}
    plainly = harmless and flags.keys().isdisjoint(AGAINST_THEM) and len(parts) <= 3
    plainly = plainly and not hits and _NOT_PLAIN.isdisjoint(answer.all_words) and "!" not in text
    answers = asks_something(buyer) and not asks and plainly and bool(answer.words)
    letting_go = (
        "releases" in heard
        and not real
        and "keeps at it" not in heard
        and not (flags.keys() - reading.doubtful) & {"pitch", "pressure", "seller_need"}
        and not any("but" in s.words for s, _ in parts)
    )
    strange = len(answer.words - _LEANING)
    pointing = not _POINTING.isdisjoint(answer.all_words)
    # what leans on the remark, and speaks of no other trade, is about the remark
    short = strange <= 2 or (pointing and strange <= 4)
    leaning = not _brings_in(parts, buyer, context) and (
        "reflection" in flags or (bool(real) and answer.words < answer.all_words and short)
    )
    up: Judged = related(answer, buyer, context, leaning, 1.5 if leaning else 0.5)
    if up[0] is None and real and ((wonders and _about_them(parts, answer)) or (leaning and not answer.words)):
        up = (True, up[1])
    if not up[0] and ("next_step" in flags or letting_go):
        up = (True, flags.get("next_step") or heard["releases"])
    meta = (answer.words & META) - content(buyer).words
    if meta or (not (real or letting_go or "reflection" in flags or "next_step" in flags) and up[0] is not True):
        up = (False, sorted(meta)[0] if meta else "")
    curious: Judged
    if "reflection" in flags:
        curious = (
            _owns_up(parts, answer, buyer, flags["reflection"]) if not (real or "next_step" in flags) else True,
            flags["reflection"],
        )
    elif "next_step" in flags:
        # a step against a no isn't what the remark invites, unless they leave a door open somewhere
        curious = (None if refused else True, flags["next_step"])
        if refused and "keeps at it" in heard and not real:
            curious = (False, heard["keeps at it"])
    elif letting_go:
        curious = (True if refused else None, heard["releases"])
    elif real and len(asks) <= TOO_MANY:
        (s, _), last = asks[-1]
        curious = (reading.form != "leading", s.span(text, last.i, len(s.words)))
    else:
        curious = (False, "")
    misread = _misread(text, parts, answer, buyer)
    if misread:
        up = (False, misread)
    elif up[0] and not asks_openly and (guess := _guesses_a_wish(text, parts, buyer)):
        up = (None, guess)
    if len(asks) > TOO_MANY:
        curious = (False, curious[1])
    to_the_buyer = (plainly and asks_something(buyer)) or not _TAKES_UP.isdisjoint(answer.all_words)
    fits = _is_enough(reading.enough if harmless and not misread and not asks else 0.0, plainly, to_the_buyer)
    if fits is None and flags.keys() & UNWELCOME - reading.faint:
        fits = False  # two doubts at once: whether it is enough, and whether it argues or pushes
    if fits and not curious[0]:
        # an answer to what they asked, thanks or a farewell where nothing more is called for: no failure
        up = up if up[0] else (True, text[:80].strip())
        curious = (True, text[:80].strip())
    elif fits is None and curious[0] is False:
        up, curious = (up if up[0] else (None, up[1])), (None, curious[1])
    if "deferral" in flags and "next_step" not in flags and not letting_go and not fits:
        curious = (_counts(reading, "deferral"), flags["deferral"])
    source = content(buyer)
    echo = not real and answer.all_words <= source.all_words | {"so", "ok"}
    handed_back = echo and 2 * len(answer.all_words) <= len(source.all_words) and bool(answer.words)
    if echo and len(source.all_words) > 2:
        # a word or two of theirs, handed back, may keep them talking; the whole remark said again does not
        curious = (None if handed_back else False, text[:200].strip())
    instructs = _talks_to_nobody(text, hits, "next_step" in flags)
    if not instructs and not real and (_PERSONS - {"one", "head"}).isdisjoint(source.all_words):
        instructs = next((s.span(text, 0, len(s.words)) for s, _ in parts if s.words[0] in ("he", "she")), "")
    if instructs:
        curious = (False, instructs)
    elif curious[0] and (
        spoken_of := _speaks_of_them(text, parts, answer, source.all_words | content(context).all_words)
    ):
        curious = (None, spoken_of)
    if handed_back:
        up = (True, text[:200].strip())
    if "lets speak" in heard and not real and not flags.keys() & UNWELCOME:
        # where the buyer was cut off, to hand the word back is all that is called for
        curious, up = (True if fits or _cut_off(buyer) else None, heard["lets speak"]), (True, heard["lets speak"])
    says_little = wonders and "contradiction" in reading.weak
    argues: Judged = (True, "") if letting_go or handed_back or says_little else _without(reading, "contradiction")
    if wonders and content(argues[1]).all_words <= source.all_words:
        argues = (True, "")  # their own words, said again: "The cooks like it, the guests don't. Why?"
    told = [s.span(text, 0, len(s.words)) for s, found in parts if not found]
    if wonders and argues[0] is False and not any(argues[1] in one for one in told):
        argues = (None, argues[1])  # heard in the question itself: "What was it that you didn't like?"
    for name in ("argues/brushes aside", "argues/though", "argues/doubts", "argues/yes but"):
        if name in heard:
            argues = (False, heard[name])
    nothing_named = asks_openly and not content(flags.get("pitch", "")).stems  # "Okay, we have one. Who will read it?"
    pushes = _without(reading, "pressure", "seller_need")
    for name in ("presumes", _CLOSES):
        if pushes[0] is not False and name in heard:
            pushes = (False, heard[name])
    # heard to say back and to argue with the same words, to lead and to push: one of them is wrong
    torn = bool(argues[1]) and "reflection" in flags and not any(name.startswith("argues") for name in heard)
    named: Judged
    if "pitch" in flags and (answers or nothing_named):
        named = (None, flags["pitch"])
    elif _OFFERS in heard and not asks_something(buyer) and flags.keys().isdisjoint({"pitch", "next_step"}):
        named = (False, heard[_OFFERS])
    else:
        named = _without(reading, "pitch", weak="next_step" in flags)  # who comes on Thursday says what they bring
    rushed = "pressure" in flags and "next_step" in flags and not {"presumes", _CLOSES} & heard.keys()
    return (
        up,
        curious,
        (None, argues[1]) if torn else argues,
        named,
        (None, pushes[1]) if rushed else pushes,
    )


# Of whom "he" and "she" may speak.
_PERSONS = word_set(
    "he she him her his hers wife husband partner boss manager owner director mother father mum dad mam son "
    "daughter brother sister colleague nephew niece cousin uncle aunt neighbour friend accountant lawyer doctor "
    "chef driver lady man woman guy girl boy lad chairman chairwoman treasurer secretary somebody someone nobody "
    "who supplier predecessor assistant foreman granddad grandad grandfather grandmother gran child kid baby dog "
    "cat horse last one head mate fella"
)
_THIRD = word_set("he she him her his hers")
_TRADES = ("er", "or", "ist", "man")  # whom a remark names by what they do: a trainer, a painter, a dentist


def _speaks_of_them(text: str, parts: Sequence[Part], answer: Content, named: frozenset[str]) -> str:
    """The words that speak of the buyer as of somebody else ("a number in her head") where nobody is named, or ""."""
    if not _PERSONS.isdisjoint(named) or not (_PERSONS - _THIRD - {"head", "one", "last", "who"}).isdisjoint(
        answer.all_words
    ):
        return ""
    if any(len(word) > 4 and word.endswith(_TRADES) for word in named):
        return ""
    for s, _ in parts:
        if not _THIRD.isdisjoint(s.words) and _THEIRS.isdisjoint(s.words):
            return s.span(text, 0, len(s.words))
    return ""


_SAID_BACK = word_set("so sounds seems sound seem feels felt sorry")
_COMPLIMENTS = word_set(
    "smart successful impressive wonderful clever genius brilliant beautiful lovely amazing charming fantastic "
    "gorgeous professional company business question interesting awesome"
)


def _owns_up(parts: Sequence[Part], answer: Content, buyer: str, evidence: str) -> bool | None:
    """Is what passes for saying back, with nothing else in the turn, said to the buyer and of what they said?"""
    if answer.words and answer.words <= _COMPLIMENTS:
        return False
    if " " not in evidence.strip():
        return None  # heard from single words, not from a stretch of talk
    said = content(buyer)
    for s, _ in parts:
        if not {"you", "your", "yours", "ye"}.isdisjoint(s.words) or not _SAID_BACK.isdisjoint(s.words):
            return True
    one = len(parts) == 1 and parts[0][0].words[0] != "there"
    return True if one and answer.stems & said.stems else None


_TOTAL = word_set("neither nobody none everyone everybody nothing")
# What nobody likes to hear put into their mouth.
_UNKIND = word_set(
    "hate hates lazy stupid silly careless paranoid stubborn old-fashioned backward backwards cheap poor scared"
)


def _misread(text: str, parts: Sequence[Part], answer: Content, buyer: str) -> str:
    """The words that put into the buyer's mouth what they didn't say: a total, a slight, a decision; or ""."""
    source = content(buyer)
    for s, asks in parts:
        words = s.words
        asked = bool(asks) and asks[-1].form in ("closed", "leading")
        marked = asked and asks[-1].why == "asks by its question mark"
        k = words.index("so") + 1 if "so" in words[:3] else 1 if words[0] == "then" else 0
        saying = k and (not asks or marked)
        if not (saying or marked) or len(words) < 4:
            continue
        new = frozenset(words) - source.all_words
        decided = words[k : k + 3] in (["you", "have", "decided"], ["you", "have", "chosen"])
        slight = not _UNKIND.isdisjoint(new)
        total = asked and len(parts) == 1 and not _TOTAL.isdisjoint(new)
        if slight or decided or total:
            return s.span(text, 0, len(words))
    return ""


_WISHES = word_set("want wants wanted wish wishes asked decided plan plans hate hates")
_SPEAKS_OF_WISHES = _WISHES | word_set(
    "need needs like rather prefer prefers looking would hope hopes must should ask asks think thinks going if only 'd"
)


def _guesses_a_wish(text: str, parts: Sequence[Part], buyer: str) -> str:
    """The words that give somebody a wish of which the buyer said nothing ("So the tenants want to leave."), or ""."""
    if not _SPEAKS_OF_WISHES.isdisjoint(content(buyer).all_words):
        return ""
    for s, _ in parts:
        words = s.words
        k = words.index("so") + 1 if "so" in words[:3] else 0
        if k and not _WISHES.isdisjoint(words[k + 1 : k + 5]):
            return s.span(text, 0, len(words))
    return ""
