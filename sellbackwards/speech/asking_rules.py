"""How people ask without asking, and ask what is no question: patterns as data. The language is that of patterns.py."""

from __future__ import annotations

from sellbackwards.speech.lexicon import GRAMMAR, word_set
from sellbackwards.speech.patterns import Rule, Table, word_list

LISTS: dict[str, frozenset[str]] = {
    **GRAMMAR,
    # Asking someone to talk. "give" and "show" only with their objects, below.
    "TELL": word_set("tell describe explain share elaborate expand clarify outline summarise summarize paint sketch"),
    "TELLING": word_set("telling describing explaining sharing elaborating expanding walking talking taking running"),
    "WALK": word_set("walk talk take run guide step lead"),
    "LEARN": word_set("hear understand know learn find see get discover explore"),
    "KEEN": word_set(
        "love like want curious keen interested eager fascinated happy glad hoping hope trying try need wanted"
    ),
    "GLAD": word_list(
        "great good nice wonderful amazing fantastic lovely brilliant awesome cool super perfect helpful "
        "better handy sweet"
    ),
    # What asks by its form alone for one fact.
    "HOW_ONE": word_set(
        "many much long often old far big large tall heavy high fast soon late early quickly frequently wide deep "
        "likely confident sure ready satisfied happy regularly recently close near small strong strongly committed "
        "motivated interested willing"
    ),
    "WHAT_ONE": word_set(
        "time day date year month week percentage percent proportion size colour color number name budget age "
        "brand make version address phone figure share quantity rate hour hours price amount postcode email city "
        "town country software model floor rent turnover revenue supplier provider deadline headcount website"
    ),
    # Exclaiming, not asking: "How great is that!"
    "PRAISE": word_set(
        "great good nice wonderful amazing fantastic lovely brilliant awesome cool super beautiful sweet clever "
        "neat funny sad awful terrible crazy interesting exciting annoying frustrating true kind generous "
        "thoughtful delightful impressive horrible weird"
    ),
    # After "who" and "where": what invites a story more than one fact.
    "STORY": word_list(
        "hurt suffer feel struggle affect wrong stuck pinch lose lost complain notice annoy want see going like go "
        "break fail slip bottleneck frustrate trouble improve cost spend worry headache pain problem difficult hard "
        "harder hardest biggest friction waste leak leave miss blame cope squeeze tight grow"
    ),
    "DAY": word_set(
        "monday tuesday wednesday thursday friday saturday sunday tomorrow today tonight noon mornings afternoons"
    ),
    "PUSH": word_set(
        "just try buy switch sign join take let give start come use order upgrade replace consider donate invest go "
        "move finish get make have put add book send ring call stop save change treat"
    ),
}

