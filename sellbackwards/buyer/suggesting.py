"""Does a line suggest a step, leave a way out of it, say what it is for, or move its day?"""

from __future__ import annotations

import re

from sellbackwards.buyer import step_words
from sellbackwards.buyer.exchange import PLAINLY, Exchange

_TOLD = ("who", "where", "why", "how_many", "how_long", "how_old")  # wanted by questions that suggest nothing
SURE_OF_STEP = 0.55  # likelihood (acts.py) from which a line is taken for a step, or for talk of its day
_A_REASON = 7  # words of a sentence that says something for a step, just after a no
_SHORT = 9  # words of a line that only names another day; in a longer one it is another step


def step_heard(x: Exchange) -> str:
    """The words that suggest a step, or nothing: as the coach hears it, or plainly said in any words."""
    if x.heard.found(step_words.SAYS_BACK):
        return ""
    if step_words.HOW_ABOUT_DAY.match(x.heard.text):
        return x.heard.text[:90]
    only_speaks_of_a_day = _THEIR_WAY.search(x.heard.text) or _WHY_I_CALL.search(x.heard.text)
    if _asks_of_a_fact(x) or (only_speaks_of_a_day and not step_words.STEP.search(x.heard.text)):
        return ""
    asks = x.heard.want not in ("nothing", "yes_no") and x.heard.last_sentence.endswith("?")
    if asks and _MAY_I_ASK.search(x.heard.text) and not step_words.time_of_step(x.heard.text):
        return ""
    if called := x.heard.found(step_words.I_RING_YOU):
        return called
    if words := x.heard.does.get("next_step", ""):
        return words
    if asked := x.heard.found(step_words.SHOW_ME) or x.heard.found(step_words.WHAT_IF_I):
        return asked
    rules = step_words.shape(x.heard.text)
    last = x.heard.last_sentence
    they = step_words.THEY_DO.search(last)
    if they and not _ASKS_BEFORE.search(last[: they.start()]):
        return they[0]
    day = bool(x.heard.found(step_words.WHEN)) and x.heard.form in ("none", "closed", "choice")
    if day and x.heard.words >= 6 and _IS_IT_OK.search(last) and not x.act("say_back", SURE_OF_STEP):
        return x.heard.text[:90]  # "You have it on paper next Thursday. Is that all right?"
    asks = x.heard.form == "open" or x.heard.want in _TOLD or bool(OF_THEIR_WORLD.match(last))
    if asks and not x.act("step", PLAINLY) and "rule out" not in rules and "rule step" not in step_words.shape(last):
        return ""  # whatever came before, the line ends in a question
    if x.heard.form == "open" and _ONLY_ASKS.match(last) and not any(map(step_words.STEP.search, _others(x))):
        return ""
    offers = "rule step out" in rules and _MAY_I.search(
        last
    )  # "Shall I write down what I'd leave? If not, you bin it."
    detailed = {"rule step out", "rule step detail"} & rules and x.heard.words >= 6
    plain = detailed and (offers or not x.act("ask", SURE_OF_STEP))
    of_a_day = day and x.act("step", 0.3) and x.heard.acts["step"] + x.heard.acts["time"] >= SURE_OF_STEP + 0.05
    if x.act("step", SURE_OF_STEP) or of_a_day or (plain and (x.act("step", 0.1) or leaves_a_way_out(x) or day)):
        return x.heard.text[:90]
    return ""


# "I'm calling because of what happened, and not because of the form."
_WHY_I_CALL = re.compile(
    r"\bI(?:'m| am) (?:calling|ringing|phoning|writing|(?:not )?here) "
    r"(?:because|about|for|to (?:say|ask|hear|listen|apologi\w+))\b",
    re.IGNORECASE,
)


# "How do you go about planning tomorrow's runs at the moment?": it names a day, and asks how they work today.
_THEIR_WAY = re.compile(
    r"\b(?:how|what|who|where|when)(?:'s| is| are| do| does) (?!(?:that|this|it|\w+day)\b)"
    r".*\b(?:at the moment|at present|these days|nowadays|currently|right now|usually|normally)\b[^.!?]*\?",
    re.IGNORECASE,
)


def _asks_of_a_fact(x: Exchange) -> bool:
    """ "What had happened that evening?": it ends in a plain question that they can answer, whatever stands before."""
    value, best = x.ranked[0]
    known = best is not None and value >= PLAINLY
    return known and x.heard.form == "open" and not step_words.STEP.search(x.heard.last_sentence)


