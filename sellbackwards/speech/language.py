"""Is this English? From its own small words, from those of some other languages, and from the script."""

from __future__ import annotations

from collections.abc import Sequence

from sellbackwards.speech.area_words import STRONG, WEAK
from sellbackwards.speech.lexicon import (
    ANYONE,
    AUX,
    DET,
    FILLERS,
    LEAD_IN,
    NEGATION,
    PREPOSITION,
    SUBJECT,
    WH,
    word_set,
)
from sellbackwards.speech.topics import GENERAL, SMALL_TALK
from sellbackwards.speech.trades import SPECIFIC

# Small words that no English sentence needs.
_FOREIGN = {
    "de": (
        "der das und ist nicht sie wie wir ich ein eine mit für auf dem den von zu bei ihnen ihr ihre haben sind "
        "es läuft wenn auch oder aber kann welche warum wer wann wo heute gibt uns unser unsere kunden wird "
        "werden mir mich euch schon sehr noch nur vom zum zur im jahr derzeit passiert guten tag hallo gern gerne klar "
        "passt morgen um am gerade meisten diese dieser dieses woche hat dazu muss vor nach bitte danke habe sind seit "
        "würde könnte"
    ),
    "fr": (
        "le la les est et vous nous je une des du que qui pour dans avec sur pas votre vos comment pourquoi quand "
        "où quel quelle quels quelles êtes avez c'est qu'est-ce sont au aux ce cette mais ou si notre nos leur "
        "faites gérez se passe il elle ils"
    ),
    "es": (
        "el la los las es y usted ustedes su sus una para con por qué que cómo cuándo dónde cuál quién cuáles se "
        "lo del al pero muy está están hace hacen cuando como porque sin más sobre nosotros nuestro nuestra "
        "clientes tiene tienen hoy pasa le"
    ),
    "it": (
        "il lo gli è e voi lei noi una per con che come cosa perché quando dove quale chi sono della dello dei "
        "delle nel non si vostro vostra vostri suo sua succede oggi clienti fate gestite avete del di"
    ),
    "pt": (
        "o os as é e você vocês seu sua uma para com por que como quando onde qual quem não se do da dos das no "
        "na nos nas está hoje quais acontece clientes fazem lidam são mais"
    ),
    "nl": (
        "het een en u jullie wij ik niet met voor van op te zijn hoe waarom wanneer waar wie welke bij uw wat dat "
        "als maar ook gaat nu gebeurt klanten doen jij hebt heeft"
    ),
    "pl": (
        "jak co dlaczego kiedy gdzie kto czy jest nie na w z się państwo pan pani do i po dla ale klienci dziś "
        "obecnie radzicie sobie że o u jutro tym cześć"
    ),
    "hr": (
        "kako što šta zašto kada gdje tko ko je da vas vam vaši u na od sa li ste smo se ovaj ova taj jer ali ili koji "
        "koja danas sutra kod za i kupci"
    ),
    "cs": (
        "jak co proč kdy kde kdo je jsou není na v s se si u to že ale nebo který která dnes zítra vás vám vaši "
        "zákazníci"
    ),
    "tr": (
        "nasıl ne neden niçin kim nerede bir ve bu için ile mi mı mu siz var yok şu zaman bugün müşteri oluyor "
        "yapıyorsunuz"
    ),
    "sv": ("hur vad varför när var vem är och ni det inte med för på ett att som idag gör händer era kunder"),
    "hi": (
        "aap aapka aapke aapki kya kaise kyun kab kahan kaun hai hain mein ka ki ke ko se nahi nahin karte karta "
        "hota abhi aur bhi raha rahe par"
    ),
}
_SETS = {code: frozenset(words.split()) for code, words in _FOREIGN.items()}
_ENGLISH = word_set(
    "the a an is are was were be been am do does did have has had i you he she it we they me my your his her "
    "its our their this that these those and or but if of to in on at for with from by about as into what how "
    "why who when where which not n't no can could will would should may there here so then than one some any "
    "all more just like know get got up out over after before us them tell yes please thanks hi hello good ok "
    "okay"
)
_BOTH = {
    "i",
    "me",
    "a",
    "so",
    "no",
    "on",
    "do",
    "was",
    "in",
    "an",
    "has",
    "he",
    "is",
    "as",
    "we",
    "have",
    "all",
    "die",
    "it",
    "or",
    "for",
    "par",
    "us",
    "come",
    "per",
    "um",
    "am",
    "hat",
    "tag",
    "to",
    "u",
    "that",
}
# Words that open a question in those languages; enough to hear that something is asked, and whether openly.
FOREIGN_OPEN = word_set(
    "wie was warum weshalb wieso erzählen beschreiben comment pourquoi quoi racontez qu'est-ce cómo qué por "
    "como cosa perché come hoe wat waarom jak co dlaczego nasıl neden hur vad varför kaise kya kyun descríbame "
    "cuénteme"
)
_ALL = frozenset().union(*_SETS.values())
# Small English words that other languages write alike; without them, a sentence of theirs would look like English.
_SHARED = word_set(
    "a in on no me so do is as an de la per come die us am i to he we of for over at par has er se si le en un mi ma"
)
_SMALL = (
    (_ENGLISH | WH | AUX | SUBJECT | DET | PREPOSITION | ANYONE | LEAD_IN | NEGATION | FILLERS)
    | word_set(
        "'m 're 've 'll 'd 's think guess know mean see want need like feel say said went got going get make thing "
        "things sure really very great good much many more too wonder hope believe work works way back because"
    )
) - (_ALL | _SHARED)
_CONTENT = frozenset().union(*GENERAL.values(), *SPECIFIC.values(), *STRONG.values(), *WEAK.values()) | SMALL_TALK
_ALL_BUT_BOTH = _ALL - _BOTH
# Letters that English words hardly have. "Café" is English, and a name has one such word.
_LETTERS = frozenset("ąćęłńśźżčďěňřšťůžđğışőűățșñãõøåæœßäöüàâçêîôûëïáíóúòùì")


def is_other_language(words: Sequence[str], text: str) -> bool:
    """True where the words are those of another language than English; short or mixed English is English."""
    if not text.isascii():
        letters = sum(c.isalpha() for c in text)
        if letters and sum(ord(c) > 0x24F and c.isalpha() for c in text) * 2 > letters:
            return True
    if _has_no_english(words):
        return True
    present = _ALL_BUT_BOTH.intersection(words)
    spelt = [w for w in words if w not in present and not _LETTERS.isdisjoint(w)]
    if sum(w in present for w in words) + len(spelt) < 2:
        return False
    language = max(_SETS.values(), key=lambda one: sum(w in one for w in words))
    english = sum(w in _ENGLISH and w not in language for w in words)
    best = sum(w in language or w in spelt for w in words)
    return best > english and best * 5 >= len(words)


def _has_no_english(words: Sequence[str]) -> bool:
    """Four words or more, no small word of English among them, and hardly one that is known here.

    No sentence of English does without its small words, unless it is a list of things; so this finds languages, too,
    of which nothing stands above.
    """
    spoken = [w for w in words if any(map(str.isalpha, w))]
    if len(spoken) < 4 or not _SMALL.isdisjoint(spoken):
        return False
    return sum(w in _CONTENT and w not in _SHARED for w in spoken) * 4 < len(spoken)
