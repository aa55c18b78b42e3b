"""Questions about the need to change: what today costs, what is missed or risked, what if nothing changed. Patterns as data.

"change/effect" asks what something does; the area then follows from the words around (moves.py). The others name their area.
"""

from __future__ import annotations

from sellbackwards.speech.fields import LISTS
from sellbackwards.speech.patterns import Rule, Table

CHANGE = Table(
    [
        Rule(
            "change/effect",
            (
                "what|how [would|might|could|will|does|do|did|has|have|is|that|all|this|of|these|it] [*5] do|does|doing|done|did to|with|for you|your|the|people|morale|everyone|everybody|it|them|her|his|him|their|life|team|what",
                "what [does|do|did|would|might|could|will|can|that|it|all|this] [*8] mean for|to|when|if", "what [*6] costs|cost|costing you|the|your|us|a|each|per|every|over", "cost|costs|costing you|your|the business|team|firm|company|shop|over|in|each|every|per|a|most",
                "what|which impact|effect|consequences|knock-on|difference|price|damage|toll", "impact|effect|consequences|consequence|knock-on of|on|does|has|for|would|is|effect", "how [does|do|did|would|might|will|is|are|has|have|much|could|badly] [*8] affect|impact|hurt|affecting|affected|hit|change|hitting|hurting|damage|influence|disrupt", "affect|affects|affecting|affected|impacts|impacting you|your|the|how",
                "what happens|happened|happen [*2] to|with|when|if|once|whenever|on|the|after|then|in|at", "what would|might|could|will|can happen|go|become|break|be|suffer|slip", "what becomes|became of", "what goes wrong|through|missing", "what breaks|suffers|slips|gives|stops|falls",
                "if nothing|things|it|this [*2] changes|changed|change|stays|stayed|goes|keeps|continues|carries|happens|stay|kept|went|carried", "if you|we [did|do|just|keep|kept|carry|carried|left|leave|stay|stayed|continue] [nothing|n't|doing|going|it|on|as|things|the] same|way|as|is|are|change|do|anything", "do nothing", "doing nothing", "stay|stays|stayed|carry|carries|go|goes|remain|remains|keeps|left|leave|kept on|as|the|like|it it|this|same|that|as|is|way|long|are|things",
                "another year of|like|with|without", "what is at stake", "how [*3] problem|pain|headache|hassle|issue|nuisance is|does|would|has|have", "what is [*8] doing to|for", "what is it|that|this [been] like|worth|costing|doing for|to|you|when|on|the|your", "worth to you|the", "what would [*8] be worth|mean|change|look|free|open|allow|take|do",
                "where [does|do|is|would|will|can] [*6] lose|losing|leak|leaking|waste|wasting|hurt|pinch|suffer|leave|leaves", "what [*4] eat|eats|eating|ate up|into|away|most|your|the", "eat|eats|eating|takes|take|taking up|into|away|out|your|of|from|you", "how many|much [*10] lose|loose|losing|waste|wasting|wasted|lost|spend|spending|spent|miss|missing|missed|go|goes|cost|costs|cost|slip|slips|eat|eats|take|takes|burn|throw|turn|walk|leave|end|sit|add|adds|scrap|leak|redo|retype|chase|chasing|search|searching|put|gone|lost|fail|fails",
                "how many|much [*3] hours|time|money|days|sales|orders|revenue|business|margin|customers|clients|jobs|evenings|weekends|work", "what [did|do|does|has|have] [*6] do to", "how long [*4] lose|wait|waiting|sitting|idle|before|stand|stands|can you|off|down", "add up to|over", "adds up", "react when|if|to", "react|respond [*6] wait|late|wrong|when|empty|out|delay|long|slow|sold", "what do|does|would|did|might [your|the|their|our|those|a] [*3] say|think|tell|feel|do|notice|complain|experience|find|see [*4] when|if|about|while|after|on|at",
                "what [worries|keeps|bothers|frustrates|annoys|scares|hurts] [you] most|up|at|awake|about|the", "what [*2] worried|worry|afraid|scared|fear [*1] most|about|if|when|will|would|might", "how exposed|vulnerable|dependent|protected|prepared|covered", "what happens to the|your|those|it", "the day [when|that] [*8] look|like|go|does|doesn't|n't", "how would|might|will [*6] manage|cope|survive|carry|handle|change|look|get|live|continue|keep",
                "why [*3] change|now|fix", "what made|makes|make you [want|look|think|start|decide|consider] [to|at|for] change|look|something|switch|do|about|it|fix|moving", "suppose|imagine|say", "what do|would you [*3] stand to lose|gain", "stand to lose|gain", "who [*4] ring|ringing|call|suffer|suffers|pays|pay|hurt|feels|blame|blamed|angry", "how much|long|often [*6] idle|waiting|wait|stand|stands|down", "how costly|expensive|painful|risky|serious|bad|annoying|frustrating is|are|does|would|was|has",
            ),
            "Asks what today's state does to them, or what would follow.",
            ("What does that cost you?", "What would happen if nothing changed?"),
        ),
        Rule(
            "change/opportunity",
            (
                "miss|missed|missing|misses [out] [on] because|work|business|sales|orders|opportunities|leads|out|chances|calls|deals|jobs|bookings|customers|when|due|by|last|this|from", "turn|turning|turned [*4] away|down", "pass|passed|passing|passes [*4] up|by", "say|saying|said no to", "slip|slipped|slipping|slips [*3] through|away|by|past",
                "let|letting [*3] go|pass|slip|down", "could|did|can n't|not [take|quote|bid|accept|serve|say|do|get|have|fulfil|fill|reach|handle|deliver|offer|win|follow] on|for|to|them|it", "like to take|do|win|offer|accept|serve|bid [*2] but", "lost|lose|losing|loses|loosing|loose [*5] orders|order|deals|deal|sales|sale|jobs|job|business|tenders|tender|bids|bid|leads|bookings|booking|revenue|work|contracts|opportunities|projects|enquiries|commissions",
                "orders|deals|sales|jobs|business|tenders|bids|leads|bookings|revenue|work|contracts|projects|opportunities [*8] lost|lose|losing|missed|miss|missing|slip|slipped|gone|go|went|walk|walked|away|elsewhere|down|decline|declined|refuse|refused|late|through|escape|lost|vanish|unquoted|unanswered", "went|go|goes|going|walk|walks|walked [*3] elsewhere|someone|somebody|competitor|competitors|competition|else|rival|rivals", "could have|be had|won|earned|sold|taken|done|made|been|earning|selling|winning|doing", "what else could|would|might [*4] do|sell|make|offer|take|earn|be|build|use", "left on the table", "money [*4] table", "untapped", "out of reach", "decline|declined|declining|refuse|refused|forgo|forgone [*3] work|jobs|job|orders|projects|order|requests|business|bookings|because|for|due|last|this", "escape|escaped|escapes you", "what opportunities|chances|openings", "opportunities [*5] see|miss|pass|lost|like|chase|chasing|pursue", "nobody|no one [*4] ring|rings|call|calls|follow|follows|rang|called|answers|answered|picks|picked|replies|replied",
                "what [*3] would you do with|if [*4] time|hours|hour|space|capacity|money|day", "empty return|seats|tables|rooms|chairs|hours|slots|beds|space|shelves",
            ),
            "What they miss.",
            ("Tell me about the orders you had to turn away.",),
        ),
        Rule(
            "change/growth",
            (
                "grow|grew|growing|growth|expand|expanding|expansion|scaling|scale|ambition|ambitions", "second|third|new|another|next|bigger|larger|more|extra|additional|other|two|ten|three site|shop|branch|store|crew|van|location|market|markets|plant|factory|restaurant|kitchen|office|line|team|country|countries|region|regions|city|cities|room|oven|truck|warehouse|salon|clinic|studio|machine|staff|people|customers|clients|bakery|cafe|practice|outlet|firm|company|premises|class|chair|unit|units", "twice|double|doubled|triple|tripled [*2] [as] many|size|much|orders|business|sales|number|customers|turnover|volume|work|output|capacity|demand|revenue",
                "in|over the|# [next|coming|few|#|two|three|five|ten|couple|of] years|year", "in|over two|three|five|ten|# years|year", "years from now", "five years|year", "year from now", "where [*2] want|see|would|will|like|do [*8] be|yourself|go|take|grow|business|it|years", "hold|holding|holds|stop|stopping|stops|keep|keeping|keeps [you|the|your|it|them] [*3] back|from", "take on more|another|a|new|bigger|extra|staff|people", "hire|hired|hiring more|another|new|a|two|three|extra|ten|five|#", "open|opened|opening up|a|another|new|in for|second|new|abroad|another|third|more|other", "abroad|overseas|export|nationwide", "next level|stage|step", "what would [*6] open up", "how far|big|much [*4] grow|go|get|reach|expand|become", "buys from you", "took off|takes off", "reach new|more|other|younger|further", "ten new|more|times customers|clients|orders", "if demand|orders|sales|business|a third [*4] doubled|grew|double|came|grow|jumped|rose|tripled|along",
            ),
            "Where they would go if nothing held them.",
            ("If you could take on a second crew, what would that open up?",),
        ),
        Rule(
            "change/risk",
            (
                "if|when|should|once|suppose|whenever [*9] fail|fails|failed|crash|crashes|crashed|die|dies|died|hacked|hack|stolen|steal|fire|flood|flooded|leak|leaks|leaked|breach|breached|breaks|broke|burn|burnt|burns|injured|hurt|accident|audit|audited|inspector|inspection|sue|sued|lost|blackout|outage|virus|sick|ill|stopped|stops|collapse|collapses|quit|quits|resign|resigned|leaves|left|expired|expires|down|robbed|burgled|break-in|wrong|storm|falls|fell|fall|recall|recalled|renew|strike|retire|retires|disappear|disappeared|bankrupt|open",
                "wrong person|hands", "how sure|certain|confident|safe|secure are|is|do", "what risk|risks|danger|dangers", "risk|risks|risky|liability|exposed|exposure|unprotected|uninsured|vulnerable", "worst case|thing", "worst that", "how [*3] prove|proof|evidence", "what could go wrong", "at stake", "in danger", "who is liable|responsible", "inspector|auditor|regulator|audit|inspection|insurance|insurer|fine|fines|penalty|lawsuit [*3] find|finds|found|say|said|ask|asks|come|comes|came|cost|pay|want|see", "your income|salary|pay [*1] stopped|stops|stop|fell|dropped", "comes back with", "a day|night like that",
            ),
            "What could go wrong.",
            ("What would happen if the compressor died?",),
        ),
        Rule(
            "change/sanity",
            (
                "awake|sleep|sleeping|stress|stressed|stressful|burnout|nerves|exhausted|overwhelmed|sanity", "evening|evenings|weekend|weekends|nights|night|sundays|sunday|saturdays|family|families|kids|wife|husband|home|holiday|holidays|bedtime|dinner [*5] look|left|like|gone|see|back|say|spend|spent|cost|work|working|doing|off|lose|lost|think|feel|be|missing", "your|her|his|their|of|the [*1] evening|evenings|weekend|weekends|nights|sundays|saturdays|family|families|home|personal|sanity|peace|nerves|holidays|lunch|own", "how late", "life at home", "at home", "hours [*2] like|working|work|put", "work|working late|weekends|nights|evenings|sundays", "those|these sundays|evenings|weekends|nights|saturdays|hours|days", "take|takes|taking home", "last [*3] holiday|day off|weekend|break", "on your|the mind|shoulders|nerves", "what would you [be|do|rather] [doing|do|with|be] [*4] instead|otherwise|time|free|evening|evenings|weekends|those", "mental|wellbeing|well-being|health|mood|morale|tired",
            ),
            "What it does to their own life.",
            ("When you lie awake at night, what's it about?",),
        ),
    ],
    LISTS,
)