# The speaker asks to be told. What is asked for decides the form: how, what, why → open; how many, when, if → closed.
INDIRECT = Table(
    [
        Rule(
            "asks to be told",
            (
                "^ [please|kindly|just] [do] tell|show|teach|remind me|us !that",
                "tell me|us about|more|how|what|why|something|everything|again|honestly",
                "^ [please|kindly|just] describe|explain|outline|elaborate|clarify !that|@WE",
                "^ [please|kindly|just] share your|with|how|what|why|some|any|more|something",
                "^ [please|kindly|just] @WALK me|us through|around|over",
                "@WALK me|us through",
                "^ [please|kindly|just] help me|us [to] [better] understand|see|picture|learn|get|know",
                "help me|us [to] understand|picture|see",
                "^ [please|kindly|just] give me|us a|an|some|one *2 example|idea|sense|picture|feel|overview|flavour|"
                "flavor|glimpse|insight|rundown|tour|feeling|run-through|examples|background|context|flavor",
                "^ [please|kindly|just] say [a] [bit|little] more",
                "^ [please|kindly|just] take me|us back|through|into",
                "^ talk to me about",
                "^ go|come on [and|then|now] tell|talk",
                "^ talk about your|how|what|why",
                "^ go on [then|please] $",
                "^ [keep] going $",
                "tell me more",
                "^ explain to me",
                "^ [please|kindly] tell|explain|say how|what|why",
            ),
            "An imperative that invites talk.",
            (
                "Tell me about your week.",
                "Walk me through the last order.",
                "Help me understand what a typical day looks like.",
            ),
        ),
        Rule(
            "asks whether it may be told",
            (
                "can|could|would|will|might you [guys] "
                "[please|maybe|perhaps|kindly|just|possibly|at|quickly|briefly] [least] "
                "@TELL|show|give|teach|name [me|us] !off|out",
                "can|could|would|will you [please|maybe|perhaps|just] say [a] [little|bit] more about|on|of",
                "i would be [very|really|most] interested|curious|keen in|to|about your|how|what|more",
                "can|could|would|will you [please|maybe|perhaps|kindly|just|possibly|quickly|briefly] @WALK "
                "me|us|through !off|out",
                "can|could|would|will you [please|maybe|perhaps|just] help me|us [to] [better] "
                "understand|see|learn|know|picture",
                "would|do|are|will you [be] mind|open|willing|able|happy|comfortable|ok|okay [to|with] "
                "@TELL|@TELLING|give|say|help|helping",
                "do you mind if i ask",
                "^ mind if i ask",
                "^ mind telling|sharing|explaining|walking|me",
                "can|may|could|might i|we [just|please|also|perhaps] [kindly] "
                "ask|know|understand|hear|learn|enquire|inquire",
                "^ could|can|would|may you share",
                "would it be ok|okay|alright|fine|possible|rude if|to [i|we] ask|asked|know|knew|hear|heard",
                "^ [could] [you] kindly tell|explain|share",
                "if you could [please|just] @TELL|@WALK|say|give",
                "^ please @TELL|let me|us",
                "do you want to @TELL|talk|say|walk",
                "can|could you think of",
                "can|could|would|will you [please|kindly] let me|us know|have",
            ),
            "A yes-or-no question by its grammar; nobody hears it as one.",
            ("Could you tell me how you do that today?", "Would you mind walking me through it?"),
        ),
        Rule(
            "wonders aloud",
            (
                "i am|was|have|had [just|still|also|really|always|been|kind|sort] [of] [just] "
                "wondering|curious|interested|intrigued|keen|fascinated|wondered",
                "i wonder|wondered",
                "i [still|do] keep wondering|thinking|asking [about] [myself] what|how|why|who|where|whether|if",
                "^ wondering|curious|interested|keen|intrigued|eager "
                "to|how|what|why|about|in|if|whether|where|who|which|when",
                "i would|will [really|just|also|so|be] [really] @KEEN [to] [be] @LEARN|ask|explore|dig|pick "
                "!that|this|it",
                "^ would [really|just] love|like to @LEARN",
                "i am [really|just|very|so|also|always|quite] @KEEN to [better] @LEARN|explore",
                "i want|wanted|need|like|came|try [to] [just|first|really|better] @LEARN|ask [you] [about] "
                "what|how|why|more|about|from|your|where",
                "i am [just] trying to [better] understand|picture|see|learn|figure what|how|why|where|your|the",
                "i do n't|not [quite|yet|really|fully] know|understand|see @WH *2 you|your|yourself",
                "i do n't|not know your",
                "what i would [really|also|most] like|love [to] [know|understand|hear|ask|see|learn] is|a|from|to",
                "you [have] never|n't told|said|mentioned|explained [me|us] what|how|why|where",
                "my [only|one|first|last|next] question [to|for] [you] is|would|for",
                "the|one [only|one|real|big|first|next] question|thing *7 is|would [be] "
                "[really|just|simply|now|then] how|what|why|whether|where|who",
                "i|we would|will|should be [very|most|so|really] @KEEN|grateful|obliged|pleased|delighted "
                "to [better] @LEARN",
                "i|we would|should be [very|most|so|really] curious|interested|intrigued|fascinated "
                "how|what|why|where|who|which|about",
                "^ let us [just|first] hear|talk [a] [little|bit] [more] about|through",
                "[be] good|great|interesting|helpful|useful|nice to @LEARN [more] how|what|why|about|your|from",
                "i am not sure|clear|certain [yet] @WH *2 you|your",
                "i am asking [you] [myself] how|what|why",
                "i was going to ask",
                "i ask [you] because",
                "let me ask [you] how|what|why",
                "i have [got] [a|one] question",
                "any thoughts|ideas on|how|why|what|about|you",
                "^ any idea|chance on|how|why|what|about|you",
                "^ your thoughts|view|opinion|take on",
            ),
            "A statement about the speaker's curiosity invites an answer.",
            ("I was wondering how you chose the site.", "I'd love to hear how you plan a week."),
        ),
    ],
    LISTS,
)

