"""What a question about change falls on: six areas, each with words that tell and words that hint.

Held as data, to be lengthened. A word may stand in several areas; how much each counts is in weights.json.
Words are found by their stem too, except where a list holds every form that is meant.
"""

from __future__ import annotations

from collections.abc import Mapping

from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.patterns import word_list

# Words that tell: on hearing one, most people would name that area.
STRONG: Mapping[str, frozenset[str]] = {
    # Orders, jobs, guests, sales that pass them by.
    "opportunity": word_list(
        "missed missing miss declined decline refuse refused forgo forgone unsold unbooked unfilled unquoted untapped "
        "unlet vacant elsewhere rival rivals competitor competitors competition opportunity opportunities "
        "chance chances tender tenders bid bids bidding enquiry enquiries inquiry inquiries leads "
        "prospect prospects upsell upselling cross-sell footfall walk-in walk-ins passer-by passers-by regret "
        "shelved turnaway oversubscribed outbid sold-out sale sales commission commissions voids "
    ),
    # Getting bigger: places, people, markets.
    "growth": word_list(
        "grow growing growth grew grown expand expanding expansion scale scaling branch "
        "double doubled doubling twice triple tripled treble larger franchise franchises export "
        "exports exporting abroad overseas nationwide international ambition ambitions ambitious vision launch "
        "outgrow outgrown outgrew hire hiring recruit recruiting capacity region regions plateau "
        "ceiling flat-lined acquire acquisition next-level diversify upscale "
    ),
    # Those whom they serve, and what is said of them.
    "customers": word_set(
        "congregations schoolchildren vip worshippers walk-ups attendance return returning loyal "
        "customer customers client clients clientele guest guests patient patients shopper shoppers visitor visitors "
        "diner diners tenant tenants resident residents passenger passengers subscriber subscribers member members "
        "donor donors parent parents pupil pupils student students learner learners user users viewer viewers "
        "audience audiences reader readers consumer consumers retailer retailers bride brides groom couple couples "
        "patron patrons fan fans congregation parishioner parishioners pensioner pensioners holidaymaker "
        "holidaymakers tourist tourists traveller travellers homeowner homeowners caller callers "
        "punter punters spectator spectators exhibitor exhibitors supporter supporters rider riders regular "
        "regulars newcomer newcomers attendee attendees delegate delegates borrower borrowers policyholder "
        "policyholders review reviews reviewer reputation complaint complaints complain complaining loyalty loyal "
        "satisfaction stars rating ratings tripadvisor word-of-mouth impression disappointed disappoint "
        "disappointing mourners mums mothers household households buyers buyer supermarket supermarkets "
        "churn refund refunds"
    ),
    # What may go wrong, and who answers for it.
    "risk": word_list(
        "robbers dies dying liabilities renew renewal jams hangs inspector ruined "
        "risk risks risky hack hacked hacker hackers breach breached attack attacked leak leaks leaked leaking fire "
        "fires burn burnt burned blaze flood floods flooded flooding theft stolen steal steals thief thieves burglar "
        "burglars burglary burgled robbed robbery rob break-in break-ins vandal vandals intruder shoplifting accident "
        "accidents injured injury injuries injure unsafe dangerous danger inspection inspections inspector "
        "inspectors audit audits audited auditor auditors fine fined fines penalty penalties lawsuit sue sued legal "
        "lawyer compliance regulator regulators regulation court liability liable crash crashed fail "
        "fails failed failing failure fault faulty died dead breakdown outage blackout virus ransomware backup "
        "backups password passwords emergency contaminated contamination recall recalls recalled disaster collapse "
        "collapsed collapses insured uninsured insurance insurer illness ill sick sickness died storm storms "
        "lightning frost drought expire expired expires lapse exposed exposure unprotected vulnerable "
        "bankrupt bankruptcy fraud fraudster scam scammer phishing dispute disputes "
        "poison poisoning allergen allergy allergic allergies explode explosion safety hurt harm harmed slipped "
        "fell drown electrocuted evacuate alarm police ambulance hospital widow worst resign resigned "
        "quits retires retire succession dependent rely relies relying "
        "licence permit confiscated revoked security "
        "protect protected protection unlocked unguarded bankrupted storms subsidence asbestos mould infection "
        "outbreak virus rot corrosion bursts burst"
    ),
    # Time, money and work inside the house.
    "efficiency": word_list(
        "squeezed duplicating retyped written rewritten entered "
        "hours minutes cost costs costing waste wasted wasting bin bins margin margins overtime idle "
        "rework redo redone redoing twice paperwork admin typing retype retyping retyped bill bills expense "
        "expenses spend spending spent fuel diesel petrol energy electricity heating heat downtime bottleneck "
        "bottlenecks delay delays delayed slow slows throughput output productivity productive labour labor wages "
        "overstock overstocked scrap scrapped spoil spoils spoiled spoilage thrown throw chasing chase search "
        "searching manual manually keying rekey duplicate duplicated spreadsheet spreadsheets error errors mistake "
        "mistakes mileage litres kilos tonnes tons money budget profit profits cash cashflow cash-flow pounds euros "
        "dollars rupees breakages breakage rejects reject rejected offcuts leftovers leftover surplus "
        "bookkeeping reconcile reconciling invoices invoicing payroll counting count stocktake stocktaking "
        "efficient efficiency standstill stoppage changeover handwritten double-entry overrun overruns "
        "overheads overhead expensive unpaid overdue weeds shrinkage "
        "hectare acre per-unit workload "
    ),
    # The person: nights, nerves, home.
    "sanity": word_set(
        "nights sleeps ladders family families knackered shattered mood morale yourself "
        "sleep sleeping asleep slept awake evening evenings weekend weekends sunday sundays saturdays "
        "holiday holidays stress stressed stressful stressing burnout nerves tired exhausted exhausting exhaustion "
        "worn peace calm kids wife husband daughter son grandchildren grandkids headache headaches "
        "breathe frustration frustrating frustrated overwhelmed overwhelming overwhelm sanity dinner bedtime bed "
        "vacation midnight marriage temper patience lonely loneliness tears cry crying guilt guilty dread dreading "
        "hobby hobbies shoulders knees personally "
        "birthday birthdays anniversary christening off-duty pillow anxiety anxious "
        "nightmare nightmares breaking-point coping unwind relax drained burnt-out lie-in "
        "mrs missus 2am 3am 4am"
    ),
}

