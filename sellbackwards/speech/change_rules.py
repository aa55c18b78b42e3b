"""Questions about the need to change: what today costs, what is missed or risked, what if nothing changed.

Two kinds of cues, held as data. WORDS: families of words, anywhere in the question. CHANGE: turns of phrase, in order.
Neither decides alone. How much each cue speaks for or against is in change_weights.py, learned from families.
"""

from __future__ import annotations

from collections.abc import Mapping

from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.patterns import Rule, Table, word_list
from sellbackwards.speech.word_lists import LISTS

# Exact forms, since "would" and "want" must not meet their stems' cousins.
EXACT: Mapping[str, frozenset[str]] = {
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
WORDS: Mapping[str, frozenset[str]] = {
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

_LISTS = {
    **LISTS,
    "AFFECT": word_set(
        "affect affects affecting affected impact impacts impacting impacted hurt hurts hurting hit hits hitting "
        "damage "
        "damages disrupt disrupts influence influences strain slow slows hamper hampers"
    ),
    "WASTE": word_set(
        "lose loose losing lost waste wasting wasted spend spending spent go goes going gone cost costs costing slip "
        "slips eat eats take takes taking burn throw thrown end ends sit sits scrap scrapped leak leaks redo redone "
        "rework retype chasing searching wait waiting idle lie stand stands vanish disappear miss missed missing add "
        "tie tied back return returned late unpaid empty fail"
    ),
    "PERSON": LISTS["CLIENTELE"] | word_set("they people she he staff team crew boss board"),
}

CHANGE = Table(
    [
        Rule(
            "change:effect",
            (
                "what|how does|did|would|might|could|will|do|has|have|can !you|they|people|y'all|ye|we|i *9 do|done|"
                "mean|meant to|for|with",
                "what|how is|are|was|has|have *6 doing|done to|for|with",
                "what do|does|did|would|might|will !you|they|people|ye|we *9 do|mean $",
                "what|how *3 @AFFECT",
                "how [badly|much|far|strongly|does|do|did|would|might|will|is|are|has|have] *8 @AFFECT",
                "impact|effect|consequences|consequence|knock-on|toll|repercussions|difference "
                "is|does|of|on|for|has|have|would|that|this|if|you|do|are",
                "what *7 mean for|to|in|when|if",
                "do|does|doing|did|done to you|your|the|her|his|their|them|him|a|someone|people|morale|everyone",
            ),
            "Asks what something does to somebody.",
            ("What does that do to your week?",),
        ),
        Rule(
            "change:toll",
            (
                "what|how is|does|did|would|has|was|will that|it|this|all|those|these *3 do|doing|done|mean|cost|"
                "affect|affecting "
                "to|for|you|the|your|them|him|her|a",
                "what is|does|did|would|has that|it|this *2 costing|cost",
                "do|does|did|doing|done|mean|means to|for you|your|the *2 "
                "week|day|team|staff|firm|business|shift|margin|margins|morale|place|people|folk|evenings|nights|"
                "family|one|"
                "ones|customers|guests|plan|plans|rest|shop|kitchen|crew|site|budget",
            ),
            "Asks what the thing just spoken of does to them.",
            ("Three times. What did that do to your week?",),
        ),
        Rule(
            "change:cost",
            (
                "what *9 cost|costs|costing|costed",
                "what *9 add|adds|added|adding|amount|amounts|come|comes|came up|to",
                "how much *9 cost|costs|costing|lose|loses|losing|lost|waste|wasted|wasting",
                "what *4 worth",
                "what *5 lose|loses|lost|losing|forgo|give|miss|missed",
                "what is that|it|this *2 worth|costing",
            ),
            "Asks for the price of today.",
            ("What is the queue costing you?",),
        ),
        Rule(
            "change:happens",
            (
                "what [else] would|might|could|will|do|does [really|actually|then] "
                "happen|break|suffer|go|slip|fall|become|stop|give|happens",
                "what happens|happened|becomes|became|breaks|gives|suffers|stops|slips|falls",
                "what goes|go|went|gone wrong",
                "what becomes|became of",
                "what [is] then",
                "then what",
                "what does|do|is n't get|done",
                "what gets|is left|forgotten|undone|dropped|pushed",
            ),
            "Asks what follows.",
            ("What happens when the ferry is late?",),
        ),
        Rule(
            "change:what if",
            (
                "^ if|suppose|imagine|supposing|say *12 what|who|how|where|which|would|could",
                "what|how|who|where|which *7 if|once|suppose|unless",
                "what|how|who|where|which|when *7 would|could|might *9 if|without|when",
                "^ should|had|were the|your|a|an|someone|somebody|it|that|they|you *9 what|who|how|would|where",
                "what if",
                "on the day|night|morning|week",
                "in the event",
            ),
            "Puts a case.",
            ("What would you do if the landlord didn't renew?",),
        ),
        Rule(
            "change:when",
            (
                "what|how|who|where *9 when|whenever|while|every|each",
                "^ when|whenever|once *12 what|who|how|where",
                "what *3 next",
            ),
            "Asks of the moment when it happens.",
            ("When a parcel shows up broken, how do people react?",),
        ),
        Rule(
            "change:nothing changes",
            (
                "if|say|suppose nothing|things|it|all|you|we|that|this *3 "
                "changes|changed|change|stays|stayed|stay|goes|keeps|keep|kept|continue|continues|continued|carry|"
                "carried|"
                "remains|remain|leave|left|went",
                "do|doing|did|changing|changed|changes nothing",
                "stays|stayed|stay|carries|carry|goes|go|keep|keeps|kept|left|leave|remain|remains|continue|"
                "continues|went *4 as|the|like same|is|now|it|this|before",
                "another|# more|year|years|winter|season|quarter|summer of|like|with|without|this|years",
                "how much|many longer|more",
                "at stake",
                "why *3 change|now",
            ),
            "Asks what follows if all stays as it is.",
            ("And if nothing changes by next summer, what then?",),
        ),
        Rule(
            "change:obstacle",
            (
                "what|who *3 holding|keeping|stopping|stops|keeps|holds|stands|prevents|limits",
                "hold|holds|holding|held|keep|keeps|keeping|kept *4 back|from",
                "stand|stands|standing|comes|gets|get *2 between|way",
                "in the way",
                "what would *6 [have] to be|happen|change|take",
                "what would it take to",
                "where would|could|do you|the|it|your *4 be|go|like|want|see",
                "how far|big|fast *3 could|can|would|grow|go",
                "stop|stops|stopped|stopping you|them|him|her|us|people",
            ),
            "Asks what stands in the way.",
            ("What stands between you and a second shop?",),
        ),
        Rule(
            "change:losing",
            (
                "lose|loses|losing|lost|miss|misses|missed|missing *4 orders|jobs|work|business|customers|guests|sales|"
                "clients|people|patients|bookings|members|money|time|to|because|out|deals|tenants|orders",
                "say|said|saying|says no to",
                "turn|turned|turning|turns|send|sent|sending *4 away|down",
                "pass|passed|passing|passes *3 up|by",
                "slip|slipped|slipping|slips *3 through|away|by|past",
                "let|letting *4 go|pass|slip",
                "go|goes|going|went|gone|walk|walks|walked *4 elsewhere|competitor|competition|rival|instead",
                "to someone|somebody|another else|firm",
                "walk|walks|walked|walking on|past|off|out|away",
                "left|leave|leaving on the table",
                "without buying|ordering|booking|leaving|paying",
                "could|might have had|sold|taken|earned|won|gone|been|made",
                "because|for nobody|lack|want|no",
                "could|can|did|were n't|not *3 take|do|accept|serve|offer|win|deliver|reach|get|find|follow|meet|fit",
                "what|which|how many *4 have|had|did you *3 turn|refuse|decline|lose|miss|say|pass|let|forgo",
                "gave|give|gives|giving up",
                "hung|hang|hangs up",
                "what *4 left",
                "never comes|come|came|again|heard|returned|back",
            ),
            "Asks what is lost or let go.",
            ("Which jobs did you have to turn down?",),
        ),
        Rule(
            "change:how much",
            (
                "how much|many|often|long *9 @WASTE",
                "how many hours|times|days|nights|evenings|weekends|minutes|returns|complaints|no-shows|of",
                "how much time|money|of",
                "how long do|does|is|are|it",
                "what share|part|portion|percentage|percent of",
                "where [do|does|is|are|would] *5 @WASTE most|your|the|money|time|hours",
                "what|how much|many ends|goes|end|go up|in|into|on|out|to",
                "how late",
                "how many *5 come|back|return|leave|left",
            ),
            "Asks for the amount.",
            ("How much of the paint ends up in the bin?",),
        ),
        Rule(
            "change:reaction",
            (
                "what|how do|does|did|would|will *4 @PERSON [really] "
                "say|think|react|feel|complain|tell|respond|do|find|make|take|see|hear|notice",
                "what do|does|did *5 say|think|tell|feel|notice|complain|find|see|hear|make|write|experience",
                "how do|does|did|would *5 react|respond|take|feel|cope",
                "what goes on|through",
                "who pays|suffers|answers|explains|carries|takes|gets|rings|hears|tells|feels|misses",
                "who would|is|has|will *3 pay|suffer|answer|explain|carry|notice|liable|responsible|tell|ring",
                "who *3 to let|tell|explain|blame|disappoint",
                "what about the|your *2 who|left|waiting",
                "what is|was that|it|this like",
            ),
            "Asks what others say or do about it.",
            ("What do your guests say when their room isn't ready?",),
        ),
        Rule(
            "change:exposure",
            (
                "how exposed|vulnerable|dependent|protected|prepared|covered|safe|sure|certain|confident|ready|soon",
                "how long could|would|can|before|until",
                "worst case|thing|part|that",
                "what *3 worry|worries|worried|fear|scare|scares|frightens|bother|bothers|frustrate|frustrates|hurts",
                "afraid|scared|worried|anxious|nervous of|that|about|if",
                "keep|keeps|kept you|them|him|her *1 up|awake",
                "what could|might|can|would go wrong",
                "only|one one|person|man|woman|supplier|client *2 who|that|knows|know|can",
                "how would|could|will you|they|anyone|anybody *4 cope|manage|survive|know|notice|prove|explain|pay|get",
                "where would *8 come|leave|go",
                "where does|would|do that|it|this leave",
                "plan b",
                "fall|falls back on",
            ),
            "Asks how they stand if it goes wrong.",
            ("How exposed are you if that one big client walks away?",),
        ),
        Rule(
            "change:their life",
            (
                "what would *6 you *4 with *5 time|hours|hour|extra|money|days|day|evenings|weekends",
                "when|what is|was|do|did *2 you|the last *4 weekend|holiday|evening|day|sunday|night|time",
                "left of|for *3 week|weekend|day|evening|evenings|life|you|yourself|family",
                "how *3 are|have|is|do|does you|your|the|she|he *4 sleep|sleeping|slept|coping|holding|nights|"
                "evenings|family",
                "what would *4 be|do|doing *3 otherwise|instead|if|with",
                "out of bed",
                "to yourself|yourselves",
                "day|time|weekend|night|evening off|free|away",
                "at|for|on home|family|kids|wife|husband",
                "what else could|would|might|are|is",
                "taking|take|takes|took home",
            ),
            "Asks what it does to their own life.",
            ("When was the last weekend you didn't think about the shop?",),
        ),
        Rule(
            "change:aftermath",
            (
                "what do|does|did|will|would *7 look|looks|be like",
                "how does|would|will|did|do the|your|that|this|it *6 go|look|end|continue",
                "what follows|waits|remains",
                "what else waits|stops|suffers|stands|gets|could|would",
                "where does|would|do|did that|this|it|they|he|she *2 leave|end|go",
                "what is it|that|this like",
                "what is|was it|that|this *3 like",
                "take|takes|took|taken out of you|them|him|her|people|the",
                "what *4 doing *3 in|with|to",
                "end|ends|ended up",
                "and after|then $",
                "survive|survives|hold|last|cope",
                "becomes|become possible|of",
                "plan b",
            ),
            "Asks how it goes on from there.",
            ("What does the next hour look like here?",),
        ),
        Rule(
            "change:bad nights",
            (
                "are|is|have|has|how you|she|he|your|everyone|anyone|ye *4 sleep|sleeping|slept|coping|burnt|exhausted",
                "how are|is|were your|the|their|her|his *1 nights|evenings|weekends|sundays|nerves|family|kids|home",
                "rung|called|woken|ringing|up|awake|working|still *3 at|in|until|till two|three|four|five|midnight|"
                "night|#|ten|"
                "eleven|the morning|night|dawn|table",
                "how late",
                "when did|do|was|is *4 last",
                "day|time|weekend|night|evening off",
                "keep|keeps|kept you|them|him|her *1 up|awake",
                "driving|drives|drive you|them *1 mad|up|crazy|round",
                "wear|wears|wearing you|them|her|him out|down",
                "still *3 ladders|working|doing|up|at",
            ),
            "Asks of nights, nerves and rest.",
            ("Are you sleeping at all with the lambing on?",),
        ),
        Rule(
            "change:dread",
            (
                "asking for trouble",
                "be|is [a|an|very|really|pretty|so|quite] [big|huge|real] disaster|nightmare|catastrophe|shame|pity|"
                "scary|"
                "terrible|awful|risky|dangerous|worrying|annoying|frustrating|ruined|gone|lost",
                "is|are|was|were n't [it|that|you] [very|really|so] scary|scared|afraid|worried|terrible|awful|risky|"
                "tired|sick|"
                "annoying|frustrating",
                "sick|tired|fed up|of|with",
                "nobody|no one wants|likes to",
                "finish|kill you",
                "regret not|having",
            ),
            "Says how bad it would be, and asks for a yes.",
            ("Isn't it scary to think about a leak?",),
        ),
        Rule(
            "plain:what you do when",
            (
                "what|how do|did|would|are you|they|people|ye|folk|y'all *3 do|handle|manage|go|get|deal|put|keep *4 "
                "when|if|with|once",
                "how *2 you|they put|keep|manage|handle",
                "what|how you do|are",
            ),
            "Asks for today's practice in such a case.",
            ("What do you do when a customer needs it by Saturday?",),
        ),
        # Turns of phrase that speak against: today's practice, history, taste, the deal.
        Rule(
            "plain:how it is done",
            (
                "how do|does|did|are|is you|your|the|they|people|y'all|it *3 "
                "handle|manage|check|keep|track|know|find|decide|choose|organise|organize|arrange|use|do|get|make|sort|"
                "deal|measure|plan|store|share|run|train|teach|clean|wash|done|work|currently|usually|normally|today",
                "walk|talk|take me|us through",
                "how|who|what *5 at the moment",
                "who does|handles|manages|looks|decides|signs|keeps|cleans|checks|runs|else|is|draws",
                "how|what|who *6 today|currently|nowadays|usually|normally|now",
                "what does *6 look like",
                "what is|are the|your system|arrangement|way|process|setup|routine|plan",
                "what do|does|did you|they|y'all use|do|have|need|want|like|mean",
            ),
            "Asks how a thing is done.",
            ("How do you train the new people?",),
        ),
        Rule(
            "plain:history",
            (
                "what happened|made|got|brought|changed|tipped|put|kept",
                "what went wrong",
                "how did|was|come|long|old",
                "when did|is|was|do|would|are",
                "what was|were|did",
                "have|has|had you|they|it|anyone [ever] tried|used|thought|had|worked|looked|considered|heard|seen|"
                "been",
                "how *3 go|went|going|getting|been",
            ),
            "Asks for history or news.",
            ("How did you come to run a car wash?",),
        ),
        Rule(
            "plain:taste",
            (
                "which|what colour|color|size|kind|sort|day|time|room|rooms|model",
                "would you rather|prefer|like|say|mind",
                "do you prefer|like|want|need|have|do|use|own|sell|hate",
                "what do|did|would you think|like|say|mean|make",
                "what are your",
                "what matters|would matter",
                "most important",
                "looking for",
                "have in mind",
                "is it the|that|because|more|a|price",
                "what would you like|want|say|think|need|be",
            ),
            "Asks for taste or a fact.",
            ("Which colour did you have in mind?",),
        ),
        Rule(
            "plain:deal",
            (
                "next steps|step",
                "what would|will make|it you|take order|sign|decide|buy|say|for",
                "stopping|keeping|stops you *1 from signing|buying|ordering|deciding|saying",
                "how|what about if|a|the|we|i|about",
                "any|other questions|question|thoughts|doubts",
                "shall|can|may|could|should i|we",
                "on|from|at your|you side|end",
                "how *4 like|want|wish to proceed|go|leave|move|take|play|continue",
                "let me|us know",
                "wish to|want to proceed|go",
            ),
            "Speaks of the deal.",
            ("What are the next steps from your side?",),
        ),
    ],
    _LISTS,
)

# What else a turn may do (by the other rules) that speaks for or against.
OTHER_MOVES = frozenset({"pitch", "contradiction", "pressure", "seller_need", "next_step", "deferral", "reflection"})
# Families that count in the sentences around the question too: "She quit in May. What did that do to the team?"
AROUND = frozenset({"w:trouble", "w:lose", "w:worry", "w:hypothesis", "w:ours", "w:spill"})
# Words that end the main clause of a question, and words of a sentence that asks without asking.
PARTING = word_set("if when once whenever because while since after that who")
WONDERING = word_set("wonder wondering describe question curious tell")
# Cues that say more together than apart, as pairs.
TOGETHER: tuple[tuple[str, str], ...] = tuple(
    (one, other)
    for one, others in {
        "trouble": "hypothesis|would|what if|when|happens|reaction|effect|how it is done|past|open|closed|worry|"
        "history|"
        "leading|what you do when|aftermath",
        "what if": "risk|would|happens|what you do when",
        "when": "customers|happens|aftermath",
        "efficiency": "much|how much",
        "how much": "opportunity|sanity|customers",
        "customers": "reaction|open",
        "effect": "cost|reply",
        "history": "happens|losing|effect",
        "growth": "obstacle|closed|open|worry",
        "sanity": "their life|you|closed|leading|open|bad nights",
        "losing": "opportunity|past",
        "nobody": "how it is done|opportunity",
        "leading": "risk|worry|praise|dread",
        "open": "opportunity|risk",
        "would": "ahead|aftermath",
        "reply": "aftermath|exposure|toll",
        "reflection": "closed",
    }.items()
    for other in others.split("|")
)