# The answer that the seller wants is built in, whatever the grammar.
LEADING = Table(
    [
        Rule(
            "answer built in",
            (
                "would|do you [not] agree|admit|concede",
                "do|would you not",
                "do you also|n't [think|agree|feel|find|believe] that",
                "you [would|will|must|have] [to] [surely|probably|definitely|certainly|of] [course] agree|admit",
                "would it [not] be great|nice|lovely|wonderful|amazing|fantastic|cool|perfect *3 if|to|not",
                "would it not|n't be",
                "would that [not] be @GLAD",
                "how @GLAD would|is it|that",
                "is it not|n't",
                "is that not|n't",
                "are you not",
                "can you not|afford",
                "can you [really|honestly] afford",
                "how could|can you not|n't|possibly|say",
                "did|do you know [that|about] "
                "our|we|the|your|most|more|many|with|every|over|nearly|almost|this|#|you|there|it",
                "did you know",
                "what if our|we|my *5 could|can|would|did",
                "^ guess what|how|who|why|where|which",
                "have you ever wondered|dreamed|dreamt|imagined|wished",
                "who would|does|can|could n't|not",
                "who says|said no",
                "who would|can|could say|resist|refuse no|that|this|it",
                "why should you|anyone|we",
                "what if i|we told|said|tell|say|could|can|gave|offered|showed",
                "what if you could|can",
                "what if there was|were",
                "what would you say if i|we|you|our",
                "how would you feel|like [it] if i|we|you could|told|can",
                "how would you like it|a|our|an|your",
                "how would you like to "
                "!proceed|go|continue|carry|handle|do|take|move|play|leave|pay|use|see|spend|run|work",
                "how @GLAD would *6 feel",
                "would|does it surprise|shock|interest|excite you [to] [know|hear|learn] [that|if] "
                "our|we|the|it|your|my|how|many|most",
                "did|have i [already] say|mention|tell|said|mentioned|told [you] [yet|already] [that] "
                "!right|something|anything|it",
                "do|would you [really] enjoy|like|fancy|love "
                "being|having|losing|paying|wasting|getting|throwing|waiting",
                "do you [really] want to *8 still|again|forever",
                "what more|else could|would|can|do you|anyone [possibly] ask|want|wish|need for",
                "what is not to like|love",
                "where else would|could|can|will you",
                "am i right or am i right",
                "you do [not] n't want|like *8 do you",
                "^ surely",
                "you do realise|realize|know|understand|see|want|agree|admit|care",
                "^ ever heard|dreamt|dreamed|imagined|wished",
                "can|could you believe",
                "how could|can *4 be better|cheaper|worse than",
                "^ obviously you",
                "why would you not|n't|ever|even|want|keep|still|pay|use|risk|waste",
                "why would n't|not you|anyone",
                "why would anyone|anybody|somebody|someone|people",
                "shall we say you|that",
                "let us *8 now|today|tonight|done|then|before|signed|started",
                "why not @PUSH",
                "why do n't you @PUSH",
                "why do n't you *8 today|now|tonight|tomorrow|instead",
                "why should n't you",
                "would you say no",
                "would you let your|anyone",
                "do|are|can|would|did|have|will you honestly|seriously|truly",
                "do you have any idea how|what",
                "do you realise|realize",
                "is|are *4 not|n't worth",
                "who wants|likes|loves|enjoys|needs to|paying|another|more|a|losing|doing|having|that|this",
                "where else do|would|can|could",
                "^ i am sure|certain you|it|that|your",
                "^ i suppose|presume|assume|bet|take [it] you|your",
                "^ of course you",
                "i am sure $",
                "can|could|shall we [all] agree",
                "is|would it [be] fair to say",
                "would you like it if",
                "what if it|that was|were|cost|could",
                "who would have thought|known|guessed|believed",
                "who has|have|is n't|not",
                "^ you know what $",
                "would you rather keep|lose|losing|pay|paying|waste|miss|stay",
                "why spend|lose|work|buy|choose|stay|live|struggle|suffer|worry|throw|let|put",
                "why wait|delay|hesitate|risk|pay|settle|waste|bother|keep",
                "^ ready to|for",
                "^ looking|searching|hoping for|to",
                "^ the [best|real|only|main] "
                "reason|result|catch|secret|answer|difference|outcome|upshot|part|downside|trick|beauty $",
                "^ am i right $",
                "^ want|wanna|need [to] [a] save|see|hear|know|try|grow|boost|double|cut|stop|have|get|buy",
                "are n't you",
                "^ imagine",
                "would you like to save|double|boost|cut|earn|reduce|grow|increase|stop|never",
                "how many|much more|longer *3 do|will|can|are|would you",
                "what have|do you [got|have] to lose",
                "what are you|we [still] waiting for",
                "do you want|like to save|lose|waste|risk|miss|double|earn|grow",
                "do you really want|think|believe|need|like|mean",
                "is it not time",
                "is it n't time",
                "is it [about|high] time",
                "can you imagine",
                "see what i mean",
                "sounds|looks|seems [pretty|really|like] @GLAD *3 $",
                "that is [pretty|really|quite|very] @GLAD *3 $",
            ),
            "A yes that is asked for, a teaser, or a no that nobody could say.",
            (
                "Would you agree that speed matters?",
                "Did you know that our app does this?",
                "How would you like to double your sales?",
            ),
        ),
    ],
    LISTS,
)

