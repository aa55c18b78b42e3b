"""What a turn does besides asking, and which areas of change it asks about. Decides between the hits of the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sellbackwards.speech.asking import Ask
from sellbackwards.speech.change import find_change
from sellbackwards.speech.learned import SURE, cues, place, weigh
from sellbackwards.speech.lexicon import AUX, NEGATION, word_set
from sellbackwards.speech.moves_rules import INFORMING, MOVES, SAYING_BACK
from sellbackwards.speech.patterns import Hit, opens_clause
from sellbackwards.speech.reading import AREAS, FLAGS
from sellbackwards.speech.relevance import EMPTY, Content, content
from sellbackwards.speech.word_lists import LISTS
from sellbackwards.speech.words import Words

Part = tuple[Words, list[Ask]]
_WHEN = LISTS["WHEN"]
_SUGGESTING = frozenset({"how", "what", "why", "would", "shall", "should", "could", "can"})
_THEIRS = word_set("your his her their the you a whose")
# "How do you do it now?" says what is, not what must be.
_DOING = word_set("you they we i are 're be been were is")
_TOTAL = word_set("neither nobody none all always never everyone everybody both nothing")


@dataclass(slots=True)
class Ruled:
    """What the rules alone say of a turn: flags with their words, what informs, the rules that fit each sentence."""

    flags: dict[str, str]
    informs: str
    rules: list[list[str]]
    sure: set[str]  # flags that a rule of SURE gave
    said: Content | None
    sold: Content | None

    def cues(self, parts: Sequence[Part]) -> set[str]:
        """The cues by which the moves of these sentences, and change, are weighed."""
        return cues(parts, self.flags, self.rules, self.said, self.sold)


def find_moves(
    text: str, parts: Sequence[Part], buyer: str | None, pitch: str | None
) -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Flags and areas of the turn, each with the words that it rests on; and which flags are doubtful."""
    if not parts:
        return {}, {}, frozenset()
    ruled = by_rules(text, parts, buyer, pitch)
    flags: dict[str, str] = {}
    found = ruled.cues(parts)
    moves, doubtful = weigh(found, ruled.flags, ruled.sure)
    for flag, spoken in moves.items():
        if flag in ruled.flags:
            flags[flag] = ruled.flags[flag]
        elif flag == "contradiction" and _asks_on(parts, ruled.said):
            continue
        elif flag != "reflection" or not (ruled.informs or _flatters(parts)):
            n, i, j = place(parts, spoken)
            flags[flag] = parts[n][0].span(text, i, j)
    if ruled.informs or "pitch" in flags:
        flags["inform"] = ruled.informs or flags["pitch"]
    rests_on, areas = find_change(text, parts, flags, pitch, buyer, found)
    if rests_on:
        flags["change"] = rests_on
    return {f: flags[f] for f in FLAGS if f in flags}, {a: areas[a] for a in AREAS if a in areas}, doubtful


def _asks_on(parts: Sequence[Part], said: Content | None) -> bool:
    """Does it take up the buyer's own words and ask on? That is no argument, unless a rule hears one."""
    asking = [asks[-1] for _, asks in parts if asks]
    if said is None or not asking or asking[-1].form == "leading":
        return False
    return any(not said.stems.isdisjoint(s.stems) for s, asks in parts if not asks)


def _flatters(parts: Sequence[Part]) -> bool:
    """Does it praise the buyer? That says nothing back, and nor does who informs at length."""
    return any(not _FLATTERY.isdisjoint(s.words) for s, _ in parts)


