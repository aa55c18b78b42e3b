# ruff: noqa: E501
"""Which short truth fits a question that no fact answers: about whom it is, about when, and in which form it asks.

Each kind is a situation of `everyday.yaml`. What it says is true of nearly anything that may be asked so.
"""

from __future__ import annotations

import re

from sellbackwards.buyer.exchange import Exchange
from sellbackwards.buyer.fits import IF_THEY_ARE_AWAY
from sellbackwards.buyer.matching import index, strange_words
from sellbackwards.buyer.patterns import WOULD_YOU_SAY
from sellbackwards.buyer.wants import GIVES
from sellbackwards.speech.relevance import EMPTY
from sellbackwards.speech.words import stem

_PERSON = (
    r"(?P<who>he|she|they|(?:your|the) (?:wife|husband|son|daughter|mother|father|dad|mum|boss|team|staff|colleagues?|customers?|guests?|people|girls|boys|lads"
    r"|guys|drivers?|tenants?|parents|teachers?|schools?|nurses?|volunteers?|trustees?|board|investor|founder|engineers?|supervisors?|owners?|others?|workers?"
    r"|patients?|mechanics?|visitors?)|[A-Z][a-z]+)"
)
_MIND = (
    r"(?:think|say|feel|want|wish|like|hope|expect|know|mean|believe|prefer|mind|need|react|respond|take (?:it|that|this)|see (?:it|that|this)"
    r"|thinking|saying|feeling|hoping|looking|afraid|worried|happy|angry|upset)\b"
)
_AUX = r"(?:do|does|did|would|will|has|have|is|was|were|are|can|could|might)"
# "What does Julie want out of this?", "How did she take it?"
_THEIR_MIND = re.compile(rf"\b(?i:{_AUX})(?:n't)? {_PERSON} (?:\w+ ){{0,2}}?{_MIND}")
# "What did he say when he went?"
_WORDS_OF_THEIRS = re.compile(
    r"\bwhat(?:'d| did| do| does| has| have) (?!you\b|i\b|we\b)(?:\w+ ){1,3}?(?:say|said|tell|told|answer|write)\b"
    r"|\bwhat (?:was|were) (?:you told|said|the answer|(?:his|her|their) (?:words|answer))\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"\b(?:an? |one )?example\b|\bfor instance\b|\bsuch as\b", re.IGNORECASE)
_ITS_NAME = re.compile(
    r"\bwhat(?:'s| is| was) (?:(?:his|her|its|their|the) (?:\w+ )?names?|(?:it|he|she|that|they|the \w+) called)\b|\bwhat (?:brand|make|model|kind)\b|\bcalled what\b|\bname of\b",
    re.IGNORECASE,
)
_HOW_FAR = re.compile(r"\bhow (?:far|big|large|wide|high|deep|heavy|fast|full)\b", re.IGNORECASE)
_YOUR_MIND = re.compile(
    r"\bhow (?:do|did|does|would) (?:you|that|it|this) (?:make you )?feel\b|\bhow (?:is|was|are|were) (?:that|it|this|those|these|\w+)(?: \w+){0,2} for you\b",
    re.IGNORECASE,
)
# "What would you like it to be?", "What do you want this firm to be?"
_WISH = re.compile(
    r"\bwhat (?:would|do|did|are|is it (?:that )?) ?(?:you(?:'d)?|you two|you both|it) (?:\w+ ){0,2}?(?:like|want(?:ing)?|wish|hop(?:e|ing)|love|prefer)\b(?! (?:about|of)\b)|\bwhat (?:you'd|would you) (?:\w+ )?(?:like|want|wish)\b",
    re.IGNORECASE,
)
# "What keeps that from happening?", "What's the problem, then?"
_TROUBLE = re.compile(
    r"\bwhat(?:'s| is| was| are| were)? (?:it )?(?:that )?(?:the |your |really |so )*(?:(?:\w+ )?(?:problem|trouble|matter|difficulty|worst|hardest|hard part|snag|catch|bit you worry)|wrong|in (?:the|your|its) way|makes? (?:it |that |a |for )*(?:so )?(?:bad|hard|difficult|tricky|slow)|keeps? \w+(?: \w+){0,2} from|stops? (?:you|it|that|him|her|them)|goes wrong|went wrong|hurts?|bothers?)\b"
    r"|\bwhat(?:'s| is) (?:stopping|keeping|holding|missing|in the way|wrong)\b|\bwhat do you (?:\w+ )?worry\b",
    re.IGNORECASE,
)
# "What happened that night?", "What happened the last time?"
_WHAT_HAPPENED = re.compile(r"\bwhat (?:happened|went on|was going on|did happen)\b", re.IGNORECASE)
# "What time do you start?", "When do they ring?"
_WHAT_TIME = re.compile(r"\bwhat(?:'s the)? (?:time|hour)s?\b|\bat what (?:time|hour)\b", re.IGNORECASE)
_AT_THE_END = re.compile(
    r"\b(?:what time|when) .*\b(?:finish\w*|done|home|leave|stop|close|end|get (?:out|off|away)|knock off|bed)\b",
    re.IGNORECASE,
)
# "When did that hurt you last?"
_WHEN_WAS = re.compile(r"\bwhen(?:'s| is| was)? (?:the )?last\b|\bwhen (?:did|was|were|had)\b", re.IGNORECASE)
_HOW_OFTEN = re.compile(r"\bhow (?:often|regularly|frequently)\b", re.IGNORECASE)
# "Why did you stop?": one event, and their own doing.
_WHY_DID = re.compile(
    r"\bwhy (?:did|would|do) (?:you|he|she|they|we)\b(?! not)|\bwhat made (?:you|him|her|them)\b", re.IGNORECASE
)
# "Who checks it?", "Who's on that?": somebody of theirs who does it.
_WHO_DOES = re.compile(
    r"\bwho(?:'s| is)? (?:on (?:that|it|this)|(?:usually |actually |mostly |then )?(?:does|do|handles?|makes?|checks?|orders?|writes?|answers?|looks? after|deals?|runs?|plans?|takes? care|picks? up|sorts?|keeps?|types?|puts?|enters?|counts?|reorders?|cleans?|prints?|packs?|supposed|responsible|in charge|meant))\b|\bwho (?:do|does|is it) (?:that )?(?:that|it|this)\b",
    re.IGNORECASE,
)
_WHAT_WOULD = re.compile(
    r"\b(?:what|how|which|who) (?:\w+ )?(?:would|could|should|might)\b|\bwhat do you (?:need|want|expect|hope)\b",
    re.IGNORECASE,
)
_WOULD_HAVE = re.compile(r"\bwhat would (?:you|he|she|they) (?:\w+ )?have\b", re.IGNORECASE)
_WHICH = re.compile(r"\bwhich (?:of|are|is|one|ones|\w+s)\b", re.IGNORECASE)
_WHAT_THEY_DO = re.compile(
    r"\bwhat (?:do|does) (?:you|he|she|they|it|that|[A-Z]\w+)(?: \w+){0,2}? (?:do|have to|need to|take|get|go|happen|mean|look)\b"
    r"|\bwhat (?:happens|goes|takes|eats|makes|keeps|stops)\b",
    re.IGNORECASE,
)
_CHANGES = r"(?:knows?|rings?|calls?|phones?|asks?|comes?|complains?|writes?|emails?|wants?|shows? up|turns? up|books?|visits?)"
# "Who rings so late?", "Who asks them?": who comes to them with something. ("Who do you ring?" asks for somebody of theirs.)
_WHO_RINGS = re.compile(
    rf"\bwho(?: is it (?:then )?(?:that|who)|'s it (?:that|who))? (?:(?:usually|mostly|normally|generally|then|all) )?(?!knows?\b){_CHANGES}\b",
    re.IGNORECASE,
)
_WHO_KNOWS = re.compile(
    r"\bwho(?: else| of \w+| here)? (?:\w+ ){0,2}?(?<!to )(?:knows?|remembers?|understands?)\b", re.IGNORECASE
)
_WHO_ELSE = re.compile(
    r"\b(?:who|anybody|anyone|somebody|someone) else\b|\bwho\b.* (?:besides|apart from|other than) \w+", re.IGNORECASE
)
# "Who's going to come at two in the morning?", "Who would you want to talk it over with?"
_WHO_WOULD = re.compile(
    r"\bwho(?:m)?(?:'d|'ll| would| will| should| could| might|(?:'s| is) (?:going to|to)|(?:'s| is) coming)\b",
    re.IGNORECASE,
)
# "Who signed the sheet last?", "Who was with you?": one time that was, and one person.
_WHO_WAS = re.compile(
    r"^\W*(?:and |so )?who(?:,|\?)|\bwho (?:was|were|did|had|has|told|said|signed|opened|put|took|made|wrote|found|saw|sent|left|gave|brought|got|came|rang|broke|built|bought|caught|chose|drove|forgot|kept|knew|led|lost|paid|ran|sold|spoke|stood|taught|thought|threw|won|\w+ed)\b",
    re.IGNORECASE,
)
# "When you're ill or away, who picks up?"
_YOU_AWAY = re.compile(
    r"\b(?:you|u)(?:'?re| are| have| go| get| take|'ve)? (?:\w+ ){0,3}?(?:ill|sick|away|off|on holiday|on leave|out(?! of)|gone|a holiday|a day off|not (?:there|here|around)|aren'?t (?:there|here|in))\b",
    re.IGNORECASE,
)
# "Who do you call?", "Whom did you reach?"
_WHOM = re.compile(
    r"\bwhom\b|\bwho (?:do|does|did|would|can|could|will) (?:you|they|he|she|one|people|the \w+) (?:\w+ )?(?:call|ring|phone|ask|reach|turn to|go to|write to|talk to|speak to|get hold of)\b",
    re.IGNORECASE,
)
_HOW_IT_CAME = re.compile(
    r"\bhow (?:did|could|had|has) (?!you\b|i\b|we\b)(?:\w+ ){1,4}?(?:come|came|happen|happened|get|got|end|ended|begin|start)\b",
    re.IGNORECASE,
)
_FOUND_OUT = re.compile(
    r"\bhow did you (?:first )?(?:find out|hear|know|learn|notice|come to know)\b|\bwho told you\b", re.IGNORECASE
)
# "How do you find out that it's low?", "How would anybody know?"
_HOW_KNOWN = re.compile(
    r"\bhow (?:do|does|would|will|can|could) (?:you|he|she|they|we|people|one|any\w+|some\w+|the \w+|[A-Z]\w+) (?:\w+ ){0,2}?(?:know|find out|notice|realise|realize|tell (?:when|if|whether|that|which)|see (?:when|if|whether|that|which)|hear (?:of|about))\b",
    re.IGNORECASE,
)
# "How do you plan it?", "How's that done?": the way in which they do something, as a rule. ("How bad was it?" isn't.)
_THE_WAY = re.compile(
    r"\bhow(?: do (?:you|we)| does (?:it|that|this|\w+ing|the \w+)(?: \w+){0,2} (?:work|go|run)|(?:'s| is| are) (?:\w+ ){1,4}?(?:done|made|run|kept|set up|sent|\w+ed|work|run))\b|\bhow (?:d'you|to)\b",
    re.IGNORECASE,
)
# "How do they get in touch?": the way in which others do something.
_THEIR_WAY = re.compile(r"\bhow (?:do|does|would|can) (?!you\b|i\b|we\b|it\b|that\b|this\b)\w+", re.IGNORECASE)
# "What happens if she falls ill?", "What would you do if …?"
WHAT_IF = re.compile(
    r"\bwhat (?:happens|happened|would happen|will happen|(?:do|would|will) (?:you|they|he|she|we) do) (?:if|when|once)\b|\bwhat(?:'s| is| would be)? if\b",
    re.IGNORECASE,
)
# "What's the date?", "What day is it?"
WHAT_DAY = re.compile(
    r"\bwhat(?:'s| is| was|'re| are) (?:the |that |your |their |its )?(?:\w+ )?(?:date|day|deadline|hour)\b",
    re.IGNORECASE,
)
# "Who's the fourth?", "Who is he?"
_WHO_IS_IT = re.compile(
    r"\bwho(?:'s|s| is| was) (?:(?:the|this|that|your) (?:\w+ ){0,2}?\w+|he|she|that|this)\W*$", re.IGNORECASE
)
_WHY_NOT = re.compile(r"\b(?:why|how come)(?: \w+)? not\b|\bwhy not\b", re.IGNORECASE)
_UNDONE = re.compile(
    r"\b(?:you|they|he|she|we|nobody|anybody)(?: (?:\w+ )?(?:didn'?t|haven'?t|hasn'?t|hadn'?t|never)|(?:'ve|'d)? not)\b|\bnobody (?:has|did|ever|\w+ed)\b",
    re.IGNORECASE,
)
_OWN_DOING = re.compile(
    r"\bwhat (?:do|did|would|must|should) you (?:\w+ ){0,3}?do\b|\bwhat (?:have|had) you (?:\w+ ){0,2}?(?:do|done)\b|\bwhat (?:do|did) you have to\b",
    re.IGNORECASE,
)
_WHY_NOT_DONE = re.compile(
    r"\bwhy (?:have|did|do|had|has|does)(?:n'?t|nt) (?:you|they|he|she|anybody|anyone|it)\b|\bwhy (?:have|did|do|had) you (?:not|never)\b|\bwhy (?:has|have|did|does) nobody\b"
    r"|\bwhat(?:'s| has| had| is)? (?:kept|stopped|held|keeping|stopping|holding) (?:you|them|him|her|it|everybody|anybody)\b",
    re.IGNORECASE,
)
_HOW_LATE = re.compile(r"\bhow (?:late|early|soon)\b", re.IGNORECASE)
# "When Gene goes home for good, who knows what he knows?" doesn't ask when.
_WHEN_THEN = re.compile(r"\b(?:when|once) [^?]*?, (?:and |then )?(?P<want>who|what|how|where|why)\b", re.IGNORECASE)
_ASKS_FIRST = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay) )*(?P<want>who|what|how|where|why)\b(?! (?:time|day|date|hour|month|year)\b)",
    re.IGNORECASE,
)
_LEAD = r"^\W*(?:(?:and|so|but|ok|okay|well|then|sorry|because|or|no|yes|ah|oh|hm+|now|also)\W+)*(?:\w+, )?"
_YES_NO = re.compile(rf"{_LEAD}(?P<aux>{_AUX})(?P<not>n't)? (?P<who>\w+)(?P<rest>.*)$", re.IGNORECASE)
_SINGULAR = frozenset({"he", "she", "it", "that", "this", "there", "i", "we", "you", "a", "an", "one"})
_PLURAL = re.compile(
    r"^(?:they\b|people\b|(?:the|your|those|these|any|all|most|other|many|some)(?: of (?:them|your|the))?(?: \w+)? ?(?!this|is|was|has)\w{2,}[^s\W]s\b)",
    re.IGNORECASE,
)
_HAVE = re.compile(r"^(?:\w+ )?(?:have|use|keep|get|got|any)\b", re.IGNORECASE)
_DO = {
    "do": "do", "does": "do", "did": "did", "are": "are", "is": "are", "was": "were", "were": "were", "have": "have", "has": "have",
    "can": "can", "could": "could", "would": "would", "will": "will", "might": "might",
}  # fmt: skip
_NOT = {"can": "can't", "will": "won't", "might": "might not"}
_THEM = {"he": "him", "she": "her", "they": "them"}


