"""Words that stand for each other: for exercises those that mean the same, for buyers those of one matter.

GROUPS: between slashes stand words of which any may be said for any other, in base form, British or American. It is
right where a seller could put one for the other in a sentence about work and mean the same. A word may be in several.

MATTERS: words by which a buyer hears what is asked about: whoever asks who "quit" asks about leaving. They don't mean
the same, so no exercise takes one for another. Buyers don't use GROUPS: with them, and weights learned anew, two hands
of three got a wrong fact a little more often (3.6 to 3.7 and 2.6 to 2.7 in 100), one the right one (66.3 to 66.8).
Both are kept by hand, and meant to be lengthened.
"""

from __future__ import annotations

from functools import cache

from sellbackwards.speech.words import stem

_WORDS = """
accident injury / afraid scared worried anxious / agree agreement consensus / aim goal target objective purpose
answer reply respond response / appointment booking slot reservation / argue dispute disagree
arrange organise organize / autumn fall / basement cellar / begin start / big large huge / bill invoice
boiler furnace heating / boss manager chief / brochure leaflet flyer catalogue catalog / broken defective faulty
budget money fund cash / busy peak rush / buy purchase / calm quiet peace peaceful / cancel withdraw / care mind
carry lift haul / cheap inexpensive / choose choice pick select selection / clean wash wipe scrub
client customer clientele / close shut / coast sea seaside / colleague coworker teammate
company firm business organisation organization / compare comparison versus / complain complaint grumble
computer pc laptop / concern worry worried / connection signal network / internet online wifi web network connection
cost price expense charge fee rate / damage harm / deal cope handle manage / decide decision determine choose
refuse reject decline / late delay behind overdue / deliver delivery ship shipment / describe explain explanation tell
desire want / difficult hard tough tricky / date day / document paper file / driver chauffeur / easy simple
edit editor editing / email mail message / employee staff worker team colleague people / end finish stop complete
enough sufficient / error mistake fault slip bug / examine check inspect review / test check try
expect expectation anticipate imagine suppose / expensive costly pricey / family relative / fast quick rapid speedy
figure number / find discover / fix repair mend / folder file / forget overlook / free vacant empty available
friend mate / gather collect / get receive obtain / glad happy pleased delighted / grow growth expand / guess estimate
guy man fellow technician / happen occur / help support assist aid useful / hire recruit / holiday vacation
home house / hope wish / flat apartment / hurt injure injury / idea thought suggestion / ill sick
important matter priority crucial essential vital key / improve improvement / income revenue turnover
inspector inspection audit / job task / keep stay remain retain / kind sort type / label caption / learn discover find
leave quit depart / let rent lease hire / list overview / login password / look watch see / lose loss lost
loud noise noisy / lorry truck van / machine equipment device / meet meeting gather session / merchant dealer trader
miss lose / month monthly / move relocate / need require / neighbour neighbor / offer proposal quote quotation bid
office bureau / often frequently / opinion view / order purchase / owner proprietor / parcel package
pay payment spend / payroll salary wage / photo picture image / place location spot site
plan intend intention schedule / practice clinic surgery / prefer rather / prevent avoid
problem issue trouble difficulty challenge headache pain / process procedure workflow / product goods / profit margin
project assignment / proof evidence / reach contact / ready prepared / reason cause why / reduce lower cut
remember recall / replace swap substitute / report statement / return back / risk danger hazard / room space
rota roster schedule / safe secure safety security / sample specimen example
seller salesperson salesman rep vendor supplier / send forward deliver pass / shelf rack / shop store
show demonstrate present / small little tiny / software tool app program / software system platform / solve resolve
somebody someone person / speak talk say tell / stock inventory / stop quit cease halt / story tale / stress pressure
stuck stick blocked jam bottleneck / suit fit convenient / supplier vendor provider / tired exhausted weary
teach train / tenant resident / terrace patio / trial pilot test / town city village / trip travel / try attempt
understand grasp / urgent urgency hurry / usual normal typical / value worth / warehouse depot storehouse stockroom
way method approach / website site page / week weekly / weekend saturday sunday / year annual yearly
handover transfer
"""

MATTERS = (
    "staff team people colleagues employees crew workers helpers",
    "break broke broken breakdown fail failure stop fault outage down",
    "repair fix mend maintain maintenance service",
    "cost money price expensive pay spend budget bill expense",
    "lose lost loss miss",
    "customer client guests buyers",
    "boss manager owner head chief director leader",
    "sleep night tired exhausted awake rest",
    "holiday vacation leave",
    "family husband wife partner children kids son daughter private home",
    "future plan years goal aim dream",
    "grow growth bigger expand expansion more",
    "old age aged aging",
    "mistake error wrong mix-up",
    "complain complaint unhappy angry",
    "wait late delay",
    "contract agreement binding tied bound sign",
    "computer software system program app",
    "phone telephone call ring",
    "paper list notebook notes",
    "worry fear afraid concern scared",
    "stress pressure strain burden nerves",
    "start began begin",
    "busy rush peak season",
    "train learn teach",
    "quit leave resign left",
    "sick ill illness off",
    "sales turnover revenue income earn takings",
    "competitor competition rival",
    "check inspect inspection control",
    "promise guarantee",
    "safe safety danger dangerous accident risk",
    "hire recruit find",
    "hours time overtime",
    "weekend saturday sunday",
)

GROUPS = tuple(
    tuple(entry.split()) for line in _WORDS.strip().splitlines() for entry in line.split(" / ") if " " in entry.strip()
)


@cache
def _by_stem() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in MATTERS:
        stems = frozenset(map(stem, line.split()))
        for one in stems:
            found.setdefault(one, set()).update(stems)
    return {one: frozenset(kin - {one}) for one, kin in found.items()}


def related(one: str) -> frozenset[str]:
    """The stems of the same matter as this stem."""
    return _by_stem().get(one, frozenset())