def by_rules(text: str, parts: Sequence[Part], buyer: str | None, pitch: str | None) -> Ruled:
    """What the rules say, before cues are weighed (learned.py) and before change is looked for (change.py)."""
    flags: dict[str, str] = {}
    said = content(buyer) if buyer else None
    sold = content(pitch) if pitch else None
    proposes: str = ""
    owns: str = ""
    when = False
    informs = ""
    informs_beside = False
    rules: list[list[str]] = []
    sure: set[str] = set()
    for s, asks in parts:
        form = asks[-1].form if asks else "none"
        hits: dict[str, Hit] = {}
        fit: list[str] = []
        rules.append(fit)
        for hit in MOVES.hits(s):
            if hit.rule.name.startswith("seller_need") and hit.i and s.words[hit.i - 1] in _THEIRS - {"the", "a"}:
                continue
            if hit.rule.name == "pressure/now" and hit.i and s.words[hit.i - 1] in _DOING:
                continue
            if hit.rule.name not in hits:
                hits[hit.rule.name] = hit
                fit.append(hit.rule.name)
        tells = form in ("none", "leading")
        told_before = asks[0].i if asks and not tells else len(s.words)
        echoed = _says_back(s, form, said) if said else None

        pitched = _pitch(s, asks, told_before, hits, sold)
        argued = _contradiction(s, form, tells, hits, said is not None)
        pushed = hits.get("pressure/close")
        hurried = hits.get("pressure/urgency")
        if pushed is None and hurried and (form != "open" or hurried.j <= told_before):
            pushed = hurried
        urged = tells or (
            form != "open" and not {"can", "could", "will", "would", "shall", "want", "ready"}.isdisjoint(s.words)
        )
        if pushed is None and urged:
            pushed = hits.get("pressure/now")
        needy = hits.get("seller_need/own")
        if (
            echoed
            and form != "leading"
            and (s.words[0] in ("so", "sounds", "ok", "right") or s.words[1] in ("sounds", "seems"))
        ):
            pitched = argued = None
        if needy and form != "none" and "you" in s.words and not {"i", "my", "me"} & set(s.words):
            needy = None
        handed = hits.get("deferral/over to you")
        if handed and not {"thanks", "thank"}.isdisjoint(s.words[: handed.i]):
            handed = None  # "Thanks for letting me know."
        for flag, found in (
            ("pitch", pitched),
            ("contradiction", argued),
            ("pressure", pushed),
            ("seller_need", needy),
            ("deferral", handed),
        ):
            if found is not None:
                if found.rule.name in SURE:
                    sure.add(flag)
                flags.setdefault(flag, s.span(text, found.i, found.j))
        owning = _offers(s, asks, form)
        if "next_step/propose" in hits and owning:
            proposes = proposes or s.span(text, hits["next_step/propose"].i, len(s.words))
        if "next_step/own" in hits and owning:
            owns = owns or s.span(text, hits["next_step/own"].i, len(s.words))
        when = when or not _WHEN.isdisjoint(s.words)
        if echoed and ("next_step/propose" in hits or "next_step/own" in hits) and s.words[echoed.i] != "so":
            echoed = None
        if echoed and not (pitched or argued or pushed or needy):
            flags.setdefault("reflection", s.span(text, echoed.i, echoed.j))
        if not (echoed and s.words[echoed.i] == "so" and _FIRM.isdisjoint(s.words)):
            told = _informs(text, s, form)
            informs = informs or told
            informs_beside = informs_beside or bool(told and (not echoed or not _FIRM.isdisjoint(s.words)))
    if buyer and not flags and not proposes and not owns and not any(asks for _, asks in parts):
        for n, (s, _) in enumerate(parts):
            if _opposes(s):
                rules[n].append("contradiction/opposes")  # a cue, not enough by itself
    if ((proposes and (owns or when)) or (owns and when)) and "pressure" not in flags:
        flags["next_step"] = proposes or owns
        flags.pop("deferral", None)
    if informs and informs_beside and "next_step" not in flags:
        # who tells or advises in the same breath has stopped listening: that isn't heard as saying back
        flags.pop("reflection", None)
    return Ruled(flags, informs, rules, sure, said, sold)


def _offers(s: Words, asks: list[Ask], form: str) -> bool:
    """Can the sentence hold a step that the seller takes? Not where it only asks: "When should I call back?" """
    if form == "none" or asks[0].i > 4:
        return True
    opening = s.words[asks[-1].i : asks[-1].i + 2]
    return opening == ["how", "about"] or (form == "closed" and opening[0] in _SUGGESTING)