# "Has that happened, a gym that was stuck?": no "Would that help?", which asks about a step.
OF_THEIR_WORLD = re.compile(
    r"^\W*(?:(?:and|so|but|or|well|then)\W+)*(?:has|have|had|did|was|were|do|does)\b"
    r"(?!.*\b(?:would|could|shall|should|may|can|ok|okay|good|fine|deal|works?(?: for (?:you|us|me))?\W*$|helps?"
    r"|sounds?|worth|suits?|fix|think|want|like)\b).*\?\W*$",
    re.IGNORECASE,
)


# "What would you have put there?", where nothing else suggests a step: "How about Thursday?" does.
_ONLY_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|or|well|then)\W+|\w+, )*(?:what|why|who|how|where|which)\b"
    r"(?!(?:'s| is)? (?:if|about|don'?t we|(?:day|time|morning|evening|week)\b|(?:do|would) you (?:say|think)\b"
    r"|(?:would|does|is) (?:that|it|this|\w+day)\b))",
    re.IGNORECASE,
)


def only_asks(sentence: str) -> bool:
    """Does a sentence ask for something of theirs, and name no day?"""
    return bool(_ONLY_ASKS.match(sentence)) and not step_words.names_time(sentence)


_IS_IT_OK = re.compile(
    r"^\W*(?:(?:is|would|will) (?:that|this|it) (?:be )?)?"
    r"(?:all right|alright|ok|okay|fine|good|agreed|deal|useful|possible)(?: for you| with you)?\W*\?\W*$",
    re.IGNORECASE,
)
# "Can I start with you, what does a morning look like?", "Let me ask it another way: …?"
_MAY_I_ASK = re.compile(
    r"\b(?:(?:can|could|may|might) i|let me) (?:just |please )?(?:start with|begin with|ask|turn to|come to|put it)\b",
    re.IGNORECASE,
)
_MAY_I = re.compile(r"\b(?:(?:shall|could|can|may|might|should) (?:i|we)|let me|what if i)\b", re.IGNORECASE)
_ASKS_BEFORE = re.compile(r"\b(?:who|what|why|how|where|when|which)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:i|we|us|let|our|my)\b", re.IGNORECASE)


def _others(x: Exchange) -> list[str]:
    """All sentences but the last, in which the seller speaks of what they would do."""
    return [one.text for one in x.heard.reading.sentences[:-1] if _OURS.search(one.text)]


def leaves_a_way_out(x: Exchange) -> bool:
    """Is it plainly a step that may be refused? Nobody is pushed by that, whatever its other words."""
    rules = step_words.shape(x.heard.text)
    return "rule step out" in rules and not x.act("push", SURE_OF_STEP)


def says_what_for(x: Exchange) -> bool:
    """Do they say what a step is for, or that it binds to nothing, once one was suggested and asked about?"""
    found = x.heard.found(step_words.WHAT_FOR) or x.heard.found(step_words.HARMLESS)
    told = x.state.asks and "inform" in x.heard.does and x.heard.form != "open"
    just_refused = x.state.turns - x.state.refused_at == 1 and x.heard.form != "open" and not x.heard.against
    explains = just_refused and any(
        one.form == "none" and len(one.text.split()) >= _A_REASON and not step_words.STEP.search(one.text)
        for one in x.heard.reading.sentences
    )
    return x.state.step == "too early" and bool(found or told or explains) and x.heard.words >= 5


def ends_in_a_question(x: Exchange) -> bool:
    """Does the line end in a question that wants to be told something other than yes or no?"""
    last = x.heard.last_sentence
    if x.heard.want == "nothing" and not last.endswith("?"):
        return False  # "Why: so that you know."
    if x.heard.want in (*_TOLD, "when"):
        return True
    if OF_THEIR_WORLD.match(last):
        return True
    if not x.heard.invites and x.heard.form in ("none", "closed", "leading"):
        return False
    if x.heard.form == "choice" and x.heard.want == "yes_no" and _MAY_I.search(last):
        return False  # "Shall I come, or leave it?"
    return last.endswith("?") or bool(step_words.BEGINS.match(last))


def moves_the_day(x: Exchange) -> bool:
    """ "Actually thursday suits me better", "fridays bad, tuesday at 10?": another day for a step."""
    state, day = x.state, step_words.day_named(x.heard.text)
    other = x.heard.words <= _SHORT and bool(
        day and state.day_name and day != state.day_name and step_words.names_time(x.heard.text)
    )
    return bool(state.step) and (other or bool(x.heard.found(step_words.OTHER_DAY)))
