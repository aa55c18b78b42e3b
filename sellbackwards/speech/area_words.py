"""What a question about change falls on: six areas, each with words that tell, words that hint, and turns of phrase.

Held as data, to be lengthened. A word may stand in several areas; how much each kind of cue counts is in
change_weights.py. Words are found by their stem too, except where a list holds every form that is meant.
"""

from __future__ import annotations

from collections.abc import Mapping

from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.patterns import Rule, Table, word_list
from sellbackwards.speech.word_lists import LISTS

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

_LISTS = {
    **LISTS,
    "TRADE": word_set(
        "orders order deals deal sales sale jobs job business tenders tender bids bid leads bookings booking work "
        "contracts contract projects project enquiries inquiries customers clients requests guests weddings events "
        "tables appointments donations members tenants people parties party commissions patients visitors buyers "
        "students pupils listings properties calls callers one ones anyone any"
    ),
    "PLACE": word_set(
        "site shop branch store crew van location market plant factory restaurant kitchen salon clinic studio outlet "
        "premises hall warehouse team region country oven machine line office practice cafe truck sites shops "
        "branches stores crews vans locations markets restaurants kitchens salons clinics studios trucks home chair "
        "field herd flock class classroom boat stall unit floor bar bakery city town garage gallery gym hotel school "
        "venue workshop yard theatre place room surgery"
    ),
}

