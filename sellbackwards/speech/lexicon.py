"""The closed classes of English that the rules lean on, and how people type. Words by meaning: word_lists.py."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(text.split())


# Sounds and stopgaps of speech: left out before anything is read.
FILLERS = word_set("uh um er erm uhm hm hmm hmmm mm mmm umm uhh ah eh-hem lol haha hahaha hehe")

# Texting and slips of the keyboard, for the words that carry the grammar of a question: meant: typed typed / …
_TYPED = """
about: abt / actually: acutally actully acctually / ain't: aint / and: nd n / are: r / aren't: arent /
because: bcoz bcz coz cuz becuase becasue / before: b4 / business: bussiness busines buisness / can't: cant /
could: cud coud cld / couldn't: couldnt / currently: curently currenty currrently / customers: custmers
custoemrs costumers custommers / definitely: definately / delivery: delievery delivry / didn't: didnt / do n't
know: dunno / do you: dya d'you d'ya / doesn't: doesnt / don't: dont / expense: expence / give me: gimme /
going to: gonna / got to: gotta / government: govt / great: gr8 / hadn't: hadnt / handle: handel hanlde /
happen: hapen / happened: happend / happening: hapening / happens: hapens happends happns / hasn't: hasnt /
have: hav hve / haven't: havent / he's: hes / here's: heres / hour: hr / hours: hrs / how: hw hwo hpw / how's:
hows / i'd: id / i'm: im / i've: ive / interested: intrested interrested / isn't: isnt / isn't it: innit /
kind of: kinda / know: kno knw / let me: lemme / let's: lets / maintenance: maintainance maintenence / manage:
manag mange / management: mgmt / message: msg / minutes: mins / now: atm / of: o / office: ofice / ok: k /
okay: okey / people: ppl / please: pls plz plss / problem: problm prolem / problems: probs / process: proccess
procces / quickly: quicky / really: realy / receipt: reciept / receive: recieve / recommend: recomend / she's:
shes / should: shud shld / shouldn't: shouldnt / sort of: sorta / tell: tel / thanks: thx tnx thanx / that:
tht taht / that's: thats thts / the: teh / their: thier / there: ther / there's: theres / they're: theyre /
they've: theyve / through: thru thro / today: 2day / tomorrow: tmrw tmr tomorow tomorro 2moro / usually:
usualy / want to: wanna wanto / wasn't: wasnt / we've: weve / weren't: werent / what: wat wht waht whta wot wetin wut /
what do you: whaddya / what's: whats wats wuts wht's / when: wen whn wehn whne / where: wher / where's: wheres /
which: wich whch / which's: whch's / who's: whos / why: wy y / will: wil wll / with: w / without: wo / won't:
wont / would: wud woud wld / wouldn't: wouldnt / years: yrs / you: u ya yuo yu / you all: y'all yall / you'd:
youd / you'll: youll / you're: youre / you've: youve / your: ur yr yor youur yoru
"""
SPELLINGS = {
    typed: meant.strip()
    for meant, _, forms in (entry.partition(":") for entry in _TYPED.split("/"))
    for typed in forms.split()
}

# Short forms whose parts matter. "'s" after other words stays a part of its own: is, has, or whose.
CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "can't": ("can", "n't"),
    "cannot": ("can", "n't"),
    "won't": ("will", "n't"),
    "shan't": ("shall", "n't"),
    "ain't": ("is", "n't"),
    "let's": ("let", "us"),
    "y'know": ("you", "know"),
    "c'mon": ("come", "on"),
    "'em": ("them",),
    "o'clock": ("o'clock",),
    "ma'am": ("madam",),
    "how'd": ("how", "did"),
    "where'd": ("where", "did"),
    "why'd": ("why", "did"),
    "what'd": ("what", "did"),
    **{
        f"{w}'s": (w, "is")
        for w in (
            "what",
            "how",
            "who",
            "where",
            "when",
            "why",
            "that",
            "it",
            "he",
            "she",
            "there",
            "here",
            "this",
            "everything",
            "everyone",
            "everybody",
            "something",
            "nothing",
            "one",
            "else",
        )
    },
}

# A full stop after these ends no sentence; nor do those between and after single letters ("a.m."), see words.py.
NO_STOP_AFTER = word_set("mr mrs ms dr prof st vs etc approx no inc ltd co corp rs")

WH = word_set("what how why who where when which whose whom whats hows")
MODALS = word_set("can could will would shall should may might must")
AUX = word_set("is are was were am do does did have has had can could will would shall should may might must ought")
SUBJECT = word_set("i you he she it we they there this that these those y'all ye")
DET = word_set(
    "the a an your my our his her its their this that these those any some all every each both either neither "
    "no most many several another such other much more few"
)
ANYONE = word_set(
    "anyone anybody anything someone somebody something everyone everybody everything nobody nothing people "
    "folks others one ones things guys customers clients patients staff staffers sales parents kids children "
    "buyers guests tenants members users drivers operators employees workers colleagues suppliers visitors "
    "students teachers teams management"
)
PREPOSITION = word_set(
    "of in on at for with by to from about into over under after before during between through without within "
    "against around across behind near per than as like since until till off out up down upon along among "
    "toward towards onto despite"
)
# What may stand before a question without being part of it.
LEAD_IN = word_set(
    "and but so or then well okay ok yeah yes yep no nope oh now because also plus hi hello hey sir madam "
    "great sure right alright look listen see like fine understood noted thanks thank cool nice good perfect "
    "honestly seriously basically anyway actually just maybe perhaps please wow gosh jeez interesting exactly "
    "absolutely totally sorry first second secondly firstly finally lastly next again still today currently "
    "roughly usually generally typically otherwise cheers mate dude man boss bro buddy uncle aunty bhai ji "
    "wait gotcha mm-hmm mhm uhhuh aha true yup really"
)
# With a capital and no stop before them, these open a sentence.
SENTENCE_OPENERS = (
    WH
    | AUX
    | word_set(
        "and but so well okay ok you your we it it's that that's they he she there the this tell let any what's "
        "how's who's where's don't doesn't isn't aren't can't couldn't wouldn't you're you've you'd i'm i've we're "
        "they're there's no yes yeah right also or if then"
    )
)
NEGATION = word_set("not n't never no nobody nothing neither nor without hardly none cannot")

# The lists that patterns may name with "@".
GRAMMAR: dict[str, frozenset[str]] = {
    "WH": WH,
    "AUX": AUX,
    "SUBJECT": SUBJECT,
    "ANYONE": ANYONE,
    "WE": word_set("we i us me my our ours mine"),
}
