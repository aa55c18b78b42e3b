"""Families of words that speak for or against a move, as data. None decides alone: learned.json weighs them."""

from __future__ import annotations

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

# Each word and stem with its families, those of the other lists (word_lists.py) in capitals.
_SHARED = ("BENEFIT", "BUY", "CLIENTELE", "CURRENCY", "EFFICIENCY", "GROWTH", "OFFER", "OPPORTUNITY", "OURS", "PAPER",
           "PRICEWORD", "RISK", "SANITY", "SELLS", "SUPERLATIVE", "TROUBLE", "WHEN")  # fmt: skip


def _index() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, words in [(n, word_list(w)) for n, w in _FAMILIES.items()] + [(n, LISTS[n]) for n in _SHARED]:
        for word in words:
            found.setdefault(word, []).append("~" + name)
    return {word: tuple(names) for word, names in found.items()}


FAMILIES_OF = _index()