PHRASES = Table(
    [
        Rule(
            "opportunity",
            (
                "say|said|saying|says no to",
                "have|had|having to say no",
                "turn|turned|turning|turns|send|sent|sending|wave|waved *4 away|down",
                "pass|passed|passing|passes *3 up|by|on",
                "slip|slipped|slipping|slips *3 through|away|by|past",
                "let|letting *4 go|pass|slip",
                "go|goes|going|went|gone|walk|walks|walked|walking|take|takes|took *5 "
                "elsewhere|competitor|competitors|competition|rival|rivals|instead|else",
                "went|go|goes|going|gone to|with someone|somebody|another",
                "walk|walks|walked|walking on|past|off|out|away",
                "left|leave|leaves|leaving|lying on the table",
                "leave|leaves|left|leaving without|with nothing|empty-handed",
                "without buying|ordering|booking|leaving|reply|answer",
                "lose|loses|losing|lost|miss|misses|missed|missing *2 out",
                "lose|loses|losing|lost|miss|misses|missed|missing *4 @TRADE",
                "@TRADE *6 lose|lost|miss|missed|slip|slipped|elsewhere|declined|decline|refused|refuse|unanswered|"
                "away",
                "could|might have had|sold|taken|earned|won|gone|done|made|been",
                "hang|hangs|hung|hanging|give|gives|gave up",
                "go|goes|going|went|gone cold|quiet",
                "empty|unsold|free|vacant seats|tables|rooms|chairs|slots|beds|space|chair|table|room|seat|bay|flat|"
                "court",
                "seats|tables|rooms|chairs|slots|beds|chair|table|room|seat|bay|flat|house|stall|court|hall|class "
                "[is|are|was|sits|sit|stands|stand] empty|free|unsold|vacant",
                "nobody|no one buys|books|bought|answers|rings|picks|calls|answered|comes",
                "what else could|would|might|can",
                "how many *5 @TRADE could|did|can|never|go|have|were *6 not|n't|away|down|unanswered",
                "would|could|might you *3 say yes|take|accept",
                "let|lets you say yes",
                "stop|stops|stopped short",
                "too late *3 bid|quote|apply|offer",
                "could|did|can|were n't|not [able|to|take|bid] *1 "
                "take|quote|bid|accept|serve|offer|fulfil|win|deliver|reach|follow",
                "after *3 shut|closed|close|locked|hours|closing",
            ),
            "What passes them by.",
            ("Which jobs did you have to turn down?",),
        ),
        Rule(
            "growth",
            (
                "second|third|fourth|new|another|bigger|larger|extra|additional|ten|twenty|more|two|three *1 @PLACE",
                "take|taking|took on",
                "open|opening|opened up|another|new|abroad|second|in|there|a|longer",
                "in|over|within [the] [next|coming|few|a|couple] [#|two|three|five|ten|few|couple|of|more] years",
                "#|two|three|five|ten years time|from|ahead|down|on",
                "where *2 want|see|like *8 be|yourself|go|take|grow|years|stand",
                "hold|holds|holding|held|keep|keeps|keeping|kept *3 back",
                "stop|stops|stopping|keep|keeps|keeping|kept|prevent|prevents|hold|holds *3 "
                "from|taking|opening|growing|adding|selling|running|having",
                "stand|stands|get|gets|standing|what is *3 between|way of|to",
                "in the way",
                "on hold",
                "what would it take to",
                "how far|big *4 could|can|would|grow|go|get|reach|expand|want",
                "if you had|could|were|wanted|'d *4 more|another|second|third|two|extra|bigger|double",
                "pair|pairs of hands",
                "not|n't enough|the hands|staff|space|room|people",
                "had in mind|planned|hoped",
                "if demand|orders|sales|business|a|another *4 doubled|grew|double|came|grow|jumped|rose|tripled|along",
                "how many more",
                "only *2 you|one",
                "twice|double|half the size|people|as|staff|orders|work",
                "at what size|point",
                "room for",
                "become|becomes possible",
                "a country|market|region|town",
            ),
            "Where they would go if nothing held them.",
            ("What is holding you back from a second site?",),
        ),
        Rule(
            "customers",
            (
                "come|comes|came|coming back",
                "do|does|did n't|not|never *2 come|return|back|rebook|renew",
                "hear|heard from them|her|him",
                "say|says|said|think|thinks|write|writes about you|us|it|them",
                "tell|tells|telling their|her|his|the|other|others|friends|you",
                "let|lets|letting *3 down",
                "word of mouth",
                "sent|send|sends|bring|brings|brought *2 back",
                "at|on the|your door|counter|desk|reception|phone|till|checkout|window",
                "first impression",
                "made|make|makes|making to wait",
                "what do|does|did|would|will they|people|she|he|a|the *4 say|think|do|feel|make|tell|see|find",
                "how do|does|did|would they|people|she|he *3 react|feel|take|respond",
                "win|wins|won|winning|lose|loses|lost|losing [a|an|more|new|any|your|the] @CLIENTELE",
            ),
            "What those whom they serve meet, say and do.",
            ("How do people react when the parcel arrives broken?",),
        ),
        Rule(
            "risk",
            (
                "what if",
                "go|goes|went|gone|going wrong",
                "worst case|thing|that|could|day",
                "how sure|certain|confident|safe|secure are|is|do",
                "who would|is|are|gets|will be *1 liable|responsible|blamed|blame|sued",
                "nobody|no one|nothing could|can open|reach|get|work|access|log",
                "only|one one|person|man|woman|people|supplier|client|customer *2 who|that|knows|know|can|has",
                "off|calls|call|rings|phones|called|rang|phoned [in] sick|ill",
                "hit|hits|knocked|run by|over",
                "if|when|once|suppose|imagine|should|had|until|before *5 "
                "fail|fails|failed|crash|crashes|crashed|die|dies|died|stolen|fire|flood|floods|flooded|broke|breaks|"
                "burst|audit|inspector|inspection|ill|sick|quit|quits|left|leaves|hacked|down|out|off|retires|resigned|"
                "renew|fell|falls|gone|lost|wrong|vanished|collapsed|stopped|stops",
                "walk|walks|walked out|away",
                "what [is] then $",
                "plan|plans b",
                "what would *3 find|see|ask",
                "afraid|scared|fear|worry|worries|worried",
                "for how long",
                "could|would|can you|they|it *2 survive|cope|carry|trade|trading",
                "fall|falls|fell back on",
                "in danger|trouble|court|hospital",
                "be left with|without",
                "wrong person|hands|people",
            ),
            "What could go wrong.",
            ("What would happen if the freezer died?",),
        ),
        Rule(
            "efficiency",
            (
                "how much|many|long *3 hours|hour|time|money|days|week|goes|go|end|ends|spend|spent|take|takes|cost|"
                "costs",
                "how long do|does|is|are|it|they|each|one|the|your",
                "how many times",
                "end|ends|goes|go|going|went|ended up|in [in] the|a bin|skip|scrap|rubbish|waste",
                "a|per|each|every week|month|day|year|shift|morning",
                "add|adds|added|adding|come|comes up|to",
                "eat|eats|eating|ate *2 up|into|away",
                "over a|the year|month|season|week",
                "by hand",
                "stand|stands|standing|sit|sits|sitting|lie|lies|lying about|around|idle|still|there",
                "tie|ties|tied up",
                "get|gets|got done|undone",
                "not|n't get|gets done",
                "what else could|would *5 do|doing",
                "what would|could *4 do|doing with that|the|those|all time|hours|money",
                "all|what that|this *2 cost|costs|costing",
                "doing|do|done to your|the margin|margins|bottom|bill|rest|day|schedule|week",
                "have|has|had to go|drive|come|do|be out|back|again|twice|over",
                "more than once",
                "all over again",
                "second trip|visit|time",
            ),
            "What it takes in time, money and work.",
            ("How much of the dough ends up in the bin?",),
        ),
        Rule(
            "sanity",
            (
                "at|back|for|into home",
                "to|for|on|of|into|with [do] your|her|his|their|the|those|these|my *1 "
                "evening|evenings|weekends|nights|sundays|sleep|family|life|home|nerves|marriage",
                "your|her|his|their|my own|home|private|personal|family time|life|evenings|evening|weekend",
                "day|days|time|weekend|night|evening|week|summer off|free|away",
                "up at|all night|dawn|five|four|midnight|half",
                "in|at|past the morning|night|#|midnight|two|three|ten|eleven",
                "out of bed",
                "how late",
                "left of|for *3 week|weekend|day|evening|evenings|life|you|yourself|family",
                "wear|wears|wearing|wore|worn *3 out|down",
                "drive|drives|driving you|them *1 mad|crazy|up|nuts|round",
                "on your|his|her|their mind|shoulders|nerves|plate|own",
                "keep|keeps|kept you|them|her|him *1 up|awake|going|sane",
                "working|work [late] [on|at|through] late|weekends|nights|evenings|sundays|saturdays|christmas",
                "to yourself|yourselves",
                "switch|switches|switched|switching off",
                "see|sees|seen|seeing your|the|their kids|children|family|wife|husband",
                "take|takes|taking|took *4 home",
                "what is|was that|it|this *2 like *3 you|her|him",
                "how are you *4 sleeping|holding|feeling|coping|bearing",
                "how do|does|did|is that|it|this *2 sit|feel|leave|make",
                "get|gets|got to you",
                "peace of mind",
                "phone rings|ringing|goes|going",
                "last *3 holiday|day|weekend|evening|sunday|night|week",
                "how is|are that|it|they|things|your|the *3 family|home|kids|wife|husband|partner",
            ),
            "What it does to their own life.",
            ("What does it do to your evenings?",),
        ),
    ],
    _LISTS,
)
