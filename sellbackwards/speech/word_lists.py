"""Words by meaning. Each list is meant to be read and lengthened; forms that share a stem need only one entry."""

from __future__ import annotations

from sellbackwards.speech.lexicon import GRAMMAR
from sellbackwards.speech.patterns import word_list

_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today tonight"
    " tomorrow morning afternoon evening noon lunchtime january february march april june july august september october"
    " november december week weeks month fortnight o'clock am pm midday day days weekend hour hours minute minutes"
    " spring summer autumn winter"
)

LISTS: dict[str, frozenset[str]] = {
    **GRAMMAR,
    # When something is to be done: a weekday, a date, a clock.
    "WHEN": word_list(_DAYS),
    # People who buy from the buyer: whoever they serve.
    "CLIENTELE": word_list(
        "customer customers client clients guest guests patient patients shopper shoppers buyer buyers regular "
        "regulars visitor visitors diner diners tenant tenants resident residents passenger passengers "
        "subscriber subscribers member members donor donors parent parents pupil pupils student students user "
        "users viewer viewers audience reader readers consumer consumers retailer retailers supermarket brides "
        "reviews review reputation complaint complaints complain loyalty satisfaction churn angry"
    ),
    # What a seller sells, by its general name.
    "OFFER": word_list(
        "product products service services solution solutions software platform tool app system package plan "
        "offer offering device machine technology model range subscription programme program warranty "
        "guarantee price prices pricing feature features dashboard module version catalogue catalog brand "
        "company firm team? quality support experts engineers technicians support customers clients"
    ),
    # What "our" may own without selling.
    "OURS": word_list(
        "shop hotline store office warehouse website door staff policy terms side lawyer accountant "
        "call meeting conversation talk chat discussion visit email mail emails notes records side end last "
        "next first previous appointment boss manager own schedule calendar agenda part turn mistake fault "
        "apologies shared goal talks visits time exchange word phone chat day message messages proposal name "
        "number invite job driver electrician fitter colleague wife husband kids family neighbour mother mum "
        "dad question questions apology bad understanding experience opinion view guess mind head best "
        "favourite trainer friend pleasure sister brother son daughter father parents grandfather grandmother "
        "gran house home city town holiday weekend life train old asking quota target targets commission bonus "
        "numbers month quarter kpi manager area sales regional suggestion idea curiosity honest"
    ),
    # What a company does for those who pay it.
    "SELLS": word_list(
        "offer provide deliver guarantee sell supply specialise specialize serve manufacture produce install "
        "design include charge handle ship train cover stock approve employ publish print rent lease insure "
        "host develop invented invent created create launched launch lead save saved cut reduce boost double "
        "triple increase automate won beat outperform pride promise match undercut repair maintain support "
        "inspect collect clean operate own run built build make made use help helped back certify protect "
        "monitor finish answer respond fit brew bake roast grow source import export print replace remove "
        "finance fund lend plan organise organize place find fill keep bring translate proofread groom tutor "
        "photograph cater wash"
    ),
    "BENEFIT": word_list(
        "save saves cut cuts reduce reduces lower lowers boost boosts double doubles triple triples increase "
        "increases improve improves grow grows win wins earn earns guarantee guarantees guaranteed never "
        "always instantly automatically automatic pays"
    ),
    # Words that praise goods.
    "SUPERLATIVE": word_list(
        "best cheapest fastest safest lowest strongest easiest finest leading leader award awards "
        "award-winning premium unique revolutionary unbeatable unmatched world-class innovative cutting-edge "
        "state-of-the-art top-notch no1 number-one certified handmade patented exclusive proven trusted "
        "bestseller bestselling genuine superior outstanding affordable durable reliable lightweight "
        "waterproof ergonomic comfy comfortable modern latest advanced luxury luxurious organic custom smart "
        "powerful fastest-growing seamless seamlessly effortless"
    ),
    "PRICEWORD": word_list(
        "price prices cost costs fee fees discount discounts free deposit instalment instalments rebate "
        "voucher percent % off cheaper cheap cheapest affordable bargain deal guarantee warranty trial"
    ),
    "CURRENCY": word_list(
        "pound pounds dollar dollars euro euros rupee rupees cent cents bucks quid £ $ € ₹ usd eur gbp inr rs "
        "lakh crore k"
    ),
    "BUY": word_list(
        "sign buy order book commit purchase decide pay confirm signed ordered reserve subscribe upgrade "
        "signing ordering buying finalise finalize"
    ),
    "PAPER": word_list(
        "contract agreement order paperwork papers invoice form quote signature deal docusign direct-debit "
        "policy subscription"
    ),
    # Trouble: what goes wrong in any trade.
    "TROUBLE": word_list(
        "late delay delays delayed wrong break breaks broke broken fail fails failed failing failure down "
        "outage crash crashed die dies died leak leaks leaking lost lose loses losing miss missed missing "
        "misses empty sick ill absent steal stolen steals theft hacked hack attack breach virus fire flood "
        "flooded accident injured injury hurt hurts damage damaged spoil spoiled spoils stuck queue queues "
        "wait waits waiting slow slows error errors mistake mistakes misprint complaint complaints complain "
        "reject rejected stop stopped jam jams jammed breakdown breakdowns shortage short quit quits resign "
        "resigns strike inspection inspector audit auditor fined penalty lawsuit sue sued recall expire "
        "expires expired forget forgets forgot overbooked overrun collapse collapses unavailable blocked "
        "unanswered unpaid overdue rework scrap waste wasted wasting mix-up no-show noshow no-shows problem "
        "problems trouble nobody without fall falls fell bad badly cancel cancels cancelled canceled burst "
        "storm cold angry upset unhappy again gap gaps noise damp rot rust bankrupt blackout freeze freezes "
        "frozen outdated slipped slip unexpected suddenly peak cannot dirty unsafe dangerous danger worst "
        "disaster hectic chaos chaotic confused missed overload overloaded scary vanish disappear disappears "
        "gone seized snapped passwords password ransomware burnt burn burns"
    ),
    # The areas in which a need to change can lie.
    "OPPORTUNITY": word_list(
        "missed miss missing turn pass passed passes slip slipped slips slipping elsewhere decline "
        "declined refuse refused forgo forgone competitor competitors tender tenders bid bids "
        "opportunity opportunities leads enquiries inquiries"
    ),
    "GROWTH": word_list(
        "grow grows growing growth expand expands expanding expansion scale scaling second third new branch "
        "branches bigger double doubled triple twice market markets abroad hire hiring ambition ambitions "
        "vision future further launch region regions export franchise open another capacity years"
    ),
    "RISK": word_list(
        "risk risks risky hacked hacker hackers hack breach breached attack attacked leak leaks leaked fire "
        "burn burnt flood flooded theft stolen steal thief burglar burglary burgled break-in accident "
        "accidents injured injury injuries hurt harm safety unsafe dangerous danger inspection inspector audit "
        "auditor auditors fine fined penalty penalties lawsuit sue sued legal law compliance regulator court "
        "claim liability crash crashed crashes fail fails failed failing failure die dies died dead breakdown "
        "outage blackout virus ransomware backup passwords password worst emergency wrong contaminated "
        "contamination recall disaster fall falls fell collapse insured uninsured income illness ill sick died "
        "renew landlord storm expire expired lose"
    ),
    "EFFICIENCY": word_list(
        "cost costs costing hours hour time money waste wasted wasting margin margins scrap rework overtime "
        "efficient efficiency productivity manual manually retype retyping typing twice double bill bills "
        "expense expenses spend spent spending idle downtime minutes fuel energy budget duplicate search "
        "searching slow delay delays waiting cycle output throughput labour labor paperwork admin effort "
        "resources pay paying price profit profits stoppage standstill stands still halt bottleneck line site "
        "shift"
    ),
    "SANITY": word_list(
        "sleep sleeping asleep awake evening evenings night nights weekend weekends sunday sundays family "
        "families home holiday holidays stress stressed stressful stressing burnout nerves tired exhausted "
        "exhausting worn worry worries worried peace calm kids children wife husband partner personally life "
        "mood morale headache headaches breathe frustration frustrating frustrated overwhelmed overwhelming "
        "saturday saturdays sanity dinner bedtime vacation"
    ),
}