# A tail that turns a statement into a request to agree. Only at the end.
TAGS = Table(
    [
        Rule(
            "asks to agree",
            (
                "@AUX n't @SUBJECT $",
                "@AUX @SUBJECT not $",
                "right $",
                "[am] i right $",
                "correct $",
                "huh $",
                "eh $",
                "na $",
                "agreed $",
                "do you agree $",
                "you agree $",
                "agree $",
                "yeah $",
                "yes $",
                "no $",
                "true $",
                "is n't $",
                "you know what i mean $",
                "or am i wrong $",
                "am i wrong $",
                "would n't you agree|say|think $",
                "do n't you think|agree|find $",
                "would you agree $",
                "would n't you $",
                "not so $",
                "or no $",
                "you see $",
                "or what $",
                "wo n't you $",
                "yes or no $",
                "yea $",
                "yep $",
                "innit $",
                "see $",
                "shall we $",
                "or $",
                "surely $",
                "hey $",
                "abi|shey|sha|nah|ne $",
                "you know that right $",
                "[so|then] i hope|suppose|presume|assume|guess|bet|gather|imagine $",
                "presumably|obviously|clearly $",
                "do you not think|agree $",
                "or am i right $",
            ),
            "A tag asks for a yes, not for news.",
            ("You work on Saturdays, right?",),
        ),
        Rule(
            "asks to agree after a no",
            ("is|are|was|were|do|does|did|have|has|can|could|will|would|should it|you|they|he|she|we|i|there|that $",),
            "After a negative statement: it isn't cheap, is it?",
            ("You don't open on Sundays, do you?",),
        ),
        Rule(
            "checks",
            (
                "is that right|correct|it|so|fair|accurate|about|okay|ok|fine|true [right] $",
                "is this right|correct|fine|ok|okay|so $",
                "did i get [that|it] [right] $",
                "have i got [that|it] [right] $",
                "am i *3 right|close|understanding|hearing|getting|reading *4 $",
                "does that sound [about] right|fair|ok $",
                "is it $",
                "do i have that right $",
                "have i understood *3 $",
                "ok|okay|alright|deal|fine [with|for] [you] $",
                "is that it $",
                "would that be fair *3 $",
                "or is it $",
                "or not $",
                "or is that $",
                "sound [about] right|fair|good|ok|okay $",
                "or [are|is|do|does|did] $",
            ),
            "Asks whether it was understood: a real yes or no.",
            ("So the night shift is the sore point. Is that it?",),
        ),
    ],
    LISTS,
)

# Tags that are a tag only before a question mark, and those that always are.
TAGS_ASKING = word_set(
    "yes no true see yeah yep surely ya na agree agreed or nah yea imagine suppose hope guess gather presume"
)
TAGS_SURE = word_set("huh eh innit")
# "all right", "that is right", "you are right" agree; they don't ask.
NOT_BEFORE_RIGHT = word_set("is that be the all are not you just about am it really top bottom far upper lower")

