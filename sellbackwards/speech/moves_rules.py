"""What a turn does besides asking: patterns as data, each with its reason. The language is that of patterns.py.

The name of a rule is the move, a slash, and which kind of it. The engine decides on some together (see moves.py).
"""

from __future__ import annotations

from sellbackwards.speech.lexicon import word_set
from sellbackwards.speech.patterns import Rule, Table
from sellbackwards.speech.topics import HYPE
from sellbackwards.speech.word_lists import LISTS

_EXTRA = {**LISTS, "HYPE": HYPE, "GLAD": word_set("great good nice interesting helpful lovely")}

MOVES = Table(
    [
        # ---- pitch -------------------------------------------------------------------------------------------------
        Rule(
            "pitch/we sell",
            (
                "ours [even|also|already|simply|just|never|all] talks|keeps|works|lasts|runs|costs|holds|fits|"
                "takes|saves|stops|stays|comes|beats|uses|cuts|makes|goes|gets|needs|pays|connects|handles|covers",
                "signed [up] with us",
                "since 19|20|#|my|our we|i have",
                "i have [already|just] placed|put|sold|installed|fitted|trained|coached|taught|helped these|"
                "this|them|over|more|a|#|many|hundreds",
                "we [also|only|even|just|always|never|can|will|would|already|currently|have|are|have|had] "
                "[also|just|always|already|been|never] [proudly] @SELLS !from|for",
                "we do [not] #|all|everything|bronze|this|same|free|full|custom|weekly|monthly|next|every|any",
                "we do n't [just] charge|sell|make",
                "we have [got|been|now|already|just|also] "
                "[going|doing|in|won|over|more|around|a|an|the|had|very|helped|worked|nearly] [than|really] #|"
                "best|lowest|award|awards|team|range|great|good|new|special|offer|solution|experts|customers|"
                "clients|stores|years|better|nice|all|big|large|huge|package|plan|deal",
                "we are [also|now|really|actually] "
                "[the|a|an|one|number|in|very|much|fully|available|open|known|different|proud] [very|a] [most] "
                "leader|leading|number|best|cheapest|cheaper|biggest|largest|fastest|top|certified|specialists|"
                "experts|company|market|only|trusted|family|of|for|different|better|faster|available|local",
                "we work with|for "
                "#|over|many|most|dentists|companies|more|all|some|big|lots|hundreds|thousands|other|firms",
                "we have been going|around|doing|making|selling|in",
                "we [just|also] look after",
                "what we do|offer|sell|make|have|provide",
                "we give you|our|your|a|all|every|each",
                "we take care",
                "we take [all] the",
                "we get you|your",
                "we can [also|even|easily] [you] "
                "do|offer|give|get|make|fix|help|guarantee|beat|match|reduce|cut|save|deliver|have|provide",
                "we will [also|even|give|pay|replace|refund|beat|match] [you] "
                "give|pay|replace|refund|beat|match|throw|include|deliver|save|cut|double",
                "from us",
                "with us you|your|is|it|there|everything",
                "trust us",
                "choose us",
                "use us",
                "switch to us",
                "at our company",
                "i|we represent",
                "we make for you",
                "i [also] sell|offer|provide",
                "i am *3 from @WE",
                "i can offer|give|do you|it|this|#",
                "let me tell [you] about our|my|the|us",
                "unlike [the] others|other|them|your",
                "compared to|with others|other|them|your",
                "nobody else",
                "no one else|other",
                "ours is|has|are|does|do|comes|can|will|runs|lasts|works",
                "than ours",
                "with ours",
                "we [really|just] are different|better|cheaper|faster",
            ),
            "Tells of the seller's company and what it does.",
            ("We offer free delivery.", "We've been doing this for years."),
        ),
        Rule(
            "pitch/our",
            (
                "our *2 @OFFER",
                "our !@OURS",
            ),
            "Tells of the seller's product.",
            ("Our tool does that.",),
        ),
        Rule(
            "pitch/price",
            (
                "[only|just|for|from|at|costs|is|are|under] # [@CURRENCY] a|per|each|every "
                "month|week|day|year|user|unit|piece|person|kilo|head",
                "for|from|at|costs|cost|is|are|under only|just #|a|£|€",
                "only|just # @CURRENCY",
                "# [%] off|discount|cheaper|less|faster|free",
                "# percent off|discount|cheaper|less|faster|more",
                "% off|discount|cheaper|less|faster",
                "special|great|amazing|best|exclusive|limited|introductory|unbeatable|low offer|price|deal|discount",
                "free trial|delivery|shipping|sample|installation|service|of|month|year|for|and|labels|quote|"
                "upgrade|cover|demo|gift|setup|consultation|training",
                "no|zero|0% deposit|obligation|commitment|setup|interest|hidden|contract|fees|fee|maintenance",
                "money back",
                "money-back",
                "lifetime warranty|guarantee",
                "# year|years|month|months|day|days warranty|guarantee",
                "year|years *1 guarantee|warranty",
                "price is [so|very|really|too|super] low|good|fair|unbeatable|competitive|great|right|reasonable",
                "how low the price",
                "discount of",
                "i can give|offer|do you|a *3 discount|price|off",
                "cheaper than",
                "good value",
                "great value",
                "half price",
                "value for money",
                "worth every",
                "pays off|back [in|after|within|quickly|fast] itself|#|one|two|three|a|quickly|fast",
                "pays for itself",
                "pays itself",
                "costs less",
                "costs nothing",
                "costs you nothing",
                "cost only",
                "costs only|just",
                "a bargain",
                "lowest price|prices|cost|costs",
                "best price|prices",
                "special conditions",
                "payment plan",
                "easy instalments|installments",
                "it is cheap|cheaper|affordable",
                "not expensive",
                "n't [that|so|very|really|even] expensive|pricey|costly",
            ),
            "Names a price or a concession.",
            ("It's only 99 pounds a month.", "I can give you a 10% discount."),
        ),
        Rule(
            "pitch/benefit",
            (
                "you [will|would|can|could|may] [also|even|easily|really|always|never|no] [longer] "
                "save|get|receive|earn|gain|benefit|love|enjoy|double|need|see|have|pay|miss|worry|regret *4 "
                "@PRICEWORD|@BENEFIT|@SUPERLATIVE|#|less|more|results|difference|again|free|off|straight|"
                "instantly|money|hours|everything|all",
                "it [really|also|only|even|just|will|can|would|always] [also|really|even] saves|save|cuts|cut|"
                "boosts|doubles|reduces|increases|guarantees|comes|includes|lasts|takes|pays|integrates|"
                "connects|syncs|automates|runs|protects|features|has|offers|fits [up] "
                "you|your|in|with|only|all|to|for|a|#|less|on|every|time|money|the|itself|out|off|longer|much",
                "comes with",
                "saves|save you|your|time|money|hours|up",
                "will|would|can|could save you|your|up",
                "it is "
                "[really|so|very|super|just|all|also|much|far|even|already|fully|actually|simply|a|an|the] "
                "[very|much|most|really] @SUPERLATIVE|quick|faster|easier|safer|better|bestseller|easy|simple|"
                "solid|made|fantastic|amazing|perfect|great|stronger|cheaper|built|designed|used|strong|safe|"
                "secure|free|intuitive",
                "this is|one [is] [really|so|the|a|an|very|our] [very|most] "
                "@SUPERLATIVE|bestseller|amazing|perfect|ideal",
                "the @SUPERLATIVE *2 on|in the market|trade|world|country|industry|business|town|area|city",
                "perfect for you|your|any|every|this",
                "ideal for",
                "made for you|people",
                "exactly what you need|are|were",
                "just what you need",
                "the solution|answer to|for your",
                "all in one",
                "all-in-one",
                "everything you need",
                "everything in one",
                "with one|a [single] click",
                "at the touch|push",
                "in just #|a|one|two|three|four|five|ten|seconds",
                "within seconds",
                "in seconds",
                "real-time",
                "peace of mind",
                "no more @ANYONE|typing|waiting|worries|paper|stress|retyping|lost|late|manual|double|missed|"
                "queues|hassle|chasing|paperwork|searching|lifting|errors|mistakes",
                "never miss|worry|lose|wait|again",
                "state of the art",
                "cutting edge",
                "market leader",
                "top quality|notch|class",
                "high quality",
                "best quality|seller|in|on",
                "number one",
                "world class",
                "game changer",
                "made in|from|of",
                "satisfaction guaranteed",
                "the best part",
                "another [great] feature|advantage|benefit",
                "the [great|main|biggest|big|good|beauty] advantage|benefit|beauty|thing",
                "you do n't [even] have to lift|type|worry|do|pay",
                "you only pay",
                "easy to use",
                "user friendly",
                "it does everything|all",
                "our|my [very] own",
                "it will|would change your|everything|the",
                "with all features",
            ),
            "Tells of features and benefits.",
            ("It saves you hours.", "Comes with a free cover."),
        ),
        Rule(
            "pitch/others",
            (
                "our|my|many|most|all|other|happy|these|hundred|thousand|million|# customers|clients|users|companies|"
                "firms|people|households|owners|dentists|shops|restaurants|neighbours "
                "love|trust|use|switched|rave|swear|recommend|save|saved|chose|choose|prefer|report",
                "customers|clients|users|they are [all|very|really|so] thrilled|delighted",
                "one|some|many|most|another|a of our|my *1 customers|clients|users",
                "a client|customer of ours|mine",
                "a [similar] *2 like you|yours saved|doubled|cut|saw|increased|got",
                "everyone is switching|using|buying|talking",
                "buys|bought|buy from us",
                "# of|out # *2 prefer|recommend|choose|use|love",
                "# companies|customers|clients|firms|households|businesses|users|people|dentists|workers|"
                "countries|shops|happy|dealers",
                "hundreds|thousands|dozens of *1 customers|clients|companies|businesses|people|users|families|firms",
                "success story|stories",
                "case study",
                "five stars",
                "5 stars",
                "all thrilled|happy|delighted|love",
                "won [the|a|an|two|three|many|#] *2 award|awards|prize|prizes",
            ),
            "Success stories and other people's applause.",
            ("Our customers love it.", "4,000 happy households use it."),
        ),
        Rule(
            "pitch/asked",
            (
                "what would|do|will you think|say|do about|of|to|with|if *3 our|we|my|us|#",
                "with our|my !@OURS",
                "that|which our|we !@OURS *2 "
                "bring|make|do|build|offer|give|deliver|provide|install|produce|promise|sell",
                "would you like to try|have|test|see|buy our|my|a|the|this|#",
                "the *3 we make|offer|build|sell|deliver|provide|install",
                "how would you like a|an|to|our|something|it",
                "^ imagine never|having|what|how|no|a|your",
                "have you [ever] seen|heard|tried|considered|checked [about|of|out] our|my|the|how|what",
                "when we|our *1 install|deliver|bring|take|do|give|provide|fit",
                "if we|our|i [could|can|would|were|were|was] [to|able|able] [to] "
                "save|cut|give|offer|show|reduce|double|deliver|do|take|get|help|lower|halve|make|provide",
            ),
            "A pitch dressed as a question.",
            ("What would you do with the hours our planner gives you?",),
        ),
        Rule(
            "pitch/hype",
            (
                "@HYPE",
                "world|best|first|top class|in",
                "award winning",
                "state of the art",
                "cutting|leading edge",
                "top|high|best quality|notch",
                "market|world|industry leading|leader",
                "game changing|changer",
            ),
            'Words of the brochure. They count inside a question alone: "Wonderful!" in reply is no pitch.',
            ("How do you handle award-winning deliveries?",),
        ),
        # ---- contradiction -----------------------------------------------------------------------------------------
        Rule(
            "contradiction/wrong",
            (
                "i [very|really|seriously|honestly] doubt it|that",
                "got that|it|this wrong",
                "not true|right|correct at all",
                "^ nope|wrong|rubbish ,",
                "^ no , [i|am|afraid|sorry] [am|afraid] *2 you|that|it",
                "you are|were [just|simply|clearly|completely|totally|quite|very] [not] wrong|mistaken|"
                "confused|misinformed|seeing|misunderstanding|overreacting|exaggerating|missing|behind|"
                "ignorant|outdated|joking|kidding|way",
                "that|this|it|thats is|was "
                "[just|simply|really|quite|completely|absolutely|totally|plain|clearly] n't|not "
                "[really|entirely|quite|even|at|a|an|the|exactly] [all] true|right|correct|case|possible|"
                "problem|issue|fair|how|what|accurate|reason|excuse|so|bad|big|expensive|difficult|hard|"
                "necessary|important|likely|point",
                "that|this is [just|simply|such|only|pure|total|complete] [a|an] "
                "[common|big|old|complete|total] misunderstanding|misconception|myth|excuse|nonsense|rubbish|"
                "wrong|false|ridiculous|silly|mistake|bullshit|unrealistic|outdated|old-fashioned|prejudice|"
                "cliche|impossible|unfair|crazy",
                "not true|right|correct|possible|necessary $",
                "not true|right|correct|possible|necessary in|at",
                "is|are unrealistic|impossible|outdated|nonsense",
                "i [totally|respectfully|strongly|really|have] [to] disagree",
                "i do n't|not [really] agree|think so|believe that|believe you|buy that|see it that",
                "i beg to differ",
                "i think|believe|say|bet you do|would|can|will|are|need|could|should",
                "why you need|should|want",
                "[just] because you have n't",
                "no reason to|for|not $",
                "that is no|not reason|excuse|argument",
                "women|men|people|customers|buyers|they always|all say|think|start|complain",
                "with [all] [due] respect",
                "you [have|must|are] [have|completely|probably|got] misunderstood|misunderstand|misheard|misread|mixed",
                "you [obviously|clearly|just] do n't|not [really|even] "
                "understand|know|get|see|realise|realize|care|have",
                "you did it wrong",
                "your own fault",
                "your fault",
                "that is why it is|broke",
                "who told you",
                "nonsense",
                "rubbish",
                "no way $",
                "you must be joking|kidding|wrong",
                "the opposite is",
                "on the contrary",
                "quite the opposite",
                "not at all",
                "^ wrong $",
            ),
            "Tells the buyer that they are wrong.",
            ("Actually you're mistaken.", "That's not true in general."),
        ),
        Rule(
            "contradiction/actually",
            (
                "^ actually !what|how|why|who|where|when|which|could|can|do|may|i|let|that|sorry",
                "^ actually that is|was !@GLAD|a|interesting|helpful|really",
                "^ in fact",
                "@WE|it|that|you|they|he|she|this is|are|was|do|does|have|has|will|can actually",
                "actually $",
                "actually the|our|it|we|you|not|most|everyone|safer|cheaper|better|quite|very",
                "the truth|fact|reality is",
                "as a matter of fact",
                "just a fact",
            ),
            "Corrects; counts in statements alone: in a question 'actually' is harmless.",
            ("Actually cash is slower.",),
        ),
        Rule(
            "contradiction/but",
            (
                "yes|yeah|sure|ok|okay|right|true|fine|well|agreed|fair|enough|alright|possibly|maybe|point|"
                "course|absolutely|understood|granted [but|though] but|however|though|yet|still",
                "i|we [do|can|totally|fully|completely|really|certainly|quite] "
                "hear|understand|respect|get|see|appreciate|know|agree|feel|sympathise *7 "
                "but|however|though|still|yet",
                "^ but|however|nevertheless",
                "sorry [to|about|for|you] *5 but",
                "no offence|offense but",
                "may|might|could be *3 but",
                "maybe|perhaps *5 but",
                "that is|may|might *5 but|however|though",
                "you say|said *6 but|however",
                "but our|we|you|everyone|everybody|nobody|ours|this|with|think|look|have|other|their|in|if|even",
            ),
            "Agrees for a moment, then argues. In a sentence that asks it isn't one.",
            ("Yes, but other firms take even longer.", "I hear you, but our price is low."),
        ),
        Rule(
            "contradiction/all",
            (
                "everybody|everyone|every [single] [business|company|shop|firm|family|owner|one] "
                "[really|still|already|simply] [always] needs|need|does|do|says|say|uses|use|has|knows|wants|"
                "else|gets|should|is|can|must|thinks|loves|likes|buys|today|nowadays|these|with",
                "everybody|everyone *3 that|this|it",
                "nobody|noone [really|even|in] [has|ever] does|uses|needs|buys|says|cares|wants|complains|"
                "complained|likes|else|reads|is|will|works|pays|notices|dies",
                "no one [really|even|ever|has] [ever] "
                "does|uses|needs|buys|says|cares|wants|complains|complained|else|is",
                "all your|the [other] competitors|others|neighbours|competition",
                "they|people|you all say|think|do|start",
                "that is what|how they|everyone|everybody|people|all [all] say|think|start|said",
                "most [other|of|tenants|people|customers|companies|firms|clients|the|my|our] *2 "
                "do|say|are|have|disagree|love|find|think|pay|buy|choose|see",
                "other *2 are|do|have|take|pay|charge|cost|say|manage even|it|much|more",
                "all these|those|the|old|new *3 have|are|do|need",
                "the whole world|industry|market",
                "in this [day] [and] [age] century|age|day|times",
                "these days everyone",
            ),
            "Holds the crowd against the buyer.",
            ("Everybody needs this.", "Nobody buys those now."),
        ),
        Rule(
            "contradiction/should",
            (
                "you [really|just|simply|definitely|certainly|surely|will|would|still] should|must|ought",
                "you [really|just|simply|definitely|still|surely] need it|this|that|one|our|to|a|more",
                "you have n't even",
                "you [really|just|simply|definitely|still|surely] have to "
                "look|see|think|trust|understand|realise|realize|consider|invest|spend|change|move|upgrade|"
                "have|be",
                "you [really] can n't|not [really|just|afford|even] [to] "
                "afford|run|compare|say|judge|ignore|expect|wait|do|be|keep|have|go|stay|get|not",
                "you had better",
                "you will [soon|all|quickly|definitely|only|surely|just|thank|never|always] [never|come] *1 "
                "change|regret|see|love|thank|realise|realize|come|like|be|miss|wish|understand|need|learn|"
                "notice|find",
                "you would n't|not even|be|have|need|notice|believe|say|regret|think",
                "it should [really|definitely] be",
                "you do n't|not [really|even|actually] have|need|want to|that|it|a|the",
                "it is high time",
                "you are [really|just|only|simply|actually|already] [throwing|losing|wasting|missing|making|"
                "paying|looking|thinking|comparing|being|letting|burning|overthinking] "
                "too|out|money|a|at|the|apples|silly|difficult|unreasonable|stubborn|far",
                "^ [please|just|oh|now|well] do n't|never [you] [just] be|worry|let|say|make|judge|listen|"
                "forget|believe|compare|get",
                "there is no|nothing [need|reason|point|to] [to|for|worry|fear] worry|wait|about|be|of|need|reason",
                "just look at",
                "just try it",
                "give it a try|chance|go",
                "give us a chance|try",
                "have you [not|n't|even] [even] seen|tried|looked|read|noticed|considered|thought|compared",
                "you are n't|not [really|even|being|the|my|looking|thinking|like|seeing] "
                "going|fair|comparing|listening|only|first|at|seeing|serious",
                "you wo n't|will not [even] find|notice|regret|be|get|have|need|hear|see|feel|believe",
            ),
            "Says what the buyer must do or will come to think.",
            ("You'll change your mind.", "You can't run a firm like that."),
        ),
        Rule(
            "contradiction/dismiss",
            (
                "that|this|it is [really|just|absolutely|only|totally] "
                "nothing|normal|peanuts|easy|trivial|irrelevant|cheap|minor|unimportant",
                "is not|n't [really|that|a|an|so|such|the|even|very|much|my] [a|big|much|so] problem|expensive|"
                "bad|difficult|big|deal|issue|complicated|hard|priority|important|true|fault|necessary|much|"
                "slow|long|risky|dangerous|heavy",
                "are n't|not [that|so|really|as] expensive|bad|difficult|complicated|slow|hard",
                "no big deal",
                "not a big deal",
                "no problem at all",
                "come on",
                "trust me",
                "believe me",
                "believe you me",
                "mark my words",
                "oh please",
                "oh come on",
                "not like [the|all] others|other|them|that|those",
                "we are n't|not like|that|just|the",
                "i am not|n't [like|a|your|selling|one|just|trying] "
                "the|typical|normal|usual|other|salesman|salesperson|of",
                "what is the big deal",
                "how hard can",
                "you will get used|over",
                "get over it",
                "so what",
                "nothing is free|perfect|wrong",
                "you get what you pay",
                "quality has|costs",
                "cheap is|things|always",
                "that is life|business|not|just",
                "it [only|just] takes|needs|costs [only|just|you] *1 "
                "minute|minutes|second|seconds|two|five|ten|little|#",
                "a different company|firm|now",
                "in the long run|term",
                "that was *3 ago|then|before",
                "what is wrong with",
                "they|it|she|he will [soon|quickly|learn|get] [to] "
                "learn|love|understand|adapt|manage|cope|come|get|used|like|thank",
                "it is [so|very|really|super|actually|just] easy",
                "anyone|anybody|everyone|everybody|a child can",
                "is n't|not rocket",
                "better than",
                "that|it|this can|will|could|would|does|wo n't|not happen",
                "always say|says|complain",
                "is safer|cheaper|better|faster|easier than",
            ),
            "Brushes a worry aside.",
            ("That's nothing, all old houses have it.",),
        ),
        Rule(
            "contradiction/no",
            (
                "^ no [no|no] [no] [sir|madam|my|dear|mate|friend|but|way] !to|wahala|problem|worries|pressure|rush|"
                "doubt|need|thanks|thank|hurry|stress|offence|matter|wonder|bother|one|obligation|i|we|"
                "question|drama|problems|promises|hard|more|it's",
                "^ nope|nah|never|wrong|impossible",
            ),
            "Opens with a no.",
            ("No madam, the colour is the same.",),
        ),
        # ---- pressure ----------------------------------------------------------------------------------------------
        Rule(
            "pressure/close",
            (
                "[can|could|will] [you] help me|us|a [man|woman|lad|fella] out",
                "can n't|not you [just|maybe|not] reconsider|decide|ask|ring|call|get|sign|do",
                "[can|shall|may|will] i book|pencil|put|mark|sign|pop you|the|it|them|one|your|in",
                "you would be mad|crazy|foolish|silly|stupid|daft|a",
                "so are we doing|agreed|on",
                "have we got|do we have [a|an|ourselves] deal|order",
                "if i|we *8 will you [just] sign|buy|order|take|commit|go",
                "what can|could|must|do i|we *2 get|make you to|sign|buy|order|say",
                "what will|would|does it take to get|make|have you|this|it",
                "what will|would|does it take to close|win",
                "what will|would|does it take *5 sign|buy|order|ordered|signed|commit",
                "what would|will|could|can|might make|get|convince|persuade you [to] @BUY|say|switch|go|come|take",
                "what can i do to get|make|close|have|win|persuade|convince",
                "can|shall|should|may|could|will|let i|we|me|us [just|please|already|now|then|go|simply] "
                "[ahead|and|just] send|draw|prepare|email|mail|bring|get|print|make|write|do|start|fill|put|"
                "sign|book|place|close|set|raise|reserve|ship|schedule|go|wrap|finalise|finalize *3 "
                "@PAPER|order|down|started|contract|signed|deal|today|now|ahead",
                "shall|can|should we start|begin|close|sign|wrap|proceed|do|finalise|finalize "
                "now|this|it|today|right|the",
                "shall|should|can|do i put you down",
                "put you down",
                "put your name|signature",
                "just sign|initial",
                "^ [please|just] sign here|at|on|it|the|now|today|up|right",
                "get|want|need|like|let|make you to sign|order|buy",
                "get you signed|started|set|on|booked|to sign|onboard|in",
                "get it|this|that|you signed|ordered|done|booked|closed|over|sorted *2 "
                "today|tonight|now|friday|this|by|before|with",
                "ready to sign|order|buy|start|go|commit|move|book|close|pull|proceed",
                "stopping|keeping|holding you [back] from @BUY",
                "do we have a deal",
                "have we got a deal",
                "are we [good|doing|agreed|on] [to] go|this|deal|closed",
                "is it a deal",
                "deal then",
                "where can|do|shall|should i|we|you [want|need] [to] sign|send|deliver|ship",
                "when can|do|shall|should i|we|you [expect|get|send|want|sign|start|the|have] [to] "
                "sign|order|contract|start|payment|your|buy",
                "close|seal|finish|wrap [the|this|it|up] deal|up|today|now|business|sale",
                "i need|want|expect|require|would like|must|have [have|to] [your|a|an|the|you|know|get] "
                "[yes|answer|signature|decision|to|commitment|order|your] [to] "
                "sign|decide|by|today|now|right|order|commit|confirm|answer|yes|signature",
                "just say yes",
                "just|please|simply|only say yes",
                "you just|only need|have to sign|say|click|confirm|pay",
                "all you need [to] [do] [is] sign|say|click",
                "go ahead with *4 today|now|then|this",
                "so you will|are take|taking|buy|buying|order|ordering",
                "can i count on",
                "may i take your order|payment|card|name",
                "card number|details",
                "would|will|are you [be] [like|paying|pay] [to] pay",
                "how|which would you like to pay",
                "is|so that|it a yes",
                "^ [so|well] yes or no $",
                "today or|and never",
                "now or never",
                "let us [just|simply|please] [get|sign|do|close|finish|start|go|not|make|book] "
                "[it|this|the|ahead|a|waste|wait|paperwork|deal] "
                "done|signed|paperwork|contract|deal|closed|now|today|time|order|started",
                "best [to] get|buy|order|take|act|sign|decide|book",
                "better [to] buy|order|act|decide|sign|book|take|hurry|be quick",
                "i would *1 take|buy|order|book|grab|decide|sign|act|hurry *3 now|today|quickly|fast|before|soon|quick",
                "i would n't|not wait|hesitate|think",
                "why wait",
            ),
            "Pushes for the close.",
            ("Can I send the contract?", "What will it take to get you to buy now?"),
        ),
        Rule(
            "pressure/now",
            (
                "want|like to [go] [ahead|proceed|order|buy|book|sign|take|reserve] *4 "
                "today|now|tonight|straight|immediately|right",
                "make|take|reach|get|need a|your|the decision *2 today|now|tonight|friday|this|by|right",
                "decide|commit|order|sign|buy|book|confirm|purchase|pay|act|reserve|upgrade|signed|ordered *4 "
                "today|tonight|now|immediately|straightaway|asap|friday|tomorrow|instantly|midnight",
                "decide|commit|order|sign|buy|book|confirm|purchase|act|reserve|upgrade *3 this week|month|weekend",
                "@BUY *3 by|before|until|till @WHEN|#|end|midnight|then|it",
                "@BUY right|straight|here now|away|and",
                "do it [right] now|today",
                "take it|one|them|two now|today|home|with|then|right",
                "@BUY before she|he|they|you|it|someone",
                "today *3 price|off|sale",
                "^ [so] look|be quick",
            ),
            "Buying words with a date. They count where they are told or urged, not in asking how you order today.",
            ("Order it today.", "Decide by Friday."),
        ),
        Rule(
            "pressure/urgency",
            (
                "#|one|two|three|four|five|few [more] slots|slot|spots|spot|places|place|units|seats left|remaining",
                "offer|price|prices|deal|discount|sale|promotion|this|it *3 "
                "ends|expires|expire|over|finishes|end|runs|closes|disappear|disappears|gone|stops "
                "out|at|on|today|tonight|tomorrow|friday|soon|in|this|by|after|is|when|then",
                "valid|available|only|open|lasts *2 until|till|through|by|for @WHEN|#|end|midnight|today|the|this",
                "good until|till|through @WHEN|#|the|end",
                "only|just # *2 left|remaining|available|pieces|units|rooms|spots|places|slots|seats",
                "only|just one|two|three|four|five|a|few|some [few] *2 left|remaining|available|spots|places|slots",
                "last chance|opportunity",
                "last one|piece|unit|room|two|three left|available|remaining|in",
                "few|nearly|almost|soon|quickly|selling|sold left|gone|out|fast",
                "limited time|offer|stock|number|edition|availability|places|spots",
                "while stocks|supplies last",
                "hurry",
                "act now|fast|quick|quickly|today",
                "running out",
                "time is running|short|ticking",
                "clock is ticking",
                "before it is|gets too|gone|late|over|sold",
                "before|because|as|when [the] price|prices [will|are] go|rise|going|increase|rising|double",
                "prices|price|rates|costs [are|will|is] [going|go|rising|rise|increasing|increase|up] "
                "to|up|go|increase|next|soon|on|from|tomorrow|in|by|rise",
                "before someone|somebody|another|others else|buyer|couple|family|does|do|takes|take|grabs|snaps",
                "before you|she|he|they starts|regret|miss|lose",
                "someone|somebody|another|other|others *2 "
                "else|buyer|buyers|couple|family|people|customer|customers|party|interested|company "
                "[is|are|has|wants|looking|coming|also] "
                "interested|looking|waiting|coming|offer|offered|already|also|viewing|today|put|who|ready|want",
                "do n't|not miss [out] on|this|the|it",
                "you will miss out",
                "miss [out] [on] this|the|it|our",
                "somebody|someone else will|might|could|takes|wants",
                "do n't wait|hesitate|delay|think|sleep|lose",
                "no time to|lose|waste",
                "hold|keep|reserve|freeze|lock|secure [in] [it|the|this|that|one|your] *2 "
                "price|offer|discount|slot|until|till",
                "sale is|ends",
                "once in a lifetime",
                "not be|n't be available|here|there|repeated|around",
                "will be gone|sold|too|more|higher",
                "today only",
                "only today|this|now|tonight|until|till|if",
                "if you [can|could|will|just] @BUY|say|commit|act|go|take|start *5 "
                "today|now|tonight|friday|this|by|before|tomorrow|within|immediately|monday|straight|right",
                "this week only",
                "tomorrow it is|will|may|might|could",
                "by tonight|midnight|friday|tomorrow|close|end|the end",
                "or it|we|the|else|your is|will|might|lose|gone|deal|we're",
                "break-ins",
                "no pressure but",
                "i can only|not|n't [hold|offer|guarantee|give|do|keep] *4 "
                "until|till|today|this|now|for|if|longer|forever",
            ),
            "Makes a hurry that isn't the buyer's.",
            ("The offer ends Friday.", "Only two left!"),
        ),
        # ---- the seller's own need -----------------------------------------------------------------------------------
        Rule(
            "seller_need/own",
            (
                "my|our|the *2 quota|targets|commission|bonus|kpi|kpis|quotas",
                "my|our [sales|monthly|own|quarterly|personal|yearly|month|daily|team] target|numbers|figures|"
                "goal|goals|boss|manager|supervisor|director|chef|teamleader|month|quarter|rent|job|ranking|"
                "leaderboard|report|statistics|stats|performance|probation|pay|salary|mortgage|bills|wages",
                "[my|the] area|sales|regional|branch|team manager|director|leader|lead|boss "
                "is|wants|checks|counts|expects|needs|will|keeps|said|told|says",
                "i|we [really|still|only|just|badly|desperately|do|also] need *2 "
                "[one|two|three|this|#|your|to|a] [more|sale|deal|order|signature|another|sell|close|hit|make|"
                "fill|new|reach|orders|placements|business|win|sales] sale|sales|deal|deals|order|orders|"
                "placements|contract|contracts|signatures|customer|sign-ups|to|policy|policies|today|this|for|"
                "before|my|numbers|placement|booking|bookings|client|clients|sign",
                "i|we am|are [still|only|just|already] [one|two|three|#|a|few|so|bit|really|just|this] "
                "[deal|sale|courses|order|sales|deals|orders|policies|couple|close] [of] "
                "short|behind|away|below|under|off",
                "one|two|three|four|five|# short",
                "short of my|the|our|target|quota",
                "behind on|with",
                "hit|reach|make|meet|fill|beat|close|achieve|exceed my|our|the *2 "
                "quota|target|targets|number|numbers|goal|month|quarter|year|figures|budget|bonus",
                "have|got *2 targets|quota|quotas|target",
                "i get|earn|receive|make|am paid [a|my|paid|more|#] commission|bonus|on|per|by|for|paid",
                "i [would|will|could|might] [otherwise] lose my job|bonus|commission",
                "help me [out] hit|reach|with|make|here|this|close|today|and|by|get|to|meet|finish",
                "do me a|this favour|favor",
                "as a favour|favor",
                "you would [really] be doing|helping me",
                "it would [really] help me|us|my",
                "would mean a lot to me",
                "would make my day|month|year|week|quarter|boss",
                "grateful for your order|business|signature|support",
                "my first|last|best|next|only deal|sale|customer|order|client|month",
                "i am new here|in|to",
                "i have [to|got|two|a] [to] [sell|close|fill|hit|make|reach|meet|bring|deliver|show|report|"
                "family|kids|mouths|mortgage|pay] *2 "
                "quota|target|numbers|sale|deals|deal|feed|results|bills|orders|sales|this|three",
                "on my back",
                "breathing down",
                "boss will|would|wants|counts|gets|needs|expects|said|told",
                "end of [the|my|our] month|quarter|year *3 and|so|i|my|me|we|target|is|for",
                "month|quarter|year end *3 i|we|my|me|our",
                "i|we *4 before|by|this|until|end [the|of|my|end] [of] [the|my|our] month|quarter",
                "counts orders",
                "sales contest|competition|incentive|trip",
                "employee|salesman|salesperson|seller of the month",
                "my numbers|figures|visits|list|pipeline|forecast",
                "look good|bad to|in|with my|front",
            ),
            "Rests on what the seller needs.",
            ("I have to fill my quota by the thirtieth.", "My boss counts orders."),
        ),
        # ---- next step -----------------------------------------------------------------------------------------------
        Rule(
            "next_step/propose",
            (
                "i [would|will] [also|like|really|just|strongly|therefore] [to] suggest|propose|recommend",
                "i suggest|propose|recommend",
                "my|a suggestion|proposal|idea|recommendation|plan is|would",
                "here is [what|my|the|a|how] *4 i|proposal|suggestion|plan|idea|we|suggest|propose|do|next",
                "may|can|could|might i suggest|propose",
                "let us do|meet|say|start|set|schedule|book|plan|take|try|walk|sit|put|agree|arrange|go "
                "it|so|this|like|for|on|up|with|a|the|through|with",
                "let me suggest|propose|do|send|arrange|set|book|bring|check|prepare|call|ring|come|get|put|"
                "find|draft|organise|organize|take|show|pop|drop|pull|write|visit|ask|talk|have|sort|make|"
                "measure|look",
                "how about we|i|if|a|this|you|on|next|tomorrow|thursday|monday|tuesday|wednesday|friday",
                "what if we|i meet|start|call|come|try|send|bring|book|set|sit|sat|met|took|tried|started|do|did",
                "we could|can start|meet|do|try|begin|run|book|set|test|sit|have|take|walk|visit|go|look",
                "as a|the next step",
                "next step is|would|could",
                "the next step",
                "why do n't|not we|i meet|start|come|call|set|sit|do|try|send|bring",
                "shall|should we|i meet|say|book|set|start|come|call|bring|arrange|schedule|have|do|pop|"
                "organise|organize|go|walk|sit|put",
                "i would also|happily|then|start|come|set|send|bring|prepare|do|call|put|measure|write|have",
                "i propose",
                "would it help|be if i|we",
            ),
            "Proposes a step.",
            ("Here's what I'd suggest: a 30-minute call on Tuesday.",),
        ),
        Rule(
            "next_step/own",
            (
                "i will|shall|am "
                "[also|then|just|personally|happily|gladly|go|going|have|be|first|next|now|quickly] "
                "[to|ahead|have|a|and|her|him|my|our|the|one] *1 arrange|send|call|bring|post|prepare|check|"
                "ring|come|get|have|book|draft|put|set|share|drop|visit|write|ask|email|mail|text|message|"
                "organise|organize|confirm|show|measure|find|speak|talk|look|do|make|take|invite|walk|order|"
                "deliver|forward|schedule|join|sort|pick|reserve|compile|note|collect|sit|test|run|pop|meet|"
                "phone|whatsapp|be|clear|work|follow|drive|demo|leave|fetch|sending|calling|bringing|coming|"
                "stop|lend|give|pull|translate|start|go|build|fix|swap|hold|keep|report|let",
                "i [then|also|just|can|could|personally] send|call|bring|post|prepare|come|arrange|write|ring|"
                "email|message|visit|book|draft|check|will|invite|set|share|organise "
                "you|it|the|a|on|by|over|with|two|three|#|some|them|back|over|tomorrow|up",
                "i have booked|arranged|reserved|set|prepared|put|blocked|pencilled|asked|made",
                "you [will] get|have|receive [it|the|a|them] *3 from "
                "me|by|on|before|tomorrow|monday|tuesday|wednesday|thursday|friday",
                "our|my technician|electrician|engineer|fitter|colleague|specialist|expert|driver|team|"
                "installer|consultant [will|can|would] comes|come|visits|calls|call|visit|measures|be",
            ),
            "Takes it on.",
            ("I'll send the agenda by Thursday.",),
        ),
        # ---- deferral ------------------------------------------------------------------------------------------------
        Rule(
            "deferral/over to you",
            (
                "next steps|step *4 your|you|from|on",
                "what are|is [the|your|our|all] [the] next steps|step|move|for|on",
                "your next steps|step|move",
                "what is next for|from|on|then|here|guys|now",
                "what happens next|now|from",
                "how do|should|shall|will|can we|i [want|like|go|wish|take|plan] [to] [go|proceed|continue|move|take] "
                "on|forward|from|ahead|further|next|proceed|continue",
                "how would|do|will|should|might you [like|want|prefer|wish|intend|plan] [me|us|we|to] [to] "
                "proceed|continue",
                "how would|do|will|should|might you [like|want|prefer|wish|intend|plan] [me|us|we|to] [to] "
                "go|move|take|carry [it|this|things] forward|on|ahead|further|next",
                "how would you like|want|prefer|wish [me|us] to handle|do|organise|arrange it|this|things|next",
                "how you [would] [like|want|wish|prefer|plan|intend] [to] proceed|continue",
                "how you [would] [like|want|wish|prefer|plan|intend] [to] go|move|take [it|this|things] "
                "forward|on|ahead|further|next",
                "where do we|you go from",
                "what [would|do|should] you [like|want|suggest|propose|think] [we|to|me|i|us] [should|to] do "
                "next|now|from|then|about",
                "let me|us know",
                "lemme know",
                "keep me|us posted|informed|updated|in",
                "any [other|more|further|last|final] doubts|doubt|concerns",
                "any [other|more|further|last|final] questions|question|doubts|queries|doubt|concerns",
                "do|have you [have|got] [any|more|some|further|other|got] [other|more|further|any|last|final] "
                "questions|question|doubts|queries",
                "anything else|more you|that|i|from|we|to",
                "questions from you|your",
                "feel free",
                "do n't hesitate",
                "do not hesitate",
                "please hesitate",
                "get|come|circle|revert back to me|us",
                "you [can|may|will|could|please] get|come back to",
                "revert to|back|with|asap|soon|by|your",
                "i|we [will|just|can|shall|then|am|are] [just|then|be|now] "
                "wait|waiting|await|awaiting|leave|leaving for|it|you|your|to|that",
                "drop|shoot|send|give|leave|write me|us a|an|your "
                "line|call|message|email|mail|ring|note|text|shout|buzz|decision",
                "call|ring|contact|phone|email|text|ping|message|reach|write me|us|out "
                "back|if|when|whenever|once|anytime|any|in|later|to|at|as",
                "reach out",
                "^ [please] call|contact|ring|email|phone our|us|the|my|me",
                "it is [all|totally|entirely|completely] up to you",
                "it is [all|totally|entirely|completely] your call|decision|choice|turn",
                "it is in your hands",
                "up to you",
                "your call|decision $",
                "ball is in|your",
                "in your court|hands",
                "whenever you are|want|like|feel|have|can|need|decide",
                "when|once|as|if you [are|have|feel|will] ready|decided|discussed",
                "if|when you [have|need|want|got] [any|more|further|a] "
                "questions|question|help|information|doubts|anything|info",
                "take your time",
                "think it over|through",
                "think about it",
                "looking|look forward to hear|hearing|your|you",
                "hope to hear",
                "hear from you",
                "waiting for your",
                "await your",
                "i leave|will leave it|that|you with|to|up|there|at",
                "you know where to|i|we",
                "you have [got] my number|card|email|details",
                "your turn",
                "over to you",
                "the decision is|lies",
                "^ you decide",
                "you tell me $",
                "when it suits",
                "see you [then|around|next] $",
                "have a [good|nice|proper|little] look|think|read",
                "what do|would you want|like|need me|us to",
                "what do|would you want|like|need from me|us",
                "what [would|do|should] you [like|want|suggest|propose|think] [we|to|me|i|us] [should|to] do "
                "next|now|from|then",
                "who should i|we follow|contact|call",
                "when should|shall|can|could|may i|we [call|follow|check|ring|contact|get|expect|hear|come] "
                "back|up|in|from|to|again",
                "just drop|call|ring|shout|email|reach",
                "you can [always|just|also|still|then] [always|just] "
                "call|email|contact|reach|write|ask|think|tell|find",
            ),
            "Hands the process over.",
            ("What are the next steps on your side?", "Let me know how you'd like to proceed.", "Any questions?"),
        ),
    ],
    _EXTRA,
)

