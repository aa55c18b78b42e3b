"""Find out who the seller is, and who the buyer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Literal

from sellbackwards.calls.call import Call, TranscriptError, Turn
from sellbackwards.calls.names import UNKNOWN, name_and_qualifier, same_name

Role = Literal["seller", "buyer", "other"]

# What a label says of its bearer, in English, German, French, Spanish, Portuguese and Italian. Whoever sells:
_SELLS = re.compile(
    r"(?:(?:our|the|my|senior|junior|inside|field|outside|your) )*"
    r"(?:seller|sales|sales ?(?:rep|reps|person|man|woman|people|agent|consultant|executive"
    r"|representative|advis[eo]r|associate|team|specialist|engineer|guy)"
    r"|rep|vendor|account (?:executive|manager)|ae|sdr|bdr|isr|am|advis[eo]r|agent|supplier|internal"
    r"|host|closer|setter|representative|assistant"
    r"|verkäufer(?:in)?|vertrieb(?:ler(?:in)?|smitarbeiter(?:in)?)?|berater(?:in)?|außendienst"
    r"|vendeu(?:r|se)|commercial(?:e)?|conseill(?:er|ère)|vendedor(?:a)?|comercial|asesor(?:a)?|consultor(?:a)?|venditor[ei]|venditrice|consulente)"
    r"(?: ?#?\d{1,2})?",
    re.I,
)
# Whoever sells together with them, and is not the one to look at:
_SELLS_TOO = re.compile(
    r"(?:se|sc|csm|sales (?:engineer|manager)|solutions? (?:engineer|consultant|architect)|pre-?sales"
    r"|customer success(?: manager)?|manager)",
    re.I,
)
# Whoever buys:
_BUYS = re.compile(
    r"(?:(?:the|our|potential|new|existing) )*"
    r"(?:buyer|customer|client|prospect|prospective (?:client|customer|buyer)|lead|caller|purchaser"
    r"|guest|them|they|other|others|contact|decision[- ]maker|external|user|patient|shopper|homeowner"
    r"|kund(?:e|in)|käufer(?:in)?|interessent(?:in)?|einkäufer(?:in)?|gegenüber|anrufer(?:in)?"
    r"|client(?:e)?|acheteu(?:r|se)|prospect|eux|comprador(?:a)?|cliente|ellos|eles|acquirente|compratore|compratrice|loro)"
    r"(?: ?#?\d{1,2})?",
    re.I,
)
_I = ("me", "myself", "i", "you", "ich", "du", "moi", "vous", "yo", "tú", "eu", "você", "io", "tu", "myself (me)")
# A buyer's title says "sales", too: who leads it doesn't sell on this call.
_LEADS = re.compile(
    r"\b(?:vp|svp|evp|vice president|head|director|chief|cro|manager|lead|president|leader|operations"
    r"|ops|enablement|leiter(?:in)?|directeur|directrice|director[a]?|responsable|gerente)\b",
    re.I,
)

# What sellers say and buyers hardly do: who they are, thanks for the time, offers, proposals.
_OFFERS = re.compile(
    r"\b(?:my name is|this is \w+ (?:from|with|at|calling|of)|i['’]?m calling|i am calling"
    r"|calling (?:from|about|because|you)"
    r"|reach(?:ing|ed) out|thanks? (?:you )?(?:so much )?for (?:taking|making|your|joining|having"
    r"|calling|contacting|the time)"
    r"|walk you through|show you|send (?:you|over)|our (?:products?|platform|solutions?|team"
    r"|customers?|clients?|services?|software|pricing|prices?)"
    r"|we (?:offer|help|work with|provide|sell|supply|could)|would you (?:like|be|want)|(?:can|may"
    r"|could) i (?:help|ask|offer|show|send|suggest)"
    r"|what brings you|i(?:['’]d| would) (?:love|like|suggest|propose|be happy)|i can (?:send|show"
    r"|offer)|shall (?:we|i)|you (?:mentioned|said))\b",
    re.I,
)
_YOU = re.compile(r"\byou(?:r|rs)?\b|\b(?:Sie|Ihnen|Ihre?[nmrs]?|vous|votre|vos|usted(?:es)?|você|Lei)\b", re.I)
_PICKS_UP = re.compile(
    r"\W*(?:hello|hi|hallo|allô|allo|diga|dígame|alô|estou|pronto|yes|ja)\s?\?"
    r"|.{0,40}\b(?:here|speaking|am apparat|à l['’]appareil)\b",
    re.I,
)
_READ = 24  # turns of each that are looked at
# Weights of what a turn does, fitted by hand on 119 talks whose seller is known (see docs/transcripts.md).
_WEIGHTS = {"reflection": 0.5, "pitch": 0.5, "next_step": 0.5}
_ASKS, _OFFER, _TO_YOU, _OPENS = 0.7, 1.0, 1.0, 0.25


def find_seller(call: Call, seller: str | None = None, remembered: Collection[str] = ()) -> tuple[str | None, str]:
    """(the seller's name, why), where `seller` is the name given and `remembered` those chosen before.

    A given name may be written in any case and may be a part that fits one speaker only ("maya" for "Maya Lindqvist");
    TranscriptError where it fits none or several.

    Without one, in this order; what is only a guess is called one:
    1. the one of `remembered` who is on this call; the only speaker with a name; whom the file itself calls so;
    2. a label: "Sales rep", "AE (Maya)", "Me"; or, of two, the one who isn't "Customer". A title that leads sales
       ("VP Sales") says nothing;
    3. who asks, offers, says "you" and opens the talk, counted over the first turns of each.
    None where nobody has a name.
    """
    named = [name for name in call.speakers if name != UNKNOWN]
    if seller is not None:
        return _chosen(call, seller, named), "chosen"
    if not named:
        return None, "nobody is named"
    known = [name for name in named if any(same_name(name, one) for one in remembered)]
    if len(known) == 1:
        return known[0], "chosen before for this folder"
    if len(named) == 1:
        return named[0], "the only speaker with a name"
    ours = [name for name in named if call.sides.get(name) == "seller"]
    if len(ours) == 1:
        return ours[0], "the file says so"
    says = [name for name in named if label_role(name) == "seller"]
    myself = [name for name in named if name.casefold() in _I]
    if len(says) != 1 and myself:
        return myself[0], "a guess: that is how tools call whoever records"
    if len(says) == 1:
        return says[0], "a guess: the name says so"
    buyers = {name for name in named if call.sides.get(name) == "buyer" or label_role(name) == "buyer"}
    rest = [name for name in says or ours or named if name not in buyers] or named
    if len(rest) == 1:
        return rest[0], "a guess: the others' names say that they buy"
    return _by_moves(call, rest)


def label_role(name: str) -> Role | None:
    """What a name says of its bearer: "AE (Maya)", "Maya – Sales", "Customer 2"; None where it says nothing."""
    main, qualifier = name_and_qualifier(name)
    for part in (main, qualifier):
        if not part or (
            _LEADS.search(part) and not re.fullmatch(r"lead|account manager|sales representative", part, re.I)
        ):
            continue
        if _BUYS.fullmatch(part):
            return "buyer"
        if _SELLS.fullmatch(part):
            return "seller"
    first = qualifier.split(",")[0].strip()
    words = f"{main} {first}"
    if not _LEADS.search(words) and re.search(
        r"\b(?:sales (?:rep|person|man|woman|executive)|salesperson|account executive|seller|ae|sdr|bdr)\b", words, re.I
    ):
        return "seller"
    return (
        "buyer"
        if re.search(r"\b(?:prospect|customer|buyer)\b", words, re.I)
        and not re.search(r"success|service|support|care", words, re.I)
        else None
    )


def _by_moves(call: Call, named: list[str]) -> tuple[str, str]:
    """Of `named`, whoever asks, offers, says "you" and opens most; only those with a tenth of the words."""
    words = dict.fromkeys(named, 0)
    for turn in call.turns:
        if turn.speaker in words:
            words[turn.speaker] += turn.words
    enough = min(0.1 * sum(words.values()), max(words.values()))  # on a call of twenty nobody may have a tenth
    able = [name for name in named if words[name] >= enough]
    if len(able) == 1:
        return able[0], "a guess: says most"
    opens = _opener(call, able)
    points = {
        name: _points(call, turns) + (_OPENS if name == opens else 0.0) for name, turns in _first_turns(call, able[:6])
    }
    best = max(points, key=lambda name: points[name])
    others = max(value for name, value in points.items() if name != best)
    if best == opens and points[best] - others <= _OPENS + 0.05:
        return best, "a guess: speaks first"
    return best, "a guess: asks and offers most"


def _first_turns(call: Call, names: Iterable[str]) -> Iterable[tuple[str, list[Turn]]]:
    for name in names:
        yield name, [turn for turn in call.turns if turn.speaker == name][:_READ]


def _points(call: Call, turns: list[Turn]) -> float:
    """How much of a seller's work a turn does on average."""
    total = 0.0
    for turn in turns:
        reading = call.reading(turn.i)
        total += _ASKS * reading.question + sum(weight for flag, weight in _WEIGHTS.items() if flag in reading.flags)
        total += _OFFER * bool(_OFFERS.search(turn.text)) + _TO_YOU * bool(_YOU.search(turn.text))
    return total / max(1, len(turns))


def _opener(call: Call, named: list[str]) -> str:
    """Who speaks first of `named`; picking up the telephone ("Hello? Tom here.") is not opening a talk."""
    turns = [turn for turn in call.turns if turn.speaker in named]
    first = turns[0]
    if len(turns) > 1 and first.words <= 8 and _PICKS_UP.match(first.text):
        return turns[1].speaker
    return first.speaker


def _chosen(call: Call, seller: str, named: list[str]) -> str:
    exact = [name for name in named if same_name(name, seller)]
    wanted = " ".join(seller.casefold().split())
    fits = exact or [name for name in named if wanted and wanted in name.casefold()]
    if len(fits) == 1:
        return fits[0]
    problem = f"“{seller}” could be {' or '.join(fits)}." if fits else f"Nobody is called “{seller}”."
    shown = ", ".join(named[:8]) + (" …" if len(named) > 8 else "")
    raise TranscriptError(call.file, "speakers", problem, f"Choose one of: {shown}.")


def roles(call: Call, seller: str | None) -> dict[str, Role]:
    """A role for each speaker. The buyer is whoever is labelled so and says most, else whoever else says most and isn't
    labelled as the seller's colleague; everyone else is "other"."""
    words: dict[str, int] = {}
    for turn in call.turns:
        words[turn.speaker] = words.get(turn.speaker, 0) + turn.words
    others = [name for name in words if name not in (seller, UNKNOWN)]
    theirs = [name for name in others if call.sides.get(name) == "buyer" or label_role(name) == "buyer"]
    strangers = [name for name in others if call.sides.get(name) != "seller" and not _colleague(name)]
    buyer = max(theirs or strangers or others, key=lambda name: words[name]) if others and seller is not None else None
    return {name: "seller" if name == seller else "buyer" if name == buyer else "other" for name in words}


def _colleague(name: str) -> bool:
    return label_role(name) == "seller" or any(_SELLS_TOO.fullmatch(part) for part in name_and_qualifier(name) if part)
