"""Questions about the need to change: what today costs, what is missed or risked, what if nothing changed, as patterns.

"change/effect" asks what something does to them, whatever it is. "change/if trouble" counts only where the turn speaks
of trouble. The others name their area; where none does, the area follows from the words around (moves.py).
"""

from __future__ import annotations

from sellbackwards.speech.fields import LISTS
from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.patterns import Rule, Table

_MORE = {
    # What is lost or won in trade.
    "TRADE": word_set(
        "orders order deals deal sales sale jobs job business tenders tender bids bid leads bookings booking "
        "revenue work contracts contract projects project opportunities commissions enquiries inquiries "
        "customers clients requests guests turnover weddings events tables appointments donations members "
        "tenants"
    ),
    "LOSE": word_set("lose loses losing lost loose loosing loss losses miss misses missed missing"),
    "EAT": word_set("eat eats eating ate take takes taking took burn burns burning swallow swallows swallowing"),
    "WASTE": word_set(
        "lose loose losing lost waste wasting wasted spend spending spent go goes going gone cost costs "
        "costing slip slips eat eats eating take takes taking burn burns throw thrown end ends sit sits scrap "
        "scrapped leak leaks redo redone rework reworked retype retyping chase chasing search searching wait "
        "waiting idle lie lies stand stands vanish disappear miss missed missing add adds drain drains tie tied"
    ),
    "AFFECT": word_set(
        "affect affects affecting affected impact impacts impacting impacted hurt hurts hurting hit hits "
        "hitting damage damages damaging disrupt disrupts influence influences strain slow slows shape hamper "
        "hampers delay"
    ),
    "EVENING": word_set(
        "evening evenings weekend weekends nights sundays sunday saturdays saturday family families holidays bedtime"
    ),
}

