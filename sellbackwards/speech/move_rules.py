"""Turns of phrase that say more of a move than their words do, as data, each with its reason (see patterns.py).

Few: each stays because held-out figures fall without it. None decides alone; how much each weighs is in weights.json.
"""

from __future__ import annotations

from sellbackwards.speech.patterns import Rule, Table
from sellbackwards.speech.word_lists import LISTS

MOVES = Table(
    [
        Rule(
            "pitch/we sell",
            (
                "ours [even|also|already|simply|just|never|all] talks|keeps|works|lasts|runs|costs|holds|fits|"
                "takes|saves|stops|stays|comes|beats|uses|cuts|makes|goes|gets|needs|pays|connects|handles|"
                "covers",
                "we [also|only|even|just|always|never|can|will|would|already|currently|have|are|have|had] "
                "[also|just|always|already|been|never] [proudly] @SELLS !from|for",
                "we have [got|been|now|already|just|also] [going|doing|in|won|over|more|around|a|an|the|had|"
                "very|helped|worked|nearly] [than|really] #|best|lowest|award|awards|team|range|great|good|new|"
                "special|offer|solution|experts|customers|clients|stores|years|better|nice|all|big|large|huge|"
                "package|plan|deal",
                "we are [also|now|really|actually] [the|a|an|one|number|in|very|much|fully|available|open|"
                "known|different|proud] [very|a] [most] leader|leading|number|best|cheapest|cheaper|biggest|"
                "largest|fastest|top|certified|specialists|experts|company|market|only|trusted|family|of|for|"
                "different|better|faster|available|local",
                "we have been going|around|doing|making|selling|in",
                "what we do|offer|sell|make|have|provide",
                "from us",
                "trust us",
                "i can offer|give|do you|it|this|#",
                "ours is|has|are|does|do|comes|can|will|runs|lasts|works",
            ),
            "Tells of the seller's company and what it does.",
            ("We've delivered to four hundred schools.", "Ours lasts longer."),
        ),
        Rule(
            "pitch/our",
            (
                "our *2 @OFFER",
                "our !@OURS",
            ),
            "Tells of the seller's product.",
            ("Our sensors last for ten years.",),
        ),
        Rule(
            "contradiction/wrong",
            (
                "^ nope|wrong|rubbish ,",
                "that|this|it|thats is|was [just|simply|really|quite|completely|absolutely|totally|plain|"
                "clearly] n't|not [really|entirely|quite|even|at|a|an|the|exactly] [all] true|right|correct|"
                "case|possible|problem|issue|fair|how|what|accurate|reason|excuse|so|bad|big|expensive|"
                "difficult|hard|necessary|important|likely|point",
                "that|this is [just|simply|such|only|pure|total|complete] [a|an] [common|big|old|complete|"
                "total] misunderstanding|misconception|myth|excuse|nonsense|rubbish|wrong|false|ridiculous|"
                "silly|mistake|bullshit|unrealistic|outdated|old-fashioned|prejudice|cliche|impossible|unfair|"
                "crazy",
                "women|men|people|customers|buyers|they always|all say|think|start|complain",
                "with [all] [due] respect",
                "who told you",
            ),
            "Tells the buyer that they are wrong.",
            ("That's a myth.", "With all due respect, it's cheap."),
        ),
        Rule(
            "contradiction/but",
            (
                "yes|yeah|sure|ok|okay|right|true|fine|well|agreed|fair|enough|alright|possibly|maybe|point|"
                "course|absolutely|understood|granted [but|though] but|however|though|yet|still",
                "i|we [do|can|totally|fully|completely|really|certainly|quite] hear|understand|respect|get|see|"
                "appreciate|know|agree|feel|sympathise *7 but|however|though|still|yet",
                "^ but|however|nevertheless",
                "but our|we|you|everyone|everybody|nobody|ours|this|with|think|look|have|other|their|in|if|even",
            ),
            "Agrees for a moment, then argues. In a sentence that asks it isn't one.",
            ("Sure, but it pays for itself.", "I hear you, but everyone uses it."),
        ),
        Rule(
            "pressure/close",
            (
                "[can|shall|may|will] i book|pencil|put|mark|sign|pop you|the|it|them|one|your|in",
                "you would be mad|crazy|foolish|silly|stupid|daft|a",
                "can|shall|should|may|could|will|let i|we|me|us [just|please|already|now|then|go|simply] "
                "[ahead|and|just] send|draw|prepare|email|mail|bring|get|print|make|write|do|start|fill|put|"
                "sign|book|place|close|set|raise|reserve|ship|schedule|go|wrap|finalise|finalize *3 @PAPER|"
                "order|down|started|contract|signed|deal|today|now|ahead",
                "put you down",
                "put your name|signature",
                "just sign|initial",
                "^ [please|just] sign here|at|on|it|the|now|today|up|right",
                "stopping|keeping|holding you [back] from @BUY",
                "do we have a deal",
                "card number|details",
            ),
            "Pushes for the close.",
            ("Can I send the contract?", "Just sign here."),
        ),
        Rule(
            "seller_need/own",
            (
                "my|our|the *2 quota|targets|commission|bonus|kpi|kpis|quotas",
                "my|our [sales|monthly|own|quarterly|personal|yearly|month|daily|team] target|numbers|figures|"
                "goal|goals|boss|manager|supervisor|director|chef|teamleader|month|quarter|rent|job|ranking|"
                "leaderboard|report|statistics|stats|performance|probation|pay|salary|mortgage|bills|wages",
                "[my|the] area|sales|regional|branch|team manager|director|leader|lead|boss is|wants|checks|"
                "counts|expects|needs|will|keeps|said|told|says",
                "i|we [really|still|only|just|badly|desperately|do|also] need *2 [one|two|three|this|#|your|to|"
                "a] [more|sale|deal|order|signature|another|sell|close|hit|make|fill|new|reach|orders|"
                "placements|business|win|sales] sale|sales|deal|deals|order|orders|placements|contract|"
                "contracts|signatures|customer|sign-ups|to|policy|policies|today|this|for|before|my|numbers|"
                "placement|booking|bookings|client|clients|sign",
                "i|we am|are [still|only|just|already] [one|two|three|#|a|few|so|bit|really|just|this] [deal|"
                "sale|courses|order|sales|deals|orders|policies|couple|close] [of] short|behind|away|below|"
                "under|off",
                "one|two|three|four|five|# short",
                "short of my|the|our|target|quota",
                "hit|reach|make|meet|fill|beat|close|achieve|exceed my|our|the *2 quota|target|targets|number|"
                "numbers|goal|month|quarter|year|figures|budget|bonus",
                "i [would|will|could|might] [otherwise] lose my job|bonus|commission",
                "help me [out] hit|reach|with|make|here|this|close|today|and|by|get|to|meet|finish",
                "i am new here|in|to",
                "i have [to|got|two|a] [to] [sell|close|fill|hit|make|reach|meet|bring|deliver|show|report|"
                "family|kids|mouths|mortgage|pay] *2 quota|target|numbers|sale|deals|deal|feed|results|bills|"
                "orders|sales|this|three",
                "on my back",
                "boss will|would|wants|counts|gets|needs|expects|said|told",
                "i|we *4 before|by|this|until|end [the|of|my|end] [of] [the|my|our] month|quarter",
                "my numbers|figures|visits|list|pipeline|forecast",
            ),
            "Rests on what the seller needs.",
            ("I need one more sale this month.", "My boss will have my head."),
        ),
        Rule(
            "next_step/comes",
            ("monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow *2 i|we come|start|begin|look|bring",),
            "A shy step, in few words.",
            ("So Tuesday we come, one job.",),
        ),
        Rule(
            "deferral/over to you",
            (
                "next steps|step *4 your|you|from|on",
                "what are|is [the|your|our|all] [the] next steps|step|move|for|on",
                "your next steps|step|move",
                "how do|should|shall|will|can we|i [want|like|go|wish|take|plan] [to] [go|proceed|continue|"
                "move|take] on|forward|from|ahead|further|next|proceed|continue",
                "how you [would] [like|want|wish|prefer|plan|intend] [to] proceed|continue",
                "how you [would] [like|want|wish|prefer|plan|intend] [to] go|move|take [it|this|things] "
                "forward|on|ahead|further|next",
                "^ let me|us know",
                "please|just|you|will|can|could|to let me|us know",
                "any [other|more|further|last|final] questions|question|doubts|queries|doubt|concerns",
                "do|have you [have|got] [any|more|some|further|other|got] [other|more|further|any|last|final] "
                "questions|question|doubts|queries",
                "anything else|more you|that|i|from|we|to",
                "questions from you|your",
                "feel free",
                "get|come|circle|revert back to me|us",
                "you [can|may|will|could|please] get|come back to",
                "revert to|back|with|asap|soon|by|your",
                "drop|shoot|send|give|leave|write me|us a|an|your line|call|message|email|mail|ring|note|text|"
                "shout|buzz|decision",
                "call|ring|contact|phone|email|text|ping|message|reach|write me|us|out back|if|when|whenever|"
                "once|anytime|any|in|later|to|at|as",
                "^ [please] call|contact|ring|email|phone our|us|the|my|me",
                "up to you",
                "in your court|hands",
                "whenever you are|want|like|feel|have|can|need|decide",
                "when|once|as|if you [are|have|feel|will] ready|decided|discussed",
                "if|when you [have|need|want|got] [any|more|further|a] questions|question|help|information|"
                "doubts|anything|info",
                "think it over|through",
                "you know where to|i|we",
                "over to you",
                "have a [good|nice|proper|little] look|think|read",
                "just drop|call|ring|shout|email|reach",
            ),
            "Hands the process over.",
            ("Let me know what you think.", "Any questions?"),
        ),
    ],
    LISTS,
)
