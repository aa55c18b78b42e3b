"""How people ask without a question, and how they build an answer in: patterns as data (patterns.py)."""

from __future__ import annotations

from sellbackwards.speech.asking_words import LISTS
from sellbackwards.speech.patterns import Rule, Table

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
                "would it be ok|okay|alright|fine|possible|rude if|to [i|we] ask|asked|know|knew|hear|heard",
                "^ [could] [you] kindly tell|explain|share",
                "if you could [please|just] @TELL|@WALK|say|give",
                "^ please @TELL|let me|us",
                "do you want to @TELL|talk|say|walk",
                "can|could you think of",
                "can|could|would|will you [please|kindly] let me|us know|have",
            ),
            "A yes-or-no question by its grammar; nobody hears it as one.",
            (
                "Could you tell me how you do that today?",
                "Would you mind walking me through it?",
                "Could you say a bit more about the depot?",
            ),
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
                "you [would|will|must|have] [to] [surely|probably|definitely|certainly|of] [course] agree|admit",
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
                "would|does it surprise|shock|interest|excite you [to] [know|hear|learn] [that|if] "
                "our|we|the|it|your|my|how|many|most",
                "did|have i [already] say|mention|tell|said|mentioned|told [you] [yet|already] [that] "
                "!right|something|anything|it",
                "do|would you [really] enjoy|like|fancy|love "
                "being|having|losing|paying|wasting|getting|throwing|waiting",
                "do you [really] want to *8 still|again|forever",
                "what more|else could|would|can|do you|anyone [possibly] ask|want|wish|need for",
                "what is not to like|love",
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
                "why should n't you",
                "would you say no",
                "do|are|can|would|did|have|will you honestly|seriously|truly",
                "do you have any idea how|what",
                "do you realise|realize",
                "is|are *4 not|n't worth",
                "who wants|likes|loves|enjoys|needs to|paying|another|more|a|losing|doing|having|that|this",
                "^ i am sure|certain you|it|that|your",
                "^ i suppose|presume|assume|bet|take [it] you|your",
                "^ of course you",
                "i am sure $",
                "can|could|shall we [all] agree",
                "is|would it [be] fair to say",
                "would you like it if",
                "what if it|that was|were|cost|could",
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
                "Can you really afford that?",
                "What if there was a way to halve it?",
                "How would you feel if I could halve it?",
                "Why shouldn't you try it?",
                "Do you have any idea how much you lose?",
                "Do you realise how much you lose?",
                "Can we all agree that it's slow?",
                "Would it be fair to say that it's slow?",
                "Would you like it if it took half as long?",
                "What if it was half the price?",
                "Is it time to change?",
            ),
        ),
    ],
    LISTS,
)