def fitting_truth(x: Exchange) -> tuple[str, dict[str, str]]:
    """The situation whose lines fit the question, and what is filled into them; nothing where no finer kind does."""
    heard = x.heard
    asked = [one.text for one in heard.reading.sentences if one.form != "none"]
    text = WOULD_YOU_SAY.sub("?", asked[-1] if asked else heard.last_sentence)
    if kind := _in_table(_FIRST, heard.want, text):
        return kind, {}
    if heard.want == "who" and (kind := _who(heard.text, text)):
        return ("no_who" if kind == "who_does" and strange_words(x.scenario, heard) else kind), {}
    if heard.want == "why" and _WHY_NOT.search(text):
        return ("why_not_done" if _UNDONE.search(heard.text) else "why_not_so"), {}
    if heard.want == "when" and (hit := _WHEN_THEN.search(text) or _ASKS_FIRST.match(text)):
        want = hit["want"].lower()
        return (_who(heard.text, text) if want == "who" else "") or f"no_{want}", {}
    if heard.want not in GIVES and _EXAMPLE.search(text):
        return "no_example", {}
    if heard.want in ("what", "how", "yes_no", "more") and _WORDS_OF_THEIRS.search(text):
        return "their_words", {}
    hit = _THEIR_MIND.search(text) if heard.want in ("what", "how", "why", "yes_no") else None
    if hit and (them := whom_they_know(x, hit["who"])):
        return "ask_them", {"{it}": them}
    if heard.want == "yes_no" and heard.form != "choice":
        kinds = [_yes_or_no(one) for one in reversed(asked or [text])]
        return next((kind for kind in kinds if kind[0]), ("", {}))
    kind = _in_table(_LAST, heard.want, text)
    return kind or ("how_else" if heard.want == "how" and not _THE_WAY.search(text) else ""), {}


