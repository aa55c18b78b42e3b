"""What the coach listens for besides the moves: patterns as data, each with its reason. The language of patterns.py."""

from __future__ import annotations

from sellbackwards.speech.lexicon import GRAMMAR
from sellbackwards.speech.patterns import Rule, Table

# Heard in an answer.
ANSWER = Table(
    [
        Rule(
            "argues/yes but",
            (
                "^ yes|yeah|yep|sure|ok|okay|right|fine|true|maybe|perhaps|granted|agreed|understood|sorry but",
                "^ i [do|can|totally|fully|really|completely] hear|understand|see|know|get|appreciate|respect|feel "
                "[you|that|it|this|what] [you] [mean|say|said|are] [saying] but",
                "^ fair enough|point but",
                "^ of course but",
                "that is|may|might [be] [all] [very|quite] fair|true|fine|ok|great|good|nice|well|right|understandable "
                "but",
                "maybe|perhaps|today|now , but",
                "^ but what if|about",
            ),
            "A yes that turns into a but: the question after it argues.",
            ("Yes, but do you know how that looks?", "I hear you, but are they there at night?"),
        ),
        Rule(
            "argues/doubts",
            (
                "^ are|is you|that|it|they [really|quite|so|absolutely|still|100|completely] sure|certain|serious|"
                "kidding|joking",
                "^ sure about|of that|it|this",
                "do|did you really|honestly|seriously|truly|actually think|believe|expect|want|need",
                "how can|could it|that|you|this|they not|n't|possibly|ever|even",
                "what is there to",
                "in this day",
                "surely",
                "have you [ever|not|n't|even|really|also|at] thought|considered|tried|calculated [about] how|what|that|"
                "the|it|asking|getting|using|buying|changing|switching|doing",
                "who would n't|not",
                "who does n't|not want|like|need|love",
                "have|did i|we ever",
                "when have|did i|we ever|last",
            ),
            "A question that doubts what the buyer said, knows better, or holds up the seller's own record.",
            (
                "Are you sure?",
                "Do you really think it's cheaper?",
                "What is there to think over?",
                "But have I ever been late?",
            ),
        ),
        Rule(
            "argues/though",
            ("though $", "mind you $"),
            'A remark hung on against what was said. An open question may end in it ("What kept you, though?").',
            ("He's no professional though.",),
        ),
        Rule(
            "argues/brushes aside",
            (
                "does n't|not [really] matter",
                "^ you are [quite|simply|just|completely] wrong|mistaken",
                "^ that|this is n't|not [quite|really|at|simply] [all] true|correct",
                "what [really] matters|counts is",
                "when you think|consider what|how|of|that|about",
                "^ then [just] tell|explain|remind|convince|show [to] your|him|her|them",
                "^ [just] look how|what|at|here",
                "^ and so will you",
                "^ anybody|anyone|everybody|everyone can|could|will|understands|learns|says|does|has|uses|gets|needs",
                "that is [just|exactly] the beauty|advantage of it|this|that|them",
                "^ believe|trust me|us !i",
                "believe|trust me [on] [that|this|it] $",
                "take my|our word",
            ),
            "Brushes aside what the buyer said, or asks to be believed.",
            ("That doesn't matter now.", "And so will you.", "It never breaks, believe me."),
        ),
        Rule(
            "instructs",
            (
                "^ say yes|no|sorry|thanks|so first",
                "^ then ask the",
                "^ [now|then|so|just] ask what|how|who|why|where|when|whether|about|them|her|him|for|after|"
                "yourself|"
                "only|again|one|which",
                "^ begin|start|open|lead with|by [a|the|one|your|his|her|their] question|questions|word|words|what|how|"
                "asking|wh-word|open",
                "^ stay|remain there|beside|curious|with it|that|her|him|them",
                "first|last|next|second word|words|ones|sentence could|can|may|might|should|would|is|are|be|starts|"
                "begins",
                "belong|belongs|go|goes|fit|fits in there|here",
                "^ he|she|they has|have|had|does|do|did|may|might told|said|given|named|asked|mentioned|ask|tell|"
                "say|give|mean",
                "^ he|she|they told|tells|gave|gives|asked|asks|says|said|wants|named you",
                "how|what would|could|can|might|should you ask",
                "you may|might|should|can ask",
                "you may|might|could|can have|let|tell|make them|her|him",
                "is|are about him|her|them $",
                "says|said to you",
                "question|questions is|are about|for",
                "^ type|write|click|choose which|one|the|a|an|your|what",
                "ask|asks|asking [a|an|the] open|closed|curious|good|real question|questions",
                "^ leave|keep your|his|her|their *3 at|in|out|home|away|aside|back",
                "^ find out|how what|how|who|why|where|when|whether",
                "^ [and|then] let them|her|him say|tell|talk|finish|speak|answer",
                "good|best|right first|last word|words|one|ones|question",
                "you would|could|can|might [like|want] [to] know|ask|find|learn how|what|why|who|where|whether|"
                "them|her|him",
                "i would|might|could|will ask|listen|wait|begin to|for|about|her|him|them|what|how|at|with",
                "my|the buyer|prospect is|was|says|said|has|had|wants|would|who|of",
                "^ if you would n't|not say|write|ask",
                "^ say so , or|and|then",
                "^ thank|answer|tell her|him|them for|that|what|how",
                "^ you do n't need|have to have|know|answer|say|find",
                "you should n't laugh|argue|answer|say",
                "^ one|no sentence|number|word that|in|then",
                "^ you do n't know his|her|their",
                "^ he|she|they does|do $",
                "^ be glad|grateful|curious|patient|kind|quiet|brief that|if|about|with|and",
                "^ listen to|for the|her|his|their|what|it|whole",
                "^ avoid|mention|use|leave|repeat|name the|any|out|his|her|their|no|a|one|word|words",
            ),
            "Tells somebody what to ask, or tells of the buyer; it doesn't talk to the buyer.",
            ("Ask what worries them most.", "The first word could be how.", "She has told you where they come from."),
        ),
        Rule(
            "lets speak",
            (
                "[please|do|just] go on|ahead $",
                "[please|do|just] continue|finish|carry [on] $",
                "please go|carry on|ahead",
                "take your time",
                "you were [just] saying|about|going",
                "i am [all] listening|ears",
                "i [have] interrupted|cut you",
                "what were you about|going",
            ),
            "Gives the word back to somebody who hasn't finished.",
            ("Sorry, I interrupted. Please go on.", "Take your time."),
        ),
        Rule(
            "releases",
            (
                "i|we will|would n't|not [be] [to] ring|call|bother|trouble|disturb|write|contact|come|push|keep|hold|"
                "phone|email|ringing|calling|bothering|pushing",
                "leave it at|there|here|with|be",
                "leave you to|in|be|with",
                "let you go|be|get|off",
                "i|we|and wish you|them|him|her|all a|all|the|well|every|good|luck|success",
                "good luck",
                "all the best",
                "take|taking|taken|cross|remove you|your|the *3 off|out",
                "you|name|number|address off the|our|my list|books",
                "it|that is a no",
                "no hard feelings",
                "rather|better than sell|buy|you",
                "^ [do] have a good|nice|great|lovely|fine|quiet|warm|safe day|evening|night|morning|afternoon|weekend|"
                "week|year|winter|summer|autumn|spring|season|holiday|christmas|trip|journey|time|one|rest",
                "^ [and|do] enjoy the|your|it|them|every",
                "i would [just|simply] leave|keep it|that|this|things|everything *2 like|as|just|exactly",
                "i would change|do|touch nothing",
                "i would n't|not change|touch|buy|do a|anything|it|that",
                "say goodbye|good-bye|bye",
                "you do n't|not need me|us|that|this|it|one|any|anything|a",
            ),
            "Lets the buyer go: no more calls, good wishes, off the list.",
            ("I won't ring again.", "I wish you a good year with them.", "I'll take your number off the list."),
        ),
        Rule(
            "presumes",
            (
                "hear|know|discuss|see|agree when|where|how [soon|fast] we|i [can] start|begin|deliver|install|sign",
                "when can|could|should|shall|may|do we|i start|begin|deliver|install|sign|expect|count",
                "^ can|could|will|would you *6 by|before tonight|today|noon|tomorrow",
                "that|it is a yes|deal|done",
                "so it is done|settled|agreed",
                "what do i have to do",
                "if you change your mind [today|now|tonight|before] i|we",
            ),
            "Takes the yes for given, sets the buyer a date for it, or waits behind the door.",
            (
                "I'll ring you to hear when we can start.",
                "So that's a yes then?",
                "If you change your mind today, I'll do it for less.",
            ),
        ),
        Rule(
            "closes on a condition",
            (
                "if i|we could|can|were|managed *16 , would|will you be|take|have|consider|buy|switch|sign|try|want|"
                "give|go|move|say|change|use|get|agree|commit|talk|meet|think|look",
                "if i|we could|can|were|managed *16 , would|will it|that|this [be] worth|make|change|help|interest|"
                "convince|enough|something",
                "what would|will|does it take *5 book|buy|order|sign|switch|commit|join|purchase|upgrade|subscribe",
                "what would|will|does it take to get you|this|us *1 board|going|started|signed|done|line",
                "what would|will|does it take *3 win|earn|get|have your business|custom|order|signature|yes",
                "what do|can|could|must|would i|we [have|need] [to] [do] to win|earn|get your business|custom|order|"
                "signature|yes",
            ),
            "Holds out what the seller would do and asks for a yes to it, or asks what a yes would take.",
            (
                "What would it take for you to book with us?",
                "What would it take to get you on board?",
                "What do we have to do to earn your business?",
                "If we could get that client back, would it be worth switching tools?",
                "If I could show you how, would you have ten minutes for me?",
            ),
        ),
        Rule(
            "offers paper",
            (
                "i|we|let can|could|will|may|shall|me|would [also|gladly|happily|quickly|just] [like] [to] "
                "send|email|forward|mail|bring|drop|show|leave [you|over] *4 "
                "brochure|leaflet|flyer|catalogue|catalog|datasheet|prospectus|deck|presentation|slides|solution|module",
                "we have|offer|do|sell [also] a|an|the|our *3 module|solution|package|plan|feature|tool|app|version",
            ),
            "Offers what sells, unasked, where the buyer spoke of something else.",
            ("I can send you the brochure today.", "We have a multi-store module."),
        ),
        Rule(
            "keeps at it",
            (
                "follow|following up",
                "keep|stay in|on touch|your|contact",
                "call|ring|write|try|contact|phone|email|visit|bother you *2 next|again|back|in|on|tomorrow|monday|"
                "tuesday|"
                "wednesday|thursday|friday|weekly",
                "if|when|once|in you change|case",
                "i|we will|could|can|may [just] bring|drop|come|pop|stop it|by|in|over|round|one|you",
            ),
            "Stays on the buyer's heels.",
            ("I'll follow up next week.", "I could bring it round."),
        ),
    ],
    GRAMMAR,
)

# Heard in the buyer's remark.
REMARK = Table(
    [
        Rule(
            "says no",
            (
                "^ no $",
                "^ no thanks|thank|budget|time|interest|need|visit|visits|money|way|more",
                "not interested|today|now|tonight",
                "^ not for|in us|me",
                "it|this|that is n't|not for|something us|me|we|our",
                "do n't|not|never need|want",
                "^ do n't call|ring|phone|contact|email|write|come|bother",
                "^ please do n't|stop|leave|take",
                "^ stop calling|ringing|phoning|emailing|writing|it",
                "have|has|we|i|they|had decided|chosen|signed|gone|went|renewed|picked|ordered|bought",
                "ca|can n't|not give|afford|use|take|do",
                "take me|us|my|our off",
                "leave me|us alone",
                "i|we do n't|not $",
                "happy|satisfied|fine|content with",
                "all set",
                "like|love|prefer it|that|things that|this|as|like|how|just|exactly",
                "do n't|not miss|mind it|that|them|anything",
                "a|the|is|my|our no $",
                "somebody|someone|another|other else|firm|supplier|one|company",
            ),
            "The buyer says no, and means it.",
            ("We're not interested.", "We've signed with another firm.", "Don't call me again."),
        )
    ],
    GRAMMAR,
)