# What a question word asks for: the first rule that fits it there names the form. Else how, what and why are open, and
# who, when, where and which closed.
WH_FORM = Table(
    [
        Rule("choice", ("which of the|these|those|your two",), "Two are named.", ("Which of the two gates sticks?",)),
        Rule(
            "closed",
            (
                "where|when would|do you like|want|need it|yours|this|that|them|these|those|us|me|delivery",
                "where do|does|did *5 go for|on",
            ),
            "One place, before the stories below.",
            ("Where would you like them?",),
        ),
        Rule(
            "open",
            (
                "how much|big|large|important of a",
                "how far|big *2 can|could",
                "who|whom|where *10 @STORY",
                "who|whom|where *10 let|end|ends|ended|give|gives|gave up|down",
                "who|where *14 and who|where|how|why|whom",
                "who|where|which *14 and [in|at|with|for] what",
                "what is|was the|your plan|story|drill|routine|thinking|arrangement|situation|idea",
                "who *3 what|whom",
                "where do|does|did|would you|they *2 like|want|hope|wish to",
                "where do you|they see|want it|this|that|us|yourself|yourselves|themselves",
                "where is|are *4 going|heading|headed",
                "what @WHAT_ONE would|does|do|did it|this|that|they start|begin|become|get|hurt",
                "where would|could|might !you",
                "where will|would|could you *3 be|stand in|by|at|next|if",
                "where would you put|take|go|start|begin|look|turn|cut|draw|be",
                "where *8 to be|stand",
                "where are|were|do|does we|things",
                "where are you with|at|now|heading|headed|going",
            ),
            "Who carries it, where it leads: that takes a story.",
            ("Who suffers when the lift is out?", "If nothing changed, where would that leave the shop?"),
        ),
        Rule(
            "closed",
            (
                "how @HOW_ONE",
                "how about i|we !am|are",
                "how about @DAY|#|next|coming|meeting|starting|trying|going|doing|giving|letting|having|taking",
                "how about the two|three|four|five|first|last",
                "how|what|where *40 scale",
                "what *4 is the least|lowest|highest|maximum|minimum",
                "what *4 is the most you|that|alcohol|#",
                "what is|are|was your|the *2 @WHAT_ONE !like *2 $",
                "what is *3 number|name|address|email|mobile|phone $",
                "what is *3 number|name|address|email|mobile|phone ,",
                "what do|would you say *2 $",
                "what do you say we|to|if|i",
                "why do n't i|we just",
                "how does|would|is|about @DAY|#|next",
                "what is|are the|your best|right|exact|current|full|total|average|usual @WHAT_ONE",
                "what @WHAT_ONE",
                "what is|are|was your|the|her|his|their @WHAT_ONE $",
                "what is|are|was your|the|her|his|their @WHAT_ONE !like *1 $",
                "what do|does|did|would|will|you|they *3 charge",
                "what do|does|did|would|will it|that|this|they *1 come|amount to",
            ),
            "One number, name, day or place answers it.",
            ("How many vans do you run?", "What colour is it?"),
        ),
    ],
    LISTS,
)

# The few words of a whole sentence that keep someone talking.
PROMPTS = Table(
    [
        Rule(
            "prompts",
            (
                "and|because|meaning|namely|so|thoughts|reactions|feelings|examples $",
                "and then|after|before|since|afterwards|otherwise $",
                "such as|how $",
                "for example|instance $",
                "in what|which way|sense|respect|regard $",
                "compared|relative to|with|against what $",
                "why so $",
                "why now|today|this|here *8 $",
                "how so|exactly|then|come $",
                "what else|then|happened $",
                "and the|your|those|these *6 $",
                "and if|when *10 $",
                "and in|at|on|during|after|before *4 $",
            ),
            "Left open at the end, for the other to fill.",
            ("And then?", "Such as?", "And the nights?"),
        ),
    ],
    LISTS,
)

# Built like a question, and no question unless it ends in a question mark.
TOLD = Table(
    [
        Rule(
            "exclaims or tells",
            (
                "how @PRAISE is|was",
                "how @PRAISE $",
                "how @PRAISE ,",
                "how @PRAISE that|to|of",
                "why|how|where|when|what i|we|you *6 is|was",
                "how much|many|long|often|far i|you|we|they|it *5 is|was|depends",
                "what matters|counts|helps|works|sells|strikes|hurts|surprises *3 is|was",
                "should you|they|anyone [ever] need|want|wish|decide|have|require|like|change|prefer",
                "were it|i|that",
                "what people|folks|everyone|everybody|nobody|most|many|some *4 is|was",
                "can|may|could i|we be [very|totally|really|completely|perfectly] "
                "honest|frank|straight|blunt|direct|open|clear",
                "any *5 call|shout|ring|let|drop|email|text|holler|reach|write|whatsapp",
            ),
            "Exclamations, a clause that is the subject, and invitations to call.",
            ("How lovely!", "What people like is the view.", "Any doubts, just ring."),
        ),
        Rule(
            "leaves it to them",
            (
                "tell|show me|us $",
                "tell me|us if|when|whether",
                "tell me|us how|what|where|which|when *1 you *2 want|wish|like|prefer to "
                "proceed|go|continue|play|move|take|handle|do|carry",
            ),
            "To be told later, when they have decided.",
            ("Tell me if Tuesday suits you.",),
        ),
    ],
    LISTS,
)