# Looked for only where there is something to say back.
SAYING_BACK = Table(
    [
        Rule(
            "reflection/cue",
            (
                "sounds|sound|seems|looks|feels|appears like|as|that|to|you|it|quite|pretty|really|hard|tough|"
                "tiring|frustrating|rough|difficult|exhausting|stressful",
                "it|that [really|kind] [of] sounds|seems|looks",
                "[what] i [am] hear|hearing|heard|sense|sensing|gather|gathering|noticing "
                "you|that|is|from|a|it|how|some",
                "i [can] hear|see|feel|imagine|understand that|how|you|your|the|it|why|this",
                "if i [have|got|understand|heard|hear|understood|am|get|read] "
                "you|it|that|this|correctly|right|hearing|understanding|following",
                "let me [just|see|make|check|try] [see|sure] if|i|that|play|sum|repeat|say|back",
                "in other words",
                "is what counts|matters|you",
                "counts for|most you|for",
                "what you are|said|mean|want|need|care|really saying|telling|want|mean|need|said|is|about",
                "you [just] [also] mentioned|said|told|described",
                "^ [and|so|but] [it|that|this|you|things|which] must|might be|feel|have|get|make|mean|seem",
                "^ must be",
                "you [must|might] [be|feel|have] [feeling|really|so] "
                "tired|frustrated|worried|concerned|torn|upset|anxious|overwhelmed|proud|disappointed|exhausted",
                "you [really|do|are|kind|also|just|still|already|certainly|definitely|obviously|know] "
                "[of|really|just|a|so|quite|pretty|very|not|n't] feel|felt|worried|concerned|want|wanted|would|"
                "wish|hope|care|need|frustrated|afraid|scared|enjoy|value|love|hate|like|believe|know|struggle|"
                "notice|noticed|recognise|recognize|think|thought|find|found|see|realize|realise|tired|torn|"
                "stuck|sure|ready|ambivalent|anxious",
                "so [for|to] you|him|her|them",
                "part of you",
                "on [the] one hand|other",
                "a part of you",
                "so far you",
                "by the sound|sounds of",
                "as i understand",
                "it is [like|as|important|hard|tough|difficult|frustrating|scary|really|just|been|kind|not] "
                "[for|hard|to|if|you|really|of|important|been|frustrating] you|to|hard|your|important",
                "i [can] get the feeling|sense|impression",
                "you are saying|thinking|feeling|wondering|hoping|looking|trying|telling|noticing|worried|"
                "concerned|torn|not|really|kind|pretty|willing|ready|afraid|tired|just|at|also|in|so|very|"
                "doing|having|getting|already|still|here|a|more|starting",
                "then $",
                "that is a lot",
                "no wonder",
                "that hurts|stings|wears|weighs|worries|bothers|matters",
                "matters|matter most|more|a|to",
                "wears you|down",
                "you have been|got|had|tried|a|really|some|already|done|noticed|thought|made|decided|lost|seen|"
                "just|also|come|gone|never|not|n't|this|these|started",
                "you would like|rather|love|prefer|want|feel|be|have|really",
                "you do n't|not want|like|feel|think|see|know|really|have|even|need|trust|believe|mind",
                "you did n't",
                "you were",
                "you can n't",
                "your *4 is|are|has|have|was|were|feels|means|comes|seems|does|do|keeps|makes|gets|can",
            ),
            "Speech about the other and what they feel, want or said.",
            ("Sounds like the month end is what hurts.", "So you're worried about your team."),
        ),
    ],
    _EXTRA,
)