def _pitch(s: Words, asks: list[Ask], told_before: int, hits: dict[str, Hit], sold: Content | None) -> Hit | None:
    form = asks[-1].form if asks else "none"
    tells = form in ("none", "leading")
    if tells and "pitch/hype" in hits and not {"we", "our", "ours"}.isdisjoint(s.words):
        return hits["pitch/hype"]
    proposing = "next_step/propose" in hits or "next_step/own" in hits
    for name in ("pitch/we sell", "pitch/our"):
        if name in hits and not proposing:
            return hits[name]
    if asks:
        if "pitch/asked" in hits:
            return hits["pitch/asked"]
        if "pitch/hype" in hits and hits["pitch/hype"].i > asks[0].i:
            return hits["pitch/hype"]
    for name in ("pitch/others", "pitch/price", "pitch/benefit"):
        # what is told before the question counts too: "All parts are free, what do you say?"
        if name in hits and hits[name].j <= told_before and not (proposing and name != "pitch/others"):
            return hits[name]
    if sold is not None:
        shared_here = sum(st in sold.stems for st in s.stems)
        k = 1 if s.words[0] in ("and", "so", "well", "hi", "hello") and len(s.words) > 1 else 0
        if tells and s.words[k] == "we" and shared_here:
            return Hit(MOVES.rules[0], k, len(s.words))
        fancy = any(s.words[i : i + 4] in _FANCIES for i in range(3))
        if fancy and shared_here >= 2:
            return Hit(MOVES.rules[0], 0, len(s.words))  # "How would you feel about" what the pitch has just promised
        own = sum(w not in EMPTY for w in s.words)
        fragment = (
            form == "none" and AUX.isdisjoint(s.words) and not {"you", "your"} & set(s.words) and own < len(s.words)
        )
        if fragment and shared_here >= 2 and shared_here >= 0.6 * own:
            return Hit(MOVES.rules[0], 0, len(s.words))  # "Any file in seconds." says the pitch again
        if s.mark == "!" and form == "none" and shared_here and not _troubled(s) and "your" not in s.words:
            return Hit(MOVES.rules[0], 0, len(s.words))
    if sold is not None and tells and len(s.words) >= 2:
        shared = [i for i, st in enumerate(s.stems) if st in sold.stems or s.words[i] in sold.words]
        praise = form == "leading" or any(w in LISTS["SUPERLATIVE"] or w in _PRAISE for w in s.words) or s.mark == "!"
        about_you = {"you", "your"} & set(s.words) and form != "leading"
        need = 1 if form == "leading" and praise and any(w in _PRAISE or w in ("want", "love") for w in s.words) else 2
        if (
            praise
            and not about_you
            and len(shared) >= need
            and not any(st in LISTS["TROUBLE"] and st not in sold.stems for st in s.stems)
        ):
            return Hit(MOVES.rules[0], shared[0], shared[-1] + 1)
    return None


_FANCIES = [
    line.split()
    for line in (
        "how would you feel",
        "how would you like",
        "what would you think",
        "what would you say",
        "how do you feel",
        "how do you like",
        "what do you think",
        "what would you do",
    )
]
_PRAISE = word_set(
    "great good fast quick nice perfect lovely amazing wonderful cool easy smart super fantastic brilliant "
    "free sense best better"
)


def _contradiction(s: Words, form: str, tells: bool, hits: dict[str, Hit], replying: bool) -> Hit | None:
    if not tells:
        if replying and s.words[0] == "but" and not {"we", "our", "us", "ours"}.isdisjoint(s.words):
            return Hit(MOVES.rules[0], 0, len(s.words))  # "But are they as fast as we are?" argues
        return None
    if form == "none":
        for name in ("contradiction/wrong", "contradiction/actually"):
            plain = name in hits and s.words[hits[name].i] in (
                "you",
                "actually",
                "nonsense",
                "no",
                "nope",
                "wrong",
                "rubbish",
            )
            if name in hits and (replying or (plain and (name == "contradiction/wrong" or s.words[0] == "actually"))):
                return hits[name]
    if not replying:
        return None
    denied = s.words[1:3] in (["is", "n't"], ["is", "not"], ["are", "n't"])
    if form == "none" and denied and s.words[0] in ("it", "that", "they", "this"):
        return Hit(MOVES.rules[0], 0, len(s.words))  # "It isn't slow, your internet is."
    if "contradiction/no" in hits and (hits["contradiction/no"].i > 1 or "sorry" in s.words):
        del hits["contradiction/no"]  # ", no frills" opens nothing
    for name in (
        "contradiction/but",
        "contradiction/no",
        "contradiction/all",
        "contradiction/dismiss",
        "contradiction/should",
        "contradiction/wrong",
    ):
        if name in hits and (form == "none" or name in ("contradiction/but", "contradiction/all")):
            return hits[name]
    if form == "leading" and "n't" in s.words[:4]:
        i = s.words.index("n't")
        if i and s.words[i - 1] in LISTS["AUX"] and opens_clause(s, i - 1):
            return Hit(MOVES.rules[0], i - 1, len(s.words))
    return None


_FLATTERY = word_set(
    "smart successful impressive wonderful clever genius brilliant beautiful lovely amazing charming fantastic "
    "gorgeous professional"
)
_SWEEPING = word_set("only just never always nobody everybody should must n't cannot")
_CARING = word_set("hard tough blow painful frustrating hurts hurt worrying worried tiring stressful scary sad rough")
# "So I'll be quick", "so let me show you" go on about oneself; "so I gather that …" says back.
_ONESELF = word_set("i we let our my us i'm")
_HEARING = word_set("hear gather understand take guess sense see am think imagine heard understood")
_NOT_ECHO_START = word_set("i i'm we our my let")


