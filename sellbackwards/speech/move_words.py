"""Families of words that speak for or against a move, as data. None decides alone: weights.json weighs them."""

from __future__ import annotations

from collections.abc import Mapping

from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.patterns import word_list
from sellbackwards.speech.word_lists import LISTS

_FAMILIES = {
    # A clock that the seller winds up.
    "hurry": "now today tonight immediately asap straightaway hurry quick quickly deadline expires expire ends ending "
    "until till last only left limited hold gone soon before later wait waiting hesitate delay tomorrow "
    "weekend morning afternoon lunchtime slot slots spot spots diary already right away midnight o'clock",
    # The papers and acts of a sale.
    "close": "sign signed signing signature order ordering ordered contract agreement deposit advance book booking "
    "pencil confirm confirmation pay payment invoice card cash deal agree agreed close paperwork form name "
    "ink pen yes go ahead start begin commit finalise finalize lock reserve proforma purchase account "
    "thumbprint decide decision settle install installation deliver delivered activate pack wrap",
    # What is put to the buyer if they don't.
    "threat": "lose losing lost miss missing regret sorry fool foolish mad stupid crazy blame forgive mistake late "
    "behind risk dare wish wished ruin fine fined fire explain burning throwing wasting afford sue dangerous",
    # Praise of what is sold.
    "boast": "best better finest guarantee guaranteed proven award certified trusted leading perfect flawless unique "
    "only top premium quality lovely amazing fantastic brilliant wonderful superb unbeatable excellent "
    "reliable strongest fastest cheapest latest modern smart solid famous beautiful genuine pure original "
    "insured experienced iso love adore rave number world market handmade stainless lifetime warranty free "
    "promise",
    # Words of the brochure, wherever they stand.
    "hype": "amazing award-winning revolutionary unbeatable world-class innovative cutting-edge incredible "
    "state-of-the-art fantastic premium groundbreaking game-changing unmatched best-in-class industry-leading "
    "market-leading superb outstanding magnificent excellent unrivalled top-quality first-class phenomenal "
    "awesome breathtaking sensational superior world-leading wonderful marvellous splendid stunning "
    "high-quality top-notch ground-breaking game-changer bestselling unique exclusive",
    # A firm and its past.
    "house": "since founded family generation grandfather years experience company firm business team people engineers "
    "certified office branch branches customers clients hundred thousand countries hospitals served done "
    "built installed placed opened specialists experts lads crew owned run established",
    # What a product has and does.
    "feature": "feature features app system machine software tool platform service model version battery button click "
    "warranty guarantee training support delivery installation sensor camera screen colours sizes included "
    "includes comes automatic automatically online digital runs works handles covers connects stops saves "
    "cuts halves doubles protects keeps lasts takes waterproof light seconds minutes within hours gets finds",
    # Figures and what is given away.
    "price": "price prices discount percent off cheaper cheap free euro euros pound pounds dollar dollars rupees grand "
    "month monthly saves save saving savings cost costs rate fee half twice double zero interest bargain "
    "offer value investment return pays paid vat plus extra quid bob",
    # Setting oneself over what was said.
    "argue": "but however though although yet actually surely honestly really frankly wrong myth nonsense never always "
    "everybody everyone nobody all come please obviously clearly seriously simply normal excuse fault "
    "mistaken believe trust difference matter isn't no not respect truth fact reality instead rather else "
    "most others other silly lazy",
    # Holding the other to a rule.
    "must": "must should need have ought better can't cannot n't supposed expect try think look see consider imagine",
    # Feelings and strains that are said back.
    "feeling": "worry worries worried afraid fear scared dread hurt hurts tired sick hate angry furious frustrated "
    "frustrating stuck torn burnt burned sore stress stressful pressure heavy hard tough rough painful trust "
    "safe sure bothers matters weighs nerves peace sleep heart head shock disappointed alone caught careful "
    "proud sickening enough fed lean rely carry brunt",
    # Words with which one says back.
    "echo": "so sounds seems hear then rather sooner want prefer would more than means mean feel feels you're you'd "
    "you've must like as if still enough again whole every even own left used nobody none why where and",
    # Side by side: taking it in.
    "soft": "sorry thanks thank understand fair sense sure right course grand okay appreciate glad congratulations "
    "wow lovely absolutely true agree makes point see noted understood nice",
    # What a seller does next and takes on.
    "step": "send bring call ring email mail come visit meet draw prepare write check measure look share invite "
    "agenda minutes plan proposal suggest propose suggestion idea step next test trial list note page figures "
    "summary draft report back text sheet comparison follow sit go through together us",
    "day": "monday tuesday wednesday thursday friday saturday sunday tomorrow noon morning afternoon evening week "
    "hour half nine ten eleven twelve two three four five january february march april june july august "
    "september october november december",
    # The wheel handed over.
    "over": "let know side end proceed next questions question doubts query queries back ready shout wish like want "
    "decide court yourselves yours revert happen steps process forward leave play suits free feel contact "
    "touch think anything handle go",
    # The seller's own lot.
    "own": "my i'm i've me boss manager target quota bonus commission month quarter numbers number job sales "
    "forecast short behind year-end trip family mortgage rent kids help favour honest slow director pressure "
    "close win president payment due drove home empty-handed table team",
    # The buyer's world, asked about.
    "ask": "how what who where when which why tell walk describe happens happen happened today currently usually "
    "last time day week think find notice decide choose first most hardest",
}  # fmt: skip

