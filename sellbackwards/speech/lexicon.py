"""The closed classes of English that the rules lean on, and how people type. Words by meaning stand in fields.py."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Sounds and stopgaps of speech: left out before anything is read.
FILLERS = _set("uh um er erm uhm hm hmm hmmm mm mmm umm uhh ah eh-hem lol haha hahaha hehe")

# Texting and slips of the keyboard, for the words that carry the grammar of a question.
SPELLINGS = {
    "u": "you", "ur": "your", "r": "are", "y'all": "you all", "yall": "you all", "ya": "you", "wat": "what", "wht": "what",
    "waht": "what", "whta": "what", "wot": "what", "hw": "how", "hwo": "how", "hpw": "how", "wy": "why", "wich": "which",
    "whch": "which", "wen": "when", "whn": "when", "wher": "where", "dont": "don't", "doesnt": "doesn't", "didnt": "didn't",
    "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't", "werent": "weren't", "cant": "can't", "couldnt": "couldn't",
    "wont": "won't", "wouldnt": "wouldn't", "shouldnt": "shouldn't", "hasnt": "hasn't", "havent": "haven't", "hadnt": "hadn't",
    "aint": "ain't", "im": "i'm", "ive": "i've", "youre": "you're", "youve": "you've", "youd": "you'd", "youll": "you'll",
    "theyre": "they're", "theyve": "they've", "weve": "we've", "thats": "that's", "thts": "that's", "whats": "what's",
    "wats": "what's", "hows": "how's", "wheres": "where's", "whos": "who's", "theres": "there's", "heres": "here's",
    "lets": "let's", "hes": "he's", "shes": "she's", "id": "i'd", "pls": "please", "plz": "please", "plss": "please",
    "thx": "thanks", "tnx": "thanks", "thanx": "thanks", "abt": "about", "bcoz": "because", "bcz": "because", "coz": "because",
    "cuz": "because", "becuase": "because", "becasue": "because", "wud": "would", "woud": "would", "cud": "could", "coud": "could",
    "shud": "should", "hav": "have", "hve": "have", "wil": "will", "wll": "will", "ppl": "people", "teh": "the", "tht": "that",
    "taht": "that", "thier": "their", "hapens": "happens", "happends": "happens", "happns": "happens", "hapen": "happen",
    "happend": "happened", "ther": "there", "yr": "your", "yrs": "years", "mins": "minutes", "hrs": "hours", "hr": "hour",
    "tmrw": "tomorrow", "tmr": "tomorrow", "tomorow": "tomorrow", "tomorro": "tomorrow", "2day": "today", "2moro": "tomorrow",
    "gr8": "great", "kno": "know", "knw": "know", "curently": "currently", "currenty": "currently", "custmers": "customers",
    "custoemrs": "customers", "costumers": "customers", "custommers": "customers", "bussiness": "business", "busines": "business",
    "buisness": "business", "reciept": "receipt", "recieve": "receive", "definately": "definitely", "problm": "problem",
    "prolem": "problem", "probs": "problems", "expence": "expense", "quicky": "quickly", "usualy": "usually", "realy": "really",
    "tel": "tell", "thru": "through", "thro": "through", "tell me abt": "tell me about", "dya": "do you", "d'you": "do you", "d'ya": "do you", "whaddya": "what do you",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "kinda": "kind of", "sorta": "sort of", "lemme": "let me",
    "gimme": "give me", "dunno": "do n't know", "innit": "isn't it", "y": "why", "k": "ok", "okey": "okay", "wanto": "want to",
    "b4": "before", "w/o": "without", "w": "with", "atm": "now", "asap": "asap", "nd": "and", "n": "and", "cld": "could",
    "wld": "would", "shld": "should", "msg": "message", "mgmt": "management", "govt": "government", "recomend": "recommend",
    "intrested": "interested", "interrested": "interested", "currrently": "currently", "handel": "handle", "hanlde": "handle",
    "manag": "manage", "mange": "manage", "proccess": "process", "procces": "process", "wht's": "what's", "acutally": "actually",
    "actully": "actually", "acctually": "actually", "whch's": "which's", "o": "of", "yuo": "you", "yu": "you", "yor": "your",
    "youur": "your", "yoru": "your", "wehn": "when", "whne": "when", "hapening": "happening", "delievery": "delivery",
    "delivry": "delivery", "ofice": "office", "maintainance": "maintenance", "maintenence": "maintenance",
}  # fmt: skip

# Short forms whose parts matter. "'s" after other words stays a part of its own: is, has, or whose.
CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "can't": ("can", "n't"), "cannot": ("can", "n't"), "won't": ("will", "n't"), "shan't": ("shall", "n't"), "ain't": ("is", "n't"),
    "let's": ("let", "us"), "y'know": ("you", "know"), "c'mon": ("come", "on"), "'em": ("them",), "o'clock": ("o'clock",),
    "ma'am": ("madam",), "how'd": ("how", "did"), "where'd": ("where", "did"), "why'd": ("why", "did"), "what'd": ("what", "did"),
    **{f"{w}'s": (w, "is") for w in ("what", "how", "who", "where", "when", "why", "that", "it", "he", "she", "there", "here",
                                    "this", "everything", "everyone", "everybody", "something", "nothing", "one", "else")},
}  # fmt: skip

# A full stop after these ends no sentence.
NO_STOP_AFTER = _set("mr mrs ms dr prof st vs etc e.g i.e approx no inc ltd co corp u.s a.m p.m rs")

WH = _set("what how why who where when which whose whom whats hows")
OPEN_WH = _set("what how why")
BE = _set("is are was were am be been being")
DO = _set("do does did done doing")
HAVE = _set("have has had having")
MODALS = _set("can could will would shall should may might must")
AUX = _set("is are was were am do does did have has had can could will would shall should may might must ought")
SUBJECT = _set("i you he she it we they there this that these those y'all ye")
DET = _set(
    "the a an your my our his her its their this that these those any some all every each both either neither no most many"
    " several another such other much more few"
)  # fmt: skip
ANYONE = _set(
    "anyone anybody anything someone somebody something everyone everybody everything nobody nothing people folks others one ones"
    " things guys customers clients patients staff staffers sales parents kids children buyers guests tenants members users drivers"
    " operators employees workers colleagues suppliers visitors students teachers teams management"
)  # fmt: skip
PREPOSITION = _set(
    "of in on at for with by to from about into over under after before during between through without within against around"
    " across behind near per than as like since until till off out up down upon along among toward towards onto despite"
)  # fmt: skip
GREETING = _set("hi hello hey dear good morning afternoon evening namaste sir madam mr mrs ms folks guys team everyone there mate love")
# What may stand before a question without being part of it.
LEAD_IN = _set(
    "and but so or then well okay ok yeah yes yep no nope oh now because also plus hi hello hey sir madam great sure right alright"
    " look listen see like fine understood noted thanks thank cool nice good perfect honestly seriously basically anyway actually"
    " just maybe perhaps please wow gosh jeez interesting exactly absolutely totally sorry first second secondly firstly finally"
    " lastly next again still today currently roughly usually generally typically otherwise cheers mate dude man boss bro buddy"
    " uncle aunty bhai ji wait gotcha mm-hmm mhm uhhuh aha true yup really"
)  # fmt: skip
# With a capital and no stop before them, these open a sentence.
SENTENCE_OPENERS = WH | AUX | _set(
    "and but so well okay ok you your we it it's that that's they he she there the this tell let any what's how's who's where's don't"
    " doesn't isn't aren't can't couldn't wouldn't you're you've you'd i'm i've we're they're there's no yes yeah right also or if then"
)  # fmt: skip
NEGATION = _set("not n't never no nobody nothing neither nor without hardly none cannot")

GRAMMAR: dict[str, frozenset[str]] = {
    "WH": WH, "OPENWH": OPEN_WH, "BE": BE, "DO": DO, "HAVE": HAVE, "MODAL": MODALS, "AUX": AUX, "SUBJECT": SUBJECT, "DET": DET,
    "ANYONE": ANYONE, "PREP": PREPOSITION, "NEG": NEGATION, "LEAD": LEAD_IN,
    "WE": _set("we i us me our my ours mine"), "OUR": _set("our my"), "YOU": _set("you your yours yourself yourselves y'all"),
    "PRON": _set("i you he she it we they one people everyone everybody someone somebody anyone anybody"),
}  # fmt: skip