def _says_back(s: Words, form: str, said: Content | None) -> Hit | None:
    """Does the sentence say back what the buyer said? Then where."""
    if said is None or form in ("open", "choice") or len(s.words) < 3:
        return None
    words = s.words
    whole = Hit(MOVES.rules[0], 0, len(words))
    shared = [i for i, st in enumerate(s.stems) if st in said.stems]
    if (set(words) & _TOTAL) - said.all_words and (shared or form == "closed"):
        return None
    if form in ("closed", "leading") and _negated(words) and not said.negated:
        return None
    if shared and _negated(s.words) != said.negated and not _TOTAL & set(words) and len(shared) >= 2:
        return None
    asked_plainly = form == "closed" and words[0] in LISTS["AUX"]
    if asked_plainly:
        return None
    if not shared and not _FLATTERY.isdisjoint(words):
        return None
    k = 0
    while (
        k < len(words) - 1
        and words[k]
        in (
            "ok",
            "okay",
            "right",
            "yeah",
            "and",
            "well",
            "oh",
            "i",
            "see",
            "got",
            "it",
            "ah",
            "hmm",
            "sure",
            "understood",
            "yes",
        )
        and words[k + 1] not in ("hear", "am", "can", "would")
    ):
        k += 1
    if words[k] == "so" and k + 2 < len(words):
        of_oneself = words[k + 1] in _ONESELF and words[k + 2] not in _HEARING
        return None if of_oneself else Hit(whole.rule, k, len(words))
    if (words[-1] == "then" and form != "leading") or (
        words[-2:] in (["for", "you"], ["to", "you"]) and form == "none"
    ):
        return whole
    cue = next(SAYING_BACK.hits(s), None)
    if cue is not None and (cue.i <= k + 2 or shared):
        return Hit(whole.rule, cue.i, len(words))
    if shared and len(words) >= 4 and words[k] in ("you", "your") and words[k + 1] not in _ADVISING:
        return whole
    seeing_you = not {"you", "your"}.isdisjoint(words) and _SWEEPING.isdisjoint(words)
    caring = seeing_you or not _CARING.isdisjoint(words)
    if (
        shared
        and caring
        and len(words) >= 4
        and words[k] not in _NOT_ECHO_START | {"but", "no", "actually", "everybody"}
    ):
        return whole
    if len(shared) >= 2 and len(words) >= 4 and words[0] not in _NOT_ECHO_START:
        return whole
    return None


# What accepts, thanks or comforts: a reply of these words alone argues with nobody.
_SOFT = word_set(
    "sorry thanks thank understand understood fair sense course sure happy glad great nice appreciate respect"
    " okay ok interesting noted see right true agree absolutely welcome hard tough frustrating painful must"
    " pleasure congratulations luck wow oh good lovely pity shame cool hear"
)


def _opposes(s: Words) -> bool:
    """A flat assertion in reply to a remark, with nothing that accepts, asks, says back or offers: it argues."""
    soft = not _SOFT.isdisjoint(s.words[:3]) or not {"sorry", "thanks", "thank"}.isdisjoint(s.words)
    if len(s.words) < 4 or soft or s.words[0] in ("i", "let", "please"):
        return False
    return not _ASSERTING.isdisjoint(s.words)


_ASSERTING = word_set(
    "is are was were do does have has will would can you your it they everybody everyone nobody people all this that"
)


def _negated(words: Sequence[str]) -> bool:
    return any(w in NEGATION for w in words)


# A statement informs when it has the build of advice or fact (the table) and one of the words that such talk turns on.
_INFORMING = word_set(
    "should must ought recommend suggest advise important help helps risk risks because cause causes increase "
    "increases reduce reduces effects effect dangerous harm problem problems options option information "
    "research studies percent program need could can will might people there doctor we our it's include "
    "includes offer cost costs price"
)
_FIRM = word_set("should must need can could will recommend suggest important because might would")
_ADVISING = word_set("should must need can could might ought")
_HEDGES = word_set("so and but well okay ok yeah right oh now mm all great alright because or then yes no sure good")


def _informs(text: str, s: Words, form: str) -> str:
    """The words with which a statement tells facts or gives advice, or ""."""
    words = s.words
    if form != "none" or len(words) < 7 or _INFORMING.isdisjoint(words):
        return ""
    k = 0
    while k < len(words) - 1 and words[k] in _HEDGES:
        k += 1
    if words[k] in ("you", "your") and _ADVISING.isdisjoint(words[k + 1 : k + 5]):
        return ""
    if "sounds" in words or "seems" in words:
        return ""
    hit = next(INFORMING.hits(s), None)
    return s.span(text, hit.i, len(words)) if hit else ""


def _troubled(s: Words) -> bool:
    trouble = LISTS["TROUBLE"]
    return any(w in trouble or st in trouble for w, st in zip(s.words, s.stems, strict=True))