# Those of the other lists that count as families too.
_SHARED = ("BENEFIT", "BUY", "CLIENTELE", "CURRENCY", "EFFICIENCY", "GROWTH", "OFFER", "OPPORTUNITY", "OURS", "PAPER",
           "PRICEWORD", "RISK", "SANITY", "SELLS", "SUPERLATIVE", "TROUBLE", "WHEN")  # fmt: skip
FAMILIES: Mapping[str, frozenset[str]] = {
    **{name: word_list(words) for name, words in _FAMILIES.items()},
    **{name: LISTS[name] for name in _SHARED},
}

# Families that count in a question alone: they speak for or against one about change.
# Exact forms, since "would" and "want" must not meet their stems' cousins.
EXACTLY: Mapping[str, frozenset[str]] = {
    # A case that is not so yet.
    "hypothesis": word_set("if suppose supposing imagine unless should had were"),
    "would": word_set("would could might may"),
    "you": word_set("you your yours yourself yourselves ye"),
    # The seller's own side: then it is rarely about the buyer's need.
    "ours": word_set("we our us ours"),
    "me": word_set("i me my i'm"),
    "past": word_set("did was were went came last ago"),
    "much": word_set("much many often long far late big"),
    "nobody": word_set("nobody no none never without n't not cannot nothing"),
    "again": word_set("again every each still ever always"),
    "third": word_set("they them their theirs people she he her his him"),
    "today": word_set("today currently nowadays usually normally now moment present typical typically"),
}
# By stem.
ASKED: Mapping[str, frozenset[str]] = {
    "cost": word_list("cost costs costing price toll bill margin pocket worth pay paying expensive money"),
    "effect": word_list(
        "affect affected impact effect influence hurt hit damage consequence consequences knock-on repercussions "
        "strain "
        "burden toll disrupt"
    ),
    "lose": word_list("lose loses losing lost loss losses miss misses missed missing forgo waste wasted gone"),
    "away": word_list(
        "away decline declined refuse refused turned elsewhere competitor competitors rival slip slips slipped slipping"
        " walked walk escape vanish disappear instead leave leaving leaves left drop dropped"
    ),
    "spill": word_list(
        "bin thrown throw scrap idle empty unsold unused leftover redo rework twice retype chasing chase overtime "
        "stuck waiting delay spoiled rot"
    ),
    "trouble": LISTS["TROUBLE"],
    "obstacle": word_list(
        "holding stopping stops prevent prevents barrier obstacle limits limit "
        "bottleneck hinders blocks hurdle struggle hardest difficult"
    ),
    "ahead": word_list("years year future grow growth expand double second third bigger ahead dream ambition plans"),
    "worry": word_list(
        "worry worries worried worrying afraid fear fears scared scary dread nightmare concern concerns concerned "
        "awake "
        "risk risks frustrating frustrate painful pain suffer suffers headache annoying annoy sick regret"
    ),
    "react": word_list(
        "say says think thinks feel feels react respond complain tell tells notice post write hear see return believe"
    ),
    "happen": word_list("happen happens happened become becomes break breaks give gives suffers suffer end ends"),
    # Asking how a thing is done today, or to whom it falls.
    "practice": word_list(
        "handle manage check checking track record know find decide choose choosing organise organize arrange use "
        "using "
        "sort measure store share plan planning learn train teach clean wash"
    ),
    "prefer": word_list(
        "prefer favourite colour color mind picture needs goals looking matter matters important "
        "hope hoping expecting budget size idea bought buy choose"
    ),
    # Talk of the deal itself.
    "dealing": word_list(
        "sign contract offer price discount decide order deposit quote next steps step proceed questions question demo "
        "meeting send call email suggest propose start ahead"
    ),
    "praise": word_list("great lovely nice perfect amazing wonderful free easy best better fast cosy love"),
    "unchanged": word_list("same continue continued stays stay carry carried remains keep nothing anyway"),
    "told": word_list("describe walk tell talk explain help wonder wondering curious know"),
}
