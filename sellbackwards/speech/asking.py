"""Does a sentence ask, and how would a listener hear it?"""

from __future__ import annotations

from dataclasses import dataclass

from sellbackwards.speech.asking_rules import INDIRECT, LEADING, LISTS, PROMPTS, TAGS, TOLD, WH_FORM
from sellbackwards.speech.lexicon import ANYONE, AUX, DET, LEAD_IN, MODALS, PREPOSITION, SUBJECT, WH, word_set
from sellbackwards.speech.patterns import opens_clause
from sellbackwards.speech.reading import Form
from sellbackwards.speech.words import Words


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that starts at word i of its sentence."""

    i: int
    form: Form
    why: str


_HOW_ONE, _WHAT_ONE = LISTS["HOW_ONE"], LISTS["WHAT_ONE"]
_SUBJECTS = SUBJECT | DET | ANYONE
_YOU = word_set("you your they we people everyone everybody it")
_NOT_AFTER_AUX = PREPOSITION | word_set(
    "be been love like appreciate do have go get n't not suggest recommend also just you're say prefer want "
    "need try let look take make see call send check help give come think thinking wondering wonder hoping "
    "happy glad sure never always only"
)
# Words after which "do you", "are they" inverts for other reasons: so do we; nor is it; the more … ; as are you.
_NO_ASK_BEFORE = (
    WH | SUBJECT | word_set("so neither nor as than if only never not how whether the that who which much many")
)


def find_asks(s: Words, bare: bool = False) -> list[Ask]:
    """The questions of one sentence, in order; empty where nothing is asked.

    `bare` talk came with no marks at all, and nothing is known of who spoke before: there a statement about
    "you" mostly asks.
    """
    questioned = s.mark == "?"
    asks = _direct(s, questioned)
    asks = _invited(s, asks, questioned)
    asks = _built_in(s, asks, questioned)
    tag = _tag(s, questioned, asks)
    if tag is not None:
        asks.append(tag)
    if not asks:
        ask = _elliptic(s, questioned) or (_bare(s) if bare else None)
        if ask is not None:
            asks.append(ask)
    if asks and asks[-1].form in ("closed", "open"):
        chosen = _options(s, asks[-1])
        if chosen != "none":
            asks[-1] = Ask(asks[-1].i, chosen, "offers options" if chosen == "choice" else "answer built in")
    return asks


def _direct(s: Words, questioned: bool) -> list[Ask]:
    """What is built as a question: a question word with its verb, or a verb before its subject."""
    words, n = s.words, len(s.words)
    asks: list[Ask] = []
    for i, word in enumerate(words):
        if word not in _STARTERS or (not questioned and i and not _REPORTED.isdisjoint(words[max(0, i - 4) : i])):
            continue
        starts = opens_clause(s, i) or _only_lead_in(words, i)
        ask = _strong_ask(s, i, starts, questioned)
        if ask is None or not (starts or not asks):
            continue
        last = asks[-1] if asks else None
        if last is not None and words[i - 1] == "or" and word not in WH:
            # "Is it timing, or is it more the price?" offers options; "how do they pay, or don't they?" asks how
            if n - i > 3 or (n - i == 3 and words[i + 1] not in ("n't", "not")):
                asks.append(Ask(i, "choice", "offers options"))
            elif last.form == "closed":
                asks.append(ask)
            continue
        if last is not None and words[last.i] in WH and word not in WH and s.pause[last.i + 1]:
            continue  # "What, if anything, would you change?" is one question
        if last is not None and last.form == "open":
            # "what do you think of him, who is the coach?" relates; "how is it, do you think?" only softens
            if word in ("who", "which", "where", "when") and s.pause[i] and words[i - 1] not in ("and", "or"):
                continue
            if n - i == 3 and words[i + 1] == "you" and words[i + 2] in ("think", "reckon", "suppose", "say"):
                continue
            if words[i - 1] == "and" and word in WH and ask.form == "closed":
                continue  # "How is it done today, and who sees to it?" is one open question
        asks.append(ask)
    return asks


def _invited(s: Words, asks: list[Ask], questioned: bool) -> list[Ask]:
    """With the first request to be told, or wondering aloud, in place of what was built into it."""
    words, n = s.words, len(s.words)
    for hit in INDIRECT.hits(s):
        name = hit.rule.name
        if hit.i and words[hit.i - 1] in WH and name == "asks whether it may be told":
            continue  # "what would you say" is no request to say something
        if asks and asks[-1].i > hit.j and opens_clause(s, asks[-1].i) and asks[-1].i - hit.j > 4:
            continue
        if hit.j == n == 2 and words[0] == "i":
            continue  # "I wonder."
        if asks and hit.j == n and asks[-1].form == "open" and asks[-1].i < hit.i:
            continue  # "What strikes them first, would you say?" only softens
        if name == "asks to be told" and _for_oneself(s, hit.i, hit.j):
            continue
        asks = [a for a in asks if a.i < hit.i]
        form = _embedded_form(s, hit.j, hit.i)
        if name == "asks whether it may be told" and form == "none":
            form = "closed"
        return [*asks, Ask(hit.i, "open" if form == "none" else form, name)]
    return asks


def _for_oneself(s: Words, i: int, j: int) -> bool:
    """ "I'll come on Monday and share what I saw", "then you tell me where it jams", "tell me if it suits"."""
    words = s.words
    told = TOLD.at(s, i)
    if told is not None and told.rule.name == "leaves it to them":
        return True
    you = i - 2 if i > 1 and words[i - 1] in ("both", "then", "just", "all", "can") else i - 1
    if you >= 0 and words[you] == "you" and (you == 0 or words[you - 1] not in AUX):
        return True
    return (
        s.mark != "?"
        and i > 2
        and words[i - 1] == "and"
        and not {"me", "us"} & set(words[i:j])
        and bool({"i", "we"} & set(words[:i]))
    )


def _built_in(s: Words, asks: list[Ask], questioned: bool) -> list[Ask]:
    """With a question whose answer is built in, in place of what it is built as."""
    words, n = s.words, len(s.words)
    if not (asks or questioned or "guess" in words or "did" in words):
        return asks
    for hit in LEADING.hits(s):
        whole = hit.j - hit.i == n
        if not (whole or asks or questioned) or (asks and asks[-1].i > hit.i + 1 and not questioned):
            continue
        if asks and asks[-1].i >= hit.j:
            continue
        if not (questioned or asks) and words[hit.i] not in ("guess", "did"):
            continue
        return [*(a for a in asks if a.i < hit.i), Ask(hit.i, "leading", hit.rule.name)]
    return asks


_REPORTED = word_set("asked asks wondered wonders")
_STARTERS = WH | AUX | frozenset({"any"})


def _only_lead_in(words: list[str], i: int) -> bool:
    return all(w in LEAD_IN for w in words[:i])


_GRAMMAR_WORDS = (
    SUBJECT | DET | AUX | PREPOSITION | WH | word_set("not n't no so to or then me us be my too them him her")
)
_NOT_LAST = word_set("know so guess say or no knows matter somehow and")


def _elliptic(s: Words, questioned: bool) -> Ask | None:
    """Questions that leave words out: "And the nights?", "you ever been there", "anything else", "paid with what"."""
    words, n = s.words, len(s.words)
    k = 0
    while k < n - 1 and words[k] in LEAD_IN:
        k += 1
    rest = words[k:]
    if questioned and n <= 9 and (AUX.isdisjoint(words) or words[:2] in (["and", "if"], ["and", "when"])):
        prompt = next((hit for hit in PROMPTS.hits(s) if hit.i in (0, k) or hit.i >= n - 4), None)
        if prompt is not None:
            return Ask(k, "closed" if words[-1] in _WHAT_ONE else "open", "prompts")
    if rest[:2] == ["you", "ever"]:
        return Ask(k, "closed", "asks for yes or no")
    if (
        rest[0] in ("any", "anything", "anyone", "anybody")
        and n - k <= 12
        and not any(w in ("is", "will", "would", "can", "helps") for w in rest[1:4])
        and TOLD.at(s, k) is None
    ):
        return Ask(k, _any_form(s, k), "asks for more")
    end = n - 1 if words[-1] in ("exactly", "then", "though", "now") and n > 2 else n
    if (
        words[end - 1] in _ALONE
        and end >= 2
        and words[end - 2] not in _NOT_LAST | WH
        and s.mark != "."
        and words[end - 3 : end] != ["here", "is", "what"]
        and (end == n or questioned)
    ):
        form: Form = "open" if questioned and words[end - 1] in ("how", "why") else "closed"
        return Ask(end - 1, form, "asks with a question word")
    if questioned and (n < 3 or words[0] in _SHORTENED or any(w in _GRAMMAR_WORDS and w not in WH for w in words)):
        return Ask(0, "closed", "asks by its question mark")
    return None


# "(Have you) got five minutes?"
_SHORTENED = word_set("got fancy need heard remember happy still same free ready worth sure care mind ever")
_ALONE = word_set("what where who how which when why")


def _any_form(s: Words, i: int) -> Form:
    """ "Any questions?" wants a yes or no; "Any other things that bother you?" wants them named."""
    named = not _NAMED.isdisjoint(s.words[i + 1 : i + 5])
    return "open" if named and _HANDING_OVER.isdisjoint(s.words[i + 1 :]) else "closed"


_HANDING_OVER = word_set("question questions doubts queries concerns know me i side end from")
_NAMED = word_set(
    "other else others things ways reasons examples comments thoughts ideas suggestions views opinions items updates "
    "news feedback remarks reactions advice tips hints"
)
_TELLING = word_set(
    "know can could should need must will may might just have want take see get better would 'll go say look start"
)


def _bare(s: Words) -> Ask | None:
    words, n = s.words, len(s.words)
    if words[0] == "or" and n <= 9:
        return Ask(0, "closed", "a statement that asks")
    if (
        n > 2
        and n <= 7
        and words[0] in ("so", "oh", "and", "but", "well")
        and words[1] == "you"
        and words[2] not in _TELLING
    ):
        return Ask(0, "closed", "a statement that asks")
    if 3 <= n <= 4 and words[0] == "oh" and words[-2] in SUBJECT and words[-1] in AUX:
        return Ask(0, "closed", "a statement that asks")
    if words[0] == "you" and 1 < n <= 16 and (words[1] not in _TELLING or words[1:] in (["know"], ["mean"])):
        return Ask(0, "closed", "a statement that asks")
    return None


def _strong_ask(s: Words, i: int, starts: bool, questioned: bool) -> Ask | None:
    word = s.words[i]
    if word in WH:
        return _wh(s, i, starts, questioned)
    if word == "any":
        if starts and questioned:
            return Ask(i, _any_form(s, i), "asks for more")
        return None
    return _inverted(s, i, starts, questioned)


def _wh(s: Words, i: int, starts: bool, questioned: bool) -> Ask | None:
    words, n = s.words, len(s.words)
    word = words[i]
    rest = words[i + 1 : i + 8]
    following = rest[0] if rest else ""
    form = _wh_form(s, i)
    if following in _WH_RUN - {"when"} or (i and words[i - 1] in _WH_RUN):
        return None  # "what how why growth": a list of question words asks nothing
    if len(rest) > 3 and _GRAMMAR_WORDS.isdisjoint(words[i + 1 :]):
        return None
    if not rest and i and words[i - 1] == "or":
        return None
    if not rest:  # a bare "why", "what", "how"
        return Ask(i, form, "asks with a question word") if (starts and (i == 0 or questioned)) or questioned else None
    if word == "what" and following in ("a", "an"):
        looks = {"look", "looks", "like", "mean", "means"} & set(rest)
        return Ask(i, "open", "asks with a question word") if looks and (questioned or starts) else None
    told = TOLD.at(s, i)
    if told is not None and words[i - 1] != "or" and (not questioned or words[told.j : told.j + 1] == ["that"]):
        return None
    if (
        word in ("how", "what")
        and not starts
        and (
            (i < 7 and words[0] in PREPOSITION and SUBJECT.isdisjoint(words[:i])) or (i < 12 and words[0] in _WHENEVER)
        )
    ):
        # "at end of day how you are counting it", "once they have seen it what brings them back"
        starts = words[i - 1] not in _KNOWING | PREPOSITION | AUX | DET and _KNOWING.isdisjoint(words[i - 2 : i])
    if i and words[i - 1] in ("look", "watch") and word == "how" and not s.pause[i]:
        return None  # "look how easy it is"
    if following in ("ever", "soever"):
        return None
    if word == "whatever" or (word == "what" and following == "so"):
        return None
    aux_at = _aux_after(words, i, word)
    if aux_at:
        aux, after = words[aux_at], words[aux_at + 1] if aux_at + 1 < n else ""
        direct = aux_at == i + 1
        inverted = after in _SUBJECTS or after in ("n't", "not")
        # mid-sentence these mostly relate, not ask: "the day when…", "my boss, who is…"
        relating = word in ("which", "who", "where", "when", "whose", "whom") and not starts
        if relating and not (
            inverted and after in SUBJECT - {"that", "this", "it"} and aux not in ("is", "was", "are", "were")
        ):
            return None
        if (
            word in ("which", "who")
            and direct
            and i > 0
            and s.pause[i]
            and not questioned
            and not _only_lead_in(words, i)
        ):
            return None
        if word in ("what", "how", "why") and not starts and not inverted:
            # "that is fair what would need to change": a run-on, where nothing before it takes the clause as its object
            runs_on = (
                direct and aux in ("would", "could", "does", "did", "might", "should") and words[i - 1] not in _KNOWING
            )
            if not runs_on or words[i - 1] in PREPOSITION | AUX | SUBJECT | DET:
                return None
        if not questioned and _cleft(words, aux_at, inverted):
            return None
        if word == "when" and not inverted:
            return None
        return Ask(i, form, "asks with a question word")
    if word in ("how", "what") and following in ("about", "else", "if"):
        if starts or questioned or (following == "about" and words[i - 1] not in _KNOWING):
            return Ask(i, form, "asks with a question word")
        return None
    if word == "how" and following == "come":
        return Ask(i, "open", "asks with a question word")
    if word in ("when", "where", "which", "whose", "whom") and not (
        starts and word in ("where", "which") and questioned
    ):
        short = starts and i <= 1 and n - i <= 4 and word != "when"
        short = short or (word == "which" and i == 0 and n > 2)  # "which bit gets complicated for you"
        return Ask(i, form, "asks with a question word") if short else None
    if not starts:
        return None
    # no auxiliary: the wh-word is itself the subject ("what happens"), or the order is a statement's ("what you do")
    if (following in _SUBJECTS or following == "to") and not (word == "how" and following in _HOW_ONE):
        if questioned and word != "who":
            return Ask(i, form, "asks with a question word")
        if (
            following in _YOU
            and ((_only_lead_in(words, i) and not _has_copula(words, i + 2)) or words[i - 1] == "or")
            and word in ("what", "how", "why")
        ):
            return Ask(i, form, "asks with a question word")
        return None
    if (
        i > 0
        and not questioned
        and (
            (word == "who" and words[i - 1] != "so")
            or (s.mark and words[i - 1] == "and" and not _only_lead_in(words, i))
        )
    ):
        return None
    return Ask(i, form, "asks with a question word")


_WH_RUN = word_set("what how why who which where when")
_WHENEVER = word_set("when if once because while whenever")
_KNOWING = word_set(
    "know knows knew talk talking think thought hear heard see sure of tell told say said understand matter no is care"
)


def _aux_after(words: list[str], i: int, word: str) -> int:
    """Where the auxiliary stands after a wh-word and its noun ("what kind of help do you"), or 0."""
    reach = 7 if word in ("what", "which", "how", "whose") or words[i + 1] == "of" else 3
    for j in range(i + 1, min(i + 1 + reach, len(words))):
        w = words[j]
        if w in AUX or w == "'s":
            return j
        if (w in SUBJECT and w not in ("that", "this", "these", "those")) or w in WH:
            return 0
        if w in ("the", "your", "our", "my", "a", "an", "to") and words[j - 1] not in ("of", "in", "for", "on"):
            return 0
    return 0


def _cleft(words: list[str], aux_at: int, inverted: bool) -> bool:
    """ "What is nice is that…", "what matters is…": told, not asked."""
    if inverted:
        return False
    tail = words[aux_at + 2 : aux_at + 9]
    for k, w in enumerate(tail):
        if w in ("is", "was") and k + 1 < len(tail) and tail[k + 1] not in SUBJECT - {"that", "it"}:
            return not any(x in WH for x in tail[:k])
    return False


def _has_copula(words: list[str], start: int) -> bool:
    """ "what we do is…", "what you need 's…": a second verb makes the wh-clause a subject."""
    for j in range(start, min(start + 9, len(words))):
        if (
            words[j] in ("is", "was", "will", "would", "'s", "means", "makes", "matters", "are", "helps")
            and words[j - 1] not in SUBJECT | ANYONE
        ):
            return True
    return False


def _wh_form(s: Words, i: int) -> Form:
    """What the question word i asks for."""
    hit = WH_FORM.at(s, i)
    if hit is not None:
        return "closed" if hit.rule.name == "closed" else "choice" if hit.rule.name == "choice" else "open"
    return "open" if s.words[i] in ("how", "what", "why") else "closed"


_WHOSE = word_set("your their his her my our any this that these those")
_INVERTIBLE = word_set("is are was were does did do has have can could will would should am shall may might had must")


def _inverted(s: Words, i: int, starts: bool, questioned: bool) -> Ask | None:
    words, n = s.words, len(s.words)
    aux = words[i]
    if aux not in _INVERTIBLE or i + 1 >= n:
        return None
    j = i + 1
    negative = words[j] in ("n't", "not")
    if negative:
        j += 1
        if j >= n:
            return None
    subject = words[j]
    if (negative and subject == "or") or (not questioned and TOLD.at(s, i) is not None):
        return None
    form: Form = "leading" if negative and words[j - 1] == "n't" else "closed"
    why = "asks for yes or no" if form == "closed" else "answer built in"
    if not starts:
        before = words[i - 1]
        if (
            before in _NO_ASK_BEFORE
            or before in AUX
            or before == "to"
            or subject not in ("you", "we", "they", "i", "he", "she")
            or negative
        ):
            return None
        if aux in ("is", "was", "am", "may", "might", "must", "had"):
            return None
        if words[max(0, i - 6) : i] and any(w in WH for w in words[max(0, i - 6) : i]):
            return None
        return Ask(i, form, why)
    if subject in SUBJECT:
        if aux == "do" and subject in ("it", "that", "this", "these", "those") and not questioned and not negative:
            return None
        if aux == "had" and not questioned:
            return None
        if aux in ("may", "might", "must", "should") and subject in ("that", "this", "these"):
            return Ask(i, form, why) if questioned else None
        if i > 0 and not questioned and words[i - 1] in ("so", "neither", "nor", "as") and n - i <= 3:
            return None
        return Ask(i, form, why)
    if subject in DET or subject in ANYONE:
        if aux in ("has", "have", "had") and i and words[i - 1] == "and" and subject in DET - _WHOSE:
            return None  # "it runs on 4G and has a battery": the subject goes on
        if (
            aux in ("have", "had")
            and subject in DET - {"your", "any", "most", "all", "these", "those"}
            and not questioned
        ):
            return None
        if (
            aux == "do"
            and subject in ("the", "a", "an", "some", "my", "no", "more", "much", "every", "each")
            and not questioned
        ):
            return None
        if negative and aux in ("do", "does") and aux == "do" and subject in DET and not questioned:
            return None
        return Ask(i, form, why)
    if negative:
        return Ask(i, "leading", why) if questioned else None
    if questioned or (aux in ("is", "are", "was", "were", "does", "did") and _only_lead_in(words, i) and i + 2 < n):
        if subject in _NOT_AFTER_AUX and not questioned:
            return None
        if not questioned and aux in MODALS:
            return None
        return Ask(i, form, why)
    return None


def _embedded_form(s: Words, j: int, i: int) -> Form:
    """The form of what an indirect question asks for, from word j on."""
    words = s.words
    if j + 1 < len(words) and words[j] in AUX and words[j + 1] in _SUBJECTS:
        return "closed"  # "I wonder does anybody read it"
    for k in range(max(i, j - 3), min(len(words), j + 14)):
        w = words[k]
        if w in WH:
            if w == "when" and k > j and k + 1 < len(words) and words[k + 1] in _SUBJECTS:
                return "open"
            return _wh_form(s, k)
        if w in ("if", "whether") and k >= j - 1:
            rest = words[k + 1 : k + 12]
            return "none" if any(x in WH for x in rest) and w == "if" else "closed"
        if w in ("about", "more", "through", "of", "example", "from", "bit") and k >= j - 2:
            if w == "more" and "like" in words[k : k + 2]:
                continue
            return "open"
    return "none" if _TALK.isdisjoint(words[i : j + 4]) else "open"


_TALK = word_set("tell describe explain elaborate walk expand share talk understand clarify paint take")


def _tag(s: Words, questioned: bool, asks: list[Ask]) -> Ask | None:
    s = _without_address(s)
    words, n = s.words, len(s.words)
    for i in range(max(0, n - 6), n):
        hit = TAGS.at(s, i)
        if hit is None:
            continue
        name = hit.rule.name
        last = words[i:]
        if name == "checks":
            if i == 0 and not questioned and len(last) < 2:
                return None
            if last[0] in ("ok", "okay", "alright", "deal", "fine", "sound", "or") and not questioned:
                return None
            if last[0] == "or":
                return None
            return Ask(i, "closed", name) if not asks or asks[-1].i <= i else None
        if i == 0 and words != ["you", "know", "what", "i", "mean"]:
            return None
        if "or" in last and asks:
            return None  # "do you do it yourselves or what?" still asks
        if name == "asks to agree after a no":
            if asks and asks[-1].i < i and asks[-1].form in ("open",):
                return None
            negative = any(w in ("n't", "not", "no", "never", "nobody", "nothing") for w in words[:i])
            if s.pause[i] or negative or (questioned and words[i - 1] not in WH and i > 2):
                if (
                    words[i - 1] in WH
                    or words[i - 1] == "or"
                    or (words[i - 1] in SUBJECT and not s.pause[i])
                    or (not s.pause[i] and any(w in WH for w in words[:i]))
                ):
                    return None
                return Ask(i, "leading", name)
            return None
        if len(last) == 1:
            sure = last[0] in ("huh", "eh", "innit")
            if last[0] == "eh" and s.mark == ".":
                return None
            if last[0] in (
                "yes",
                "no",
                "true",
                "see",
                "yeah",
                "yep",
                "surely",
                "ya",
                "na",
                "agree",
                "agreed",
                "or",
                "nah",
                "yea",
            ) and not (questioned and (s.pause[i] or last[0] == "or")):
                return None
            if last[0] in ("right", "correct") and not (questioned or (n > 2 and (s.pause[i] or not s.mark))):
                return None
            if last[0] == "right" and (
                words[i - 1]
                in ("is", "that", "be", "the", "all", "are", "not", "you", "just", "about", "am", "it", "really")
                and not s.pause[i]
            ):
                return None
            if asks and asks[-1].form == "open" and not sure and not (questioned and s.pause[i]):
                return None
        elif (asks and asks[-1].i == i == 0) or (
            last[-1] in ("no", "imagine", "suppose", "hope", "guess", "gather", "presume") and s.mark and not questioned
        ):
            return None
        return Ask(i, "leading", name)
    return None


def _without_address(s: Words) -> Words:
    """Without a name at the end: "You wouldn't say no, would you, Mr Banerjee?" """
    n = len(s.words)
    for p in range(max(1, n - 3), n):
        if s.pause[p] and _GRAMMAR_WORDS.isdisjoint(s.words[p:]) and TAGS.at(s, p) is None:
            return Words(s.words[:p], s.stems[:p], s.starts[:p], s.ends[:p], s.pause[:p], s.mark, s.begin, s.end)
    return s


_NO_OPTION_AFTER_OR = word_set(
    "not so something anything whatever less no two three four else somewhere someone what if how why"
)
_COMPARED = word_set("worse better more bigger harder easier cheaper faster prefer rather stronger worst")
_OPEN_BEFORE_OR = word_set("any anything anyone anybody ever every each some")


def _options(s: Words, ask: Ask) -> Form:
    """Does the question offer options to pick from (choice), the same one twice (leading), or none?"""
    words, n = s.words, len(s.words)
    if "or" not in words or "scale" in words:
        return "none"
    if (
        words[ask.i] in ("what", "which")
        and "or" in words[: ask.i]
        and {"prefer", "rather", "better"} & set(words[ask.i :])
    ):
        return "choice"  # "Mornings or afternoons, what do you prefer?"
    for k in range(n - 2, ask.i, -1):
        if words[k] != "or":
            continue
        if words[k + 1 :] == words[2 * k + 1 - n : k]:
            return "leading"  # "Is it smart or is it smart?"
        if words[k + 1] == "not" and words[k + 2 : k + 3] == words[k - 1 : k]:
            return "choice"  # "leaking or not leaking"
        listed = words[k + 1] in ("something", "none", "neither") and any(s.pause[p] for p in range(ask.i + 2, k))
        if (words[k + 1] in _NO_OPTION_AFTER_OR and not listed) or ("ever" in words[ask.i : k] and not s.pause[k]):
            continue
        if (
            words[k + 1] == "more"
            and words[k + 2 : k + 3] not in (["the"], ["about"], ["like"])
            and (k + 2 >= n or (words[k - 1] != "type" and s.stems[k - 1] == "#"))
        ):
            continue
        if any(w in _OPEN_BEFORE_OR for w in words[max(ask.i, k - 4) : k]) and not s.pause[k]:
            continue
        if words[k + 1] in ("your", "you") and words[k - 1] in ("you", "yourself"):
            continue
        if ask.form == "open":
            # "how do you track it, on paper or in Excel?" picks; "what do you like or dislike about it?" doesn't
            at = next((p for p in range(k, max(ask.i, k - 8), -1) if s.pause[p]), 0)
            compared = at and not _COMPARED.isdisjoint(words[ask.i : at])
            if (
                not at
                or (at <= ask.i + 3 and not compared)
                or words[at] in ("when", "if", "because", "with", "for", "as", "like", "after", "once")
            ):
                continue
            if n - k > 7:
                continue
        elif (words[ask.i] in ("how", "when") and not any(s.pause[p] for p in range(ask.i + 1, k + 1))) or (
            words[ask.i] in ("who", "what", "where") and not any(s.pause[p] for p in range(ask.i + 1, k + 1))
        ):
            continue
        return "choice"
    return "none"
