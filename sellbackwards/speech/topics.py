"""Which everyday words belong together in every business, what is chat, and what is talk about the exercise itself.

Meant to be lengthened. A question about a GENERAL field can stand behind nearly any pitch; the words that part the
trades stand in trades.py.
"""

from __future__ import annotations

from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.patterns import word_list

GENERAL: dict[str, frozenset[str]] = {
    "money": word_list(
        "cost costs price pay paid paying spend spending budget money margin profit revenue turnover saving "
        "savings expensive cheap bill bills fee afford invest investment value worth cash waste wasted numbers "
        "figures loss losses"
    ),
    "time": word_list(
        "time hours hour minutes long quick quickly fast slow late early deadline deadlines wait waiting delay "
        "delays busy rush schedule peak season seasonal december evening evenings night nights weekend morning "
        "day today overtime shift shifts urgent sunday sundays monday weekdays"
    ),
    "people": word_list(
        "team staff people employee employees colleague colleagues worker workers crew boss manager management "
        "owner partner operator operators technician drivers reps everyone everybody somebody someone who "
        "hands new starters newcomers apprentice apprentices shift foreman supervisor seller salespeople "
        "departments department"
    ),
    "clientele": word_list(
        "customer customers client clients buyer buyers visitor visitors "
        "regulars users consumers complaint complaints reviews reputation trust loyalty "
        "satisfied orders order request requests enquiries quote quotes"
    ),
    "trouble": word_list(
        "problem problems wrong fail fails failure break breaks broken trouble difficult difficulty hard "
        "hardest challenge challenges issue issues error errors mistake mistakes lost lose miss missed stuck "
        "frustrating frustrate annoying annoy worry worries worried fear struggle headache pain stress risk "
        "risks damage quit sick stop stopped stops emergency worst happens happened react suffer complain "
        "bottleneck trickiest toughest awkward messy chaos hassle"
    ),
    "way": word_list(
        "handle handling manage managing deal process organise organize plan planning decide deciding check "
        "checking track tracking know keep record records way approach method system step steps currently "
        "nowadays present usually normally typical typically normal routine arrange arrangement set setup run "
        "running work works working cope solve find choose choosing today measure notice responsible place "
        "practice habit habits workflow monitor"
    ),
    "goal": word_list(
        "goal goals aim aims target plans achieve improve improvement better change changes changed important "
        "matters matter priority priorities hope hopes dream ideal wish success successful grow growth expand "
        "future next year years goals ambition reach look looking expect expectations"
    ),
    "quality": word_list(
        "quality good reliable standard standards satisfied happy unhappy like dislike enjoy comfortable feel "
        "feeling experience experiences worked well best mood morale"
    ),
}

# Talk about anything but the buyer's work or need. Counts where the pitch itself is not about it.
SMALL_TALK = word_set(
    "football soccer cricket weather holiday holidays vacation movie movies film films netflix horoscope "
    "zodiac hobby hobbies birthday favourite favorite joke jokes weekend summer christmas diwali eid easter "
    "beach ski skiing song songs singer concert politics election president celebrity game games tv series "
    "pizza pet pets football match team? colour color dream dreams star sign breakfast lunch dinner recipe "
    "astrology girlfriend boyfriend married marriage kids grandchildren grandma tattoo superhero dinosaur moon "
    "mars capital"
)
# Talk about the exercise itself, to please whoever marks it.
META = word_set(
    "pitch grader rubric verdict exercise prompt ai chatgpt marks examiner instructor "
    "reflection empathy curious assessment evaluator judge objection"
)