# Looked for only in statements that are long enough to tell something.
INFORMING = Table(
    [
        Rule(
            "inform/advice",
            (
                "you "
                "[really|probably|definitely|might|may|just|also|could|do|will|would|can|still|certainly|are] "
                "[want|need|have|going|like|be|also|try|consider|just|always|even|better] [to] should|must|"
                "need|try|consider|think|look|take|get|start|stop|quit|avoid|use|go|make|call|cut|talk|come|"
                "eat|drink|do|keep|give|have",
                "you|we should|must|ought|need",
                "i [would|really|strongly|do|also|highly|am|can] [really|strongly|like|going] [to] recommend|"
                "suggest|advise|encourage|propose|urge|give|offer|prescribe|refer|tell|show|explain|warn",
                "i recommend|suggest|advise|encourage|think|want|need you|that|we|it|to",
                "make sure",
                "be sure to",
                "try to|not|and|it|using|taking|some|cutting|this",
                "it is [really|very|so|also|pretty|quite] [important|essential|better|best|good|bad|"
                "recommended|crucial|helpful|dangerous|healthy|unhealthy|harmful|necessary|vital|time] "
                "that|to|for|if|idea",
                "it would be [a|better|best|good|great|really|helpful|important|wise] [good|better|great] "
                "idea|to|for|if|thing",
                "the best thing|way|option|idea|course|treatment|plan|bet",
                "one thing|way|option|idea|of|possibility",
                "there is|are|was|were also|always|actually|really|some|a|lots|many|plenty|several|all|other|"
                "no|two|three|different|good|certain|an|things|ways|one|evidence|research|medication|patches|"
                "lot|#|programs|classes|groups|that|resources|options|just|something",
                "research|studies|evidence|doctors|experts|statistics|guidelines|data|people|smoking|drinking|"
                "alcohol|nicotine|exercise|smokers|drugs|drug|cigarettes|children|kids|patients|most|many|"
                "medication|medicine|treatment|vaccines|diabetes *3 shows|show|suggest|suggests|say|says|"
                "recommend|recommends|indicate|find|found|can|causes|cause|is|are|increases|increase|leads|"
                "lead|will|have|has|do|does|tend|who|make|makes|need|should",
                "[which|that|this|it] [can|could|will|would|may|might|also|really] causes|cause|increases|"
                "increase|leads|lead|reduces|reduce|helps|help|means|damages|affects|affect|damage|harms|"
                "prevents|prevent|improve|improves|makes|contribute|put|puts|kill",
                "because if|it|that|you|of|the|they|we|when|your|alcohol|smoking|there|this",
                "for example|instance",
                "such as",
                "according to",
                "percent",
                "#",
                "# percent|times|years|drinks|weeks|calories|milligrams|units|minutes|pounds|out|per|days|"
                "hours|months|grams|people",
                "the *4 is|are|was|will|can|has|have|that|of|in|you|for",
                "we [can|could|have|offer|do|also|will|are|may|might|know|recommend|usually|would|provide|want|"
                "need|just] also|have|offer|provide|talk|do|help|look|get|start|set|try|going|know|work|want|"
                "give|a|some|to|find|see|put|make|refer",
                "i [will|am|can|could] [going|be|just|also|have|happy|write|need] [to] give|write|prescribe|"
                "send|refer|set|schedule|talk|tell|show|have|go|share|let|help|explain|put|see|call|recommend|"
                "want|get|be|make|need|do",
                "let me tell|explain|show|give|share|just|say|be|read",
                "let us try|talk|start|look|go|set|do|get|make|see|schedule|work|discuss|say|think|put|focus|move|plan",
                "if you *6 you|it|your|then|that|there|we|they will|can|could|would|may|might|should|is|are|need|have",
                "what [you|we|i|they|people|some] *4 is",
                "this is|will|can|medication|would|pill|helps|means|program|book|group|has|one|could|might|"
                "patch|form|makes",
                "these are|can|will|pills|have",
                "they are|have|can|will|do|may|also|help|would|know|recommend|usually|could|say|offer|need",
                "some people|of|patients|women|men|things|folks|medications|parents|kids",
                "i know|think|believe|feel|have|need|want|see|noticed|notice|mean|was|had|got|do|would|can|did|am",
                "do n't|not forget|worry|drink|smoke|take|use|let|be|do|go|give|try",
                "take|use|stop|quit|avoid|call|eat|drink|cut|start|keep|go|come|talk|get|remember|consider|"
                "imagine|think|look|put|write|bring|read|watch a|the|your|this|one|some|these|it|them|to|with|"
                "of|off|up|down|back|in|out|more|less|about|at|care",
            ),
            "Tells facts or gives advice of any kind.",
            ("You should cut down.", "There are patches and gum."),
        ),
    ],
    _EXTRA,
)