# Words that hint: alone they leave it open.
WEAK: Mapping[str, frozenset[str]] = {
    "opportunity": word_list(
        "order orders job jobs booking bookings quote quotes seat seats table tables chair chairs slot slots empty "
        "party parties business work contract contracts unanswered window nobody lose lost losing turned turn "
        "away refusing walk walks walked slip slips slipped pass passes passed leave leaves left close closed covers "
        "voicemail buys bought buying basket extra sell sold else reach won win winning project projects commissions "
        "event events trade weddings offer offers"
    ),
    "growth": word_list(
        "third fourth fifth branch branches market markets dream second turnover opening "
        "new open opening another more extra years future further plan plans planned region city town crew crews van "
        "staff space room take bigger pair hands bank lend invest investment site sites shop shops kitchen studio "
        "clinic store stores build team restaurant outlet ahead five ten three possible stage held holding back "
        "stopping limit limits limited keep keeps first many next step reach trained apprentice apprentices could"
    ),
    "customers": word_list(
        "people they them their folk folks child children brand name talk image wait waiting again once return "
        "friends families family choose chooses experience service serve served welcome door reception counter "
        "phone ring rings post online google expect promise promised late angry upset unhappy notice noticed "
        "public school someone somebody men women kids lady gentleman order community village town hear heard "
        "attendance enrol enrolment turn-up visit visits react"
    ),
    "risk": word_list(
        "prove cover covered afraid fear worry die landlord claim safe "
        "wrong without alone only missing lost lose weather rain ice night never nobody sure tomorrow suddenly "
        "happen happens happened if suppose say imagine would one key keys knows know left leaves quit walked "
        "wrong records record data files file stolen cold freezer fridge power internet server system "
        "break breaks broke broken stop stops stopped down dropped gone supplier single find found ask asks asked "
        "winter bad happens broke boss off month lorry roof house hit hits strike fall falls first survive"
    ),
    "efficiency": word_list(
        "queue queues interest "
        "week day days month months year long time times many much often take takes staff team crew driver drivers "
        "work shift shifts pay price stock stand stands wait waits machine line site empty end ends goes go spoilt "
        "trips trip van vans lorry fix fixing repair repairs cleaning add adds adding extra pages pile share half "
        "percent quarter hands desk parts load loads run runs number numbers rate rounds morning round fields tools "
        "returns return damaged back lost lose loses losing forms form stuck"
    ),
    "sanity": word_list(
        "life lives head mind worry rest pressure health cope enjoy fun strain supper families "
        "night nights home late day off feel feels feeling long yourself partner children dad mum personal tough "
        "hard still morning phone back mood own keep keeps ever last time alone finish please going summer "
        "christmas december switch hours house love hands"
    ),
}