_Rows = tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]
_FIRST: _Rows = (
    ("how_late", ("how",), _HOW_LATE),
    ("how_late", ("when",), _AT_THE_END),
    ("what_time", ("when",), _WHAT_TIME),
    ("when_was", ("when",), _WHEN_WAS),
    ("how_often", ("how_many",), _HOW_OFTEN),
    ("found_out", ("how", "who"), _FOUND_OUT),
    ("how_it_came", ("how",), _HOW_IT_CAME),
    ("how_known", ("how",), _HOW_KNOWN),
    ("what_if", ("what", "how", "more"), WHAT_IF),
    ("no_when", ("what",), WHAT_DAY),
    ("no_wish", ("what", "how"), _WISH),
    ("own_doing", ("what", "how"), _OWN_DOING),
    ("why_not_done", ("why", "what"), _WHY_NOT_DONE),
    ("no_trouble", ("what",), _TROUBLE),
)
_LAST: _Rows = (
    ("no_measure", ("how_many",), _HOW_FAR),
    ("no_name", ("what",), _ITS_NAME),
    ("no_feel", ("what", "how"), _YOUR_MIND),
    ("would_have", ("what",), _WOULD_HAVE),
    ("no_what_would", ("what", "how", "who"), _WHAT_WOULD),
    ("what_happened", ("what",), _WHAT_HAPPENED),
    ("it_varies", ("what",), _WHICH),
    ("it_varies", ("what",), _WHAT_THEY_DO),
    ("why_did", ("why",), _WHY_DID),
    ("how_they", ("how",), _THEIR_WAY),
)
"""Situations, the kinds of answer that are wanted there (wants.py), and the words that a question has there: those
that are looked for before all others, and after them."""


