"""Lists of words that the patterns of questions name with "@" (patterns.py)."""

from __future__ import annotations

from sellbackwards.speech.lexicon import GRAMMAR, word_set
from sellbackwards.speech.patterns import word_list

LISTS: dict[str, frozenset[str]] = {
    **GRAMMAR,
    # Asking someone to talk. "give" and "show" only with their objects, below.
    "TELL": word_set("tell describe explain share elaborate expand clarify outline summarise summarize paint sketch"),
    "TELLING": word_set("telling describing explaining sharing elaborating expanding walking talking taking running"),
    "WALK": word_set("walk talk take run guide step lead"),
    "LEARN": word_set("hear understand know learn find see get discover explore"),
    "KEEN": word_set(
        "love like want curious keen interested eager fascinated happy glad hoping hope trying try need wanted"
    ),
    "GLAD": word_list(
        "great good nice wonderful amazing fantastic lovely brilliant awesome cool super perfect helpful "
        "better handy sweet"
    ),
    # What asks by its form alone for one fact.
    "HOW_ONE": word_set(
        "many much long often old far big large tall heavy high fast soon late early quickly frequently wide deep "
        "likely confident sure ready satisfied happy regularly recently close near small strong strongly committed "
        "motivated interested willing"
    ),
    "WHAT_ONE": word_set(
        "time day date year month week percentage percent proportion size colour color number name budget age "
        "brand make version address phone figure share quantity rate hour hours price amount postcode email city "
        "town country software model floor rent turnover revenue supplier provider deadline headcount website"
    ),
    # Exclaiming, not asking: "How great is that!"
    "PRAISE": word_set(
        "great good nice wonderful amazing fantastic lovely brilliant awesome cool super beautiful sweet clever "
        "neat funny sad awful terrible crazy interesting exciting annoying frustrating true kind generous "
        "thoughtful delightful impressive horrible weird"
    ),
    # After "who" and "where": what invites a story more than one fact.
    "STORY": word_list(
        "hurt suffer feel struggle affect wrong stuck pinch lose lost complain notice annoy want see going like go "
        "break fail slip bottleneck frustrate trouble improve cost spend worry headache pain problem difficult hard "
        "harder hardest biggest friction waste leak leave miss blame cope squeeze tight grow"
    ),
    "DAY": word_set(
        "monday tuesday wednesday thursday friday saturday sunday tomorrow today tonight noon mornings afternoons"
    ),
    "PUSH": word_set(
        "just try buy switch sign join take let give start come use order upgrade replace consider donate invest go "
        "move finish get make have put add book send ring call stop save change treat"
    ),
}