CHANGE = Table(
    [
        Rule(
            "change/effect",
            (
                "what [else] would|might|could|will [really|actually|then] "
                "happen|break|suffer|go|slip|fall|become|stop",
                "what did|has|have *9 do|done to you|your|the|it|them|her|his|him|their|morale|everyone|this|that|"
                "a|our|what",
                "what do|does|would|might|could|will|can *9 do|mean "
                "to|for|with|if|when you|your|the|people|morale|everyone|everybody|it|them|her|his|him|their|"
                "team|what|a|an|our|this|that|life|business|staff",
                "what is|are|was|has|have|been *6 doing|do|done to",
                "what do|does|did|would|might|will|could *8 mean for|to|if|when|in",
                "what do|does|did|would|will|has|have|is|might|could|are *7 cost|costing",
                "what|how *3 @AFFECT",
                "how [badly|much|far|strongly|does|do|did|would|might|will|is|are|has] *8 @AFFECT",
                "impact|effect|consequences|consequence|knock-on|toll|repercussions|price "
                "is|does|of|on|for|has|have|would|that|this|if|you|do|are",
                "what would|might|could you|they|we|people do if|without",
                "what|how do|does|would|did|will [your|the|their] @CLIENTELE [really] "
                "say|think|react|feel|complain|tell|respond *4 when|if|after|once",
                "how do|does|did|would your|the|their @CLIENTELE [really] notice|feel|react|suffer|take|respond",
                "if nothing|things|it *2 changes|changed|change|stays|stayed|goes|keeps|continues|happens|stay|"
                "kept|went|carried|carry|remains",
                "if you|we did|do|just|keep|kept|carry|carried|left|leave|stay|stayed|continue|continued|stuck|"
                "never|changed nothing|doing|going|it|on|as|things|the|changing|nothing|with|to",
                "do|doing|did|changing|changed nothing",
                "what becomes|became of",
                "stays|stayed|stay|carries|carry|goes|go|keep|keeps|kept|went|left|remain|remains|continue|"
                "continues [on|going|exactly|just] as|the|like it|same|that|this|things",
                "another year|winter|season|quarter|summer of|like|with|without|this",
                "how much longer",
                "what is at stake",
                "how big|much|bad|serious|expensive|costly|painful [of] [a] "
                "problem|pain|headache|hassle|issue|nuisance|burden|worry|drain|strain|struggle",
                "how costly|expensive|painful|serious is|are|does|would|was|has|do",
                "worth to|if you|your|it|the",
                "what would *6 be|have|been worth",
                "what might|would|could *3 [have] be|been worth",
                "what *4 add|adds|added|adding|amount|amounts|come|comes up|to",
                "what would it|that|this *2 do|mean|change|free|allow",
                "what would *6 change|do for|about|to",
                "what would you *2 with *2 time|hours|hour|extra|money|days|day",
                "how [might|would|could|does|did] that|it|this *1 change|affect",
                "stand|stood to lose|gain",
                "how much|many *9 @WASTE",
                "how much|many hours|hour|time|money|days|revenue|turnover|sales|business",
                "what share|part|portion|percentage|percent of *5 @WASTE",
                "where [do|does|is|are|would] *5 @WASTE most|your|the|money|time|hours",
                "what *5 @EAT up|into|away|most|your|out|hours|time|the",
                "that|this|it @EAT up|into|away|out",
                "what came|comes of it|that|this",
                "what do|does|would it|that|this|one|waiting|delay|delays *3 do|cost|mean|lead",
                "what do|would you *2 lose|loose|give|forgo|miss",
                "afraid|scared of|to losing|lose",
                "what made|makes|would make you [want|decide|start|look|consider|think] [to] "
                "change|something|switch|move",
                "why *3 change",
                "what [is|keeps] *3 holding|keeping|stopping you",
            ),
            "Asks what today's state does to them, or what would follow.",
            (
                "What does that cost you?",
                "What would happen if nothing changed?",
                "How many hours a week does that eat up?",
            ),
        ),
        Rule(
            "change/if trouble",
            (
                "what happens|happened|happen to|with|when|if|once|whenever|on|the|after|then|in|at|while|next",
                "what goes|go on|through",
                "what|how|who|where|which|whom *5 would|might|could|will|wo",
                "what do|does|did *5 say|think|tell|feel|do|notice|complain|experience|find|see|hear|make|"
                "write|post|leave|rate",
                "how do|does|did|would|are|is *5 react|respond|take|feel|cope|manage|handle|deal|look|put",
                "what [do|does|is|was] *5 look|like like|when|if|for|in|on",
                "who *4 rings|ring|ringing|calls|call|calling|suffer|suffers|pays|pay|hurt|feels|feel|blame|"
                "blamed|angry|carries|gets|takes|answers|explains|tells|has",
                "suppose|imagine|say",
                "how long|quickly|soon|fast|late|often *6 before|until|back|out|without|stand|stands|idle|down",
                "what is it|that|this like",
                "how many|much",
                "be|is [a|an|very|really|pretty|so|quite] [big|huge|real] disaster|nightmare|catastrophe|shame|"
                "pity|scary|terrible|awful|risky|dangerous|worrying|annoying|frustrating",
                "is n't it [very|really|so] scary|terrible|awful|risky|dangerous|worrying|annoying|frustrating",
                "what if",
                "would you cope|manage|survive|know|notice|be",
                "how exposed|vulnerable|dependent|protected|prepared|covered|safe|sure|certain|confident|ready",
            ),
            "With trouble in the turn, asks what it does or would do.",
            ("What happens when the ferry is late?",),
        ),
        Rule(
            "change/opportunity",
            (
                "@LOSE *2 out",
                "@LOSE *4 @TRADE",
                "@TRADE *8 @LOSE|slipped|slip|slipping|slips|walked|walk|elsewhere|declined|decline|refused|"
                "refuse|escape|escaped|vanish|unquoted|unanswered|away|else|by|through|cannot",
                "turn|turned|turning|turns|send|sent|sending *4 away|down",
                "pass|passed|passing|passes *4 up|by|on",
                "saying no to",
                "had|have to say no",
                "slip|slipped|slipping|slips *3 through|away|by|past",
                "let|letting *4 go|pass|slip|down",
                "could|did|can|were n't|not [able|to|take|bid] *1 "
                "take|quote|bid|accept|serve|offer|fulfil|fulfill|win|deliver|reach|follow|chase|say|fill *3 "
                "@TRADE|on|for|them|because|to|it",
                "like|love|liked to [have] [take|taken|do|done|win|won|offer|accept|serve] *4 but",
                "went|go|goes|going|gone|walk|walks|walked|left *3 "
                "elsewhere|competitor|competitors|competition|rival|rivals",
                "went|go|goes|going|gone to|with someone|somebody else",
                "someone|somebody else",
                "could|might have [been] had|won|earned|sold|taken|made|earning|selling|winning",
                "what else could|would|might you|they|your|the|it *4 do|sell|make|offer|take|earn|build|use|be",
                "left|leave|leaving|lying on the table",
                "untapped",
                "@TRADE *3 goes|go|went|going to",
                "hang|hangs|hung up",
                "out of reach",
                "declined|declining|refused|refusing|turned|forgo|forgone *2 @TRADE",
                "escape|escapes|escaped|passes|passed you|them",
                "what|which opportunities|chances|openings|opportunity|chance",
                "opportunity|opportunities|chance|chances *4 "
                "@LOSE|pass|passed|see|slip|like|chase|pursue|slipped|cannot",
                "because nobody|no",
                "too late *3 bid|quote|apply|offer",
                "heard|hear|find|found *4 too late",
                "empty seats|tables|rooms|chairs|hours|slots|beds|space|return|trips|run|runs",
                "unsold|unused|unfilled|unanswered",
                "visitors|people|callers|shoppers|visits *5 without|leave|nothing|never",
                "without buying|ordering|booking|leaving",
                "come|comes home|back empty",
            ),
            "What they miss.",
            ("Which jobs did you have to turn down?",),
        ),
        Rule(
            "change/growth",
            (
                "grow|grew|growth|growing|expand|expanding|expansion|scale|scaling|ambition|ambitions|abroad|"
                "overseas|nationwide",
                "second|third|fourth|new|another|bigger|larger|extra|additional|ten|twenty|more|two site|shop|"
                "branch|store|crew|van|location|market|markets|plant|factory|restaurant|kitchen|salon|clinic|"
                "studio|outlet|premises|hall|warehouse|team|region|country|countries|oven|machine|line|firm|"
                "office|practice|cafe|customers|clients|orders|members|pupils|guests|truck|trucks|vans|stores|"
                "shops|branches",
                "twice|double|triple [as|the|your] many|size|much|orders|business|sales|number|customers|"
                "turnover|volume|work|output|capacity|demand|revenue|guests|clients",
                "doubled|tripled|doubles",
                "in|over|within [the] [next|coming|few|a|couple] [#|two|three|five|ten|few|couple|of|more] years",
                "# years time|from|ahead|down",
                "for #|two|three|five|ten more years",
                "where *2 want|see|like *8 be|yourself|go|take|grow|years|stand",
                "holding|holds|stopping|stops|keeping|keeps|limits|limiting|hold|keep *3 "
                "back|growing|bigger|opening|taking|from",
                "take|taking|took on more|another|new|bigger|extra|staff|people|#|two|a|bigger",
                "hire|hiring|hired more|another|new|two|three|extra|ten|five|#|people|someone",
                "open|opening|opened up|another|new|abroad|second",
                "next level|stage|chapter",
                "what would *6 open",
                "how far|big *4 could|can|would|grow|go|get|reach|expand|want",
                "buys from you",
                "took|takes|take off",
                "reach new|more|other|younger|further",
                "if demand|orders|sales|business|a|another *4 "
                "doubled|grew|double|came|grow|jumped|rose|tripled|along|third",
                "the firm|business|company|shop|club|practice if|in|when *8 years|empty|older",
                "what you had planned|wanted",
                "plans|planned|planning *2 for",
            ),
            "Where they would go if nothing held them.",
            ("If you had a second kitchen, where could you be in two years?",),
        ),
        Rule(
            "change/risk",
            (
                "if|when|should|once|suppose|whenever|until|before|day|imagine *9 fail|fails|failed|crash|"
                "crashes|crashed|die|dies|died|hacked|hack|stolen|steal|steals|fire|flood|flooded|leaked|"
                "breach|breached|broke|burn|burnt|burns|burned|injured|accident|audit|audited|inspector|"
                "inspection|sue|sued|blackout|outage|virus|ill|collapse|collapses|collapsed|quit|quits|resign|"
                "resigned|expired|expires|robbed|burgled|break-in|storm|fell|recall|recalled|renew|strike|"
                "retire|retires|disappear|disappeared|bankrupt|died|gone|corrupted|encrypted|leak|leaks|sick|"
                "struck|burst|seized|snapped|disappears",
                "wrong person|hands|people",
                "risk|risks|risky|liability|exposed|exposure|unprotected|uninsured|vulnerable|liable",
                "worst case|thing|that|could|day",
                "what could|might|can go wrong",
                "how sure|certain|confident|safe|secure are|is|do",
                "in danger",
                "inspector|auditor|regulator|audit|inspection|insurer|police|lawyer|authorities *4 find|finds|"
                "found|say|said|ask|asks|come|comes|came|want|see|knock|knocks|turn|turns|stood|asked",
                "income|salary|pay|wages *1 stopped|stops|stop|fell|dropped|gone",
                "a day|night|morning|week|weekend like that",
                "nobody|no one could|can open|reach|get|work|access|log",
                "comes|came back with",
                "injured|hurt|fell|falls",
                "knows|know|has|have|does|did|do the only|password|passwords|job",
                "only one|person who|that",
            ),
            "What could go wrong.",
            ("What would happen if the freezer died?",),
        ),
        Rule(
            "change/sanity",
            (
                "awake|sleep|sleeping|stress|stressed|stressful|burnout|nerves|exhausted|overwhelmed|sanity|"
                "wellbeing|well-being",
                "@EVENING *4 look|left|gone|say|spend|spent|cost|doing|lose|lost|missing|free|back|disappear|"
                "go|otherwise|working",
                "left of|for *4 week|weekend|day|evening|evenings|life|you|yourself|family",
                "to|for|on|with|of|those|these|into|what [do] your|her|his|their|you|the|those|these|my [own] "
                "[private] @EVENING",
                "with|those those|these|sundays|evenings|weekends|nights|saturdays",
                "do|does|doing|did|done|mean to|for *4 @EVENING|life|home|nerves|mood|sleep|health",
                "life|things at|around home",
                "home life",
                "your|her|his|their personal|private|home|own|family life|time|evenings",
                "how late do|does|did|are|is|you",
                "working|work [late] [on|at|through] late|weekends|nights|evenings|sundays|saturdays",
                "take|takes|taking|took *4 home",
                "last *3 holiday|day|weekend|evening off|free|without",
                "lose|losing|lost *3 @EVENING|sleep",
                "peace of mind",
                "on your mind|shoulders|nerves",
                "keeps you|them|her|him up|awake|going",
                "wears|wear|wearing *3 out|down",
                "your|you *3 hours like",
                "hours like",
                "switch off",
                "see|sees your|the|their kids|children|family",
            ),
            "What it does to their own life.",
            ("What does it do to your evenings?",),
        ),
    ],
    {**LISTS, **_MORE},
)