def _in_table(rows: _Rows, want: str, text: str) -> str:
    """The first situation that fits, or nothing."""
    return next((kind for kind, wants, pattern in rows if want in wants and pattern.search(text)), "")


def _who(line: str, question: str) -> str:
    """Of a question who …: whether it asks who stands in for them, who knows, who comes to them, or who else."""
    for kind, pattern, where in (
        ("who_steps_in", _YOU_AWAY, line),
        ("who_would", IF_THEY_ARE_AWAY, question),
        ("who_else", _WHO_ELSE, question),
        ("who_would", _WHO_WOULD, question),
        ("who_is", _WHO_IS_IT, question),
        ("who_was", _WHO_WAS, question),
        ("whom", _WHOM, question),
        ("who_knows", _WHO_KNOWS, question),
        ("who_rings", _WHO_RINGS, question),
        ("who_does", _WHO_DOES, question),
    ):
        if pattern.search(where):
            return kind
    return ""


def _yes_or_no(text: str) -> tuple[str, dict[str, str]]:
    """Of a yes-or-no question: whether it is about many, about what once was, about them, or about a thing."""
    tail = re.split(
        r"(?<=[,;:]) (?=(?:and |or |but |so )?(?:do|does|did|is|are|was|were|have|has|can|could|would|will)\b)", text
    )[-1]
    hit = _YES_NO.match(tail)
    if hit is None:
        return "", {}
    aux, who = hit["aux"].lower(), hit["who"].lower()
    after = f"{hit['who']}{hit['rest']}"
    past = aux in ("did", "was", "were", "has", "have")
    if _PLURAL.match(after) and who not in _SINGULAR:
        do = _DO[aux]
        return "some_do", {"{do}": do, "{not}": _NOT.get(do, f"{do}n't")}
    if who == "you" and aux in ("would", "could", "might", "will", "can"):
        return "no_would", {}
    if who == "you" and _HAVE.match(hit["rest"].strip()):
        return "no_have", {}
    if who == "you":
        return ("no_you_did" if past else "no_you_do"), {}
    if past and re.search(r"\bever\b|\bbefore\b|\balready\b|\bonce\b", after, re.IGNORECASE):
        return "not_ever", {}
    if aux in ("do", "does") and who not in ("i", "we"):
        return "no_does", {}
    if who == "there":
        return "no_have", {}
    if aux in ("would", "could", "might"):
        return "no_would", {}
    return "", {}


def whom_they_know(x: Exchange, who: str) -> str:
    """Whom they would have to ask: "her", "Julie", "my wife"; nothing where it isn't somebody they know."""
    low = who.lower()
    if low in _THEM:
        return _THEM[low]
    if " " in low:
        owner, _, person = low.partition(" ")
        return f"{'my' if owner == 'your' else 'the'} {person}"
    known = low not in EMPTY and stem(low) in index(x.scenario).all and low != x.scenario.name.lower()
    return who if known and low not in {name.lower() for name in x.scenario.people or ()} else ""
