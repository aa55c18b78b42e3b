# ruff: noqa: E501
"""What the buyer listens for beside what `speech` hears: data. Each pattern says what it catches."""

from __future__ import annotations

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(patterns) + r")", re.IGNORECASE)


# A question without a question mark: "I only wanted to know why you wrote."
ASKS_SHYLY = any_of(
    r"i mean(?:t)?\b.{0,60}?\b(?:what|how|why|whether)\b",
    r"(?:(?:want(?:ed)?|like|love) to (?:know|ask|hear|understand|learn)|wonder(?:ing|ed)?|curious|interested|asking you)\b.{0,25}?"
    r"\b(?:what|how|why|where|who|when|about)\b",
)
# Asks for leave to ask, and asks in the same breath: "May I ask how many there are?"
AND_ASKS = any_of(
    r"ask,? (?:you,? )?(?:\w+ )?(?:what|how|why|who|when|where|which|if|whether|about)\b",
    r"(?:ask|question)(?: \w+){0,5}?\s?[:,.?!–-]+ (?:(?:and|so|but|just) )?(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|what|what's|how|why|who|when|where|which|if)\b",
)
# "You stayed behind, at the breakfast.": what they did, said so that they may tell of it.
YOU_DID = re.compile(
    r"\W*(?:so |and |then )?you (?:\w+ed|said|wrote|left|rang|came|told|went|began|kept|sent|spoke|thought|stood|met)\b",
    re.IGNORECASE,
)
# Asks whether it was understood: "Is that right?"
CHECKS = any_of(
    r"(?<!all )(?:right|correct|true|so|it|yes|no)\s*\?",
    r"(?:did|do|have) i (?:\w+ )?(?:get|got|understand|understood|hear|heard|miss|missed|forget|forgotten)",
    r"(?:isn'?t|aren'?t|wasn'?t|don'?t|doesn'?t|didn'?t) (?:it|that|they|you|there)\b",
)
# Asks whom they are talking to, before the name.
IS_THAT_YOU = any_of(
    r"(?:is (?:that|this)|am i (?:speaking|talking) (?:to|with)|do i speak (?:to|with)) (?:mr|mrs|ms|miss|you)?\b"
)
# "What else happens, apart from the keys?": not that.
BUT_FOR = any_of(r"(?:apart from|besides|other than|except(?: for)?) (?:the |your |all |those |these )*(\w+)")

# Saying hello, asking after them, giving one's name; nothing else.
GREETING = any_of(
    r"(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|greetings|nice to (?:meet|see)|pleased to meet)\b",
)
HOW_ARE_YOU = any_of(
    r"how (?:are|r) (?:you|u)\b(?! (?:doing (?:it|that)|handling|managing|coping|dealing|planning|going to|able|with|sleeping|feeling|living|holding))(?!, with)",
    r"how(?:'s| is) it going",
    r"what(?:'?s| has| is) (?:your|the) (?:morning|day|week|evening|weekend) been like(?: so far)?(?=\W*$|\W*[.!?])",
    r"how do you do(?=\W*$|\W*[.!?])",
    r"how have you been",
    r"how(?:'?s| is| was| has) (?:your|the) (?:morning|day|week|evening|weekend)(?: been| going)?(?: so far)?(?=\W*$|\W*[.!?])",
)
THANKS = any_of(r"(?:thanks?|thank you|thankyou|cheers|much appreciated)\b")
BYE = any_of(
    r"(?:good ?bye|bye(?: bye)?|see you (?:then|soon|later)|(?:talk|speak) (?:then|soon|later)|have a (?:nice|good|great) (?:day|evening|week\w*)|take care|off you go)\b"
    r"|(?:then )?i(?:'ll| will) (?:let you (?:go|get (?:back|on))|leave you to)\b|i won'?t keep you\b|that'?s (?:all|plenty|enough)(?: \w+){0,3} for (?:today|now)\b"
)
# The same where a talk is at its end: "Thanks for your time, Ken."
THANKS_FOR_ALL = any_of(
    r"(?:thanks?|thank you)(?: (?:so|very) much| a lot)? for (?:your|the) (?:time|talk|chat|call)\b"
)
# Didn't follow what they said last: "I'm not following", "You've lost me."
NOT_FOLLOWING = any_of(
    r"not (?:quite |really |sure (?:that )?i(?:'m| am)? )?follow(?:ing)?\b(?! up)|(?:don'?t|didn'?t|do not|did not) (?:quite |really )?(?:follow|understand|get)(?: (?:that|you|it|what you (?:mean|said)))?(?: there)?(?=\W*(?:$|[,.!?]))",
    r"you(?:'ve| have)? (?:just )?lost me\b|(?:sorry,? |^)come again\W*$|not sure (?:what|how) you mean|no idea what you mean|what does that (?:even )?mean\W*$",
)
# Words that only show that one is still there: a turn of nothing else is a nod.
NOD = re.compile(
    r"^(?:(?:m+h?m*|mm-?h+m+|uh-?huh|hm+|ah+|oh+|okay|ok|right|sure|yes|yeah|yep|i see|i understand|understood|got it|of course"
    r"|really|interesting|fine|good|great|nice|wow|true|indeed|exactly|absolutely|makes sense|that makes sense|i hear you|fair enough"
    r"|oh dear|goodness|sorry to hear that|i'm sorry to hear that|all right|alright|no|aha)[\s.,!?…-]*)+$",
    re.IGNORECASE,
)
RUDE = any_of(
    r"(?:fuck|shit)\w*|(?:arse|ass)(?:s|es|holes?)?\b|idiots?|(?<!something )(?<!anything )(?<!was )(?<!i'm )(?<!be )(?<!a )stupid|moron\w*|bloody fool|dumb\w*|(?<!me )(?<!i )(?<!i'll )(?<!to )shut up|screw you|piss off|bitch\w*|bastards?|crap\b|bullshit"
    r"|wasting my time|are you (?:deaf|blind|crazy)|loser\w*"
)

# Says plainly that the offer isn't for them. Counts where the sentence is no question and speaks of the offer
# (OURS, or the scenario's own words for it).
_GOOD = r"(?:for you|help(?:s|ed)? (?:you|with|much|here|at all)|help$|help[.,!]|you (?:\w+ )?need|any need|right thing|right one|right (?:now|here)|fits?|suits?|bring (?:you|in)|of (?:any |much |real )?use|useful|worth|make(?:s)? (?:much |any |real )?sense|good (?:idea|use|fit)|solve|change (?:much|anything|that|a thing)|do (?:much|anything)|answer|what you need)"
_NOT = r"(?:isn'?t|is not|'s not|wouldn'?t|would not|won'?t|will not|aren'?t|are not|doesn'?t|does not|don'?t|do not|can'?t|cannot|couldn'?t|never|hardly)"
NOT_FOR_YOU = any_of(
    rf"(?:don'?t|do not|doesn'?t) (?:really |honestly )?(?:think|believe|see how|see that) .{{0,60}}{_GOOD}",
    rf"(?:this|that|it|we|us|i|our|my|a|an|the|any|another|new) (?:\w+ ){{0,3}}?{_NOT} (?:\w+ ){{0,4}}?{_GOOD}",
    r"you (?:really |honestly )?(?:don'?t|do not|wouldn'?t|won'?t) (?:really |honestly )?need (?!to\b)\w+",
    r"(?:i|we)(?:'d| would|'ll| will) rather not (?:sell|book|offer|send|do|take)\b|what you need is .{0,60}\bnot (?:more|another|us|me|our)\b",
    r"you (?:really )?should(?:n'?t| not) (?:buy|sign|order|spend|take)\b",
    r"(?:don'?t|do not) (?:really |honestly )?(?:think|believe) (?:that )?(?:i|we) should (?:sell|book|bring|take|offer|send)\b",
    rf"(?<!if )(?:i|we|it|that|this)(?:'m|'re|'s) not (?:\w+ ){{0,3}}?{_GOOD}",
    r"(?:i|we)(?:'m| am|'re| are) not the right (?:person|one|people|firm|company)",
    r"not the right (?:thing|time|tool|firm|fit|answer|solution|person) for you|not (?:a (?:good )?)?(?:fit|match)\b|(?:no|not) (?:a )?good fit",
    r"(?:i|we) (?:can'?t|cannot|couldn'?t|wouldn'?t|shouldn'?t|won'?t) (?:really |honestly |in good conscience )?(?:help you|sell (?:you|it|this|that|one)|be of (?:much )?(?:help|use)|recommend|advise|take your money)",
    r"you(?:'re| are|'d be| would be) better off (?:without|with(?:out)?|as you are|staying|keeping|leaving)",
    r"(?:i'?d|i would|you should|better) (?:stay with|stick with|keep|leave) (?:what|it|things|everything) ?(?:you have|as (?:it is|they are)|alone)?",
    r"(?:i|we) wouldn'?t (?:take|buy|do|sign|want|get) (?:it|this|that|one|any|from (?:us|me)|ours)\b",
    r"save your money|(?:waste of|wasting) (?:your )?(?:money|time)|wrong (?:thing|one|tool|firm|time|offer|answer) for you|lying if i said|you (?:already )?have (?:what|all|everything) you need",
    r"(?:advise|advice is|suggest|recommend) (?:you )?(?:not to|against|to (?:keep|stay|leave))",
    r"(?<!you )(?<!they )(?<!to )(?:don'?t|do not) (?:buy|sign|order|spend|pay|take) (?:\w+ ){0,4}?(?:from me|from us|on me|on us|on this|on it|ours|this|anything|it)\b",
)
# "If it isn't useful …": said of a case only.
SUPPOSES = any_of(r"(?:if|unless|whether|in case|should it|so (?:you )?don'?t)\b")
# The seller's own thing, in a word that every offer shares.
OURS = any_of(r"(?:this|that|it|we|us|our|ours|my|mine|me|i can|i could|anything)\b")
# Promises whatever is wanted, and leaves the way to the buyer.
ORDER_TAKING = any_of(
    r"whatever you (?:want|need|like|say|prefer)",
    r"(?:just )?(?:tell|let) (?:me|us) (?:know )?(?:what|which \w+) you (?:need|want|'d like|would like|require)",
    r"(?:i'?ll|i will|i can|we can|we'll|happy to) (?:send|email|mail|post|drop) (?:you|it|that|over|round|a|an|our|the|everything)",
    r"no problem,? (?:i|we)\b(?!')|(?:i|we) can do (?:that|anything|everything)|anything you (?:want|need|like)",
    r"(?<!come )(?<!comes )up to you|your (?:call|choice|decision) entirely|(?:you tell me|as you (?:wish|like))\s*(?:[.!]|$)",
)
# "What kind of website would you like?", "How many licences do you need?": the order is theirs to write, if it's the seller's own thing.
ORDERS = re.compile(
    r"\b(?:what|which|how many)(?: (?:kind|kinds|sort|sorts|type|type) of)? (?P<thing>\w+) (?:would|do|should|did) you (?:like|need|want)\b",
    re.IGNORECASE,
)
THINGS_SOLD = frozenset(
    [
        "page",
        "pages",
        "licence",
        "licences",
        "license",
        "licenses",
        "module",
        "modules",
        "seat",
        "seats",
        "feature",
        "features",
        "user",
        "users",
        "unit",
        "units",
    ]
)
# How people begin to say back what they heard.
SAYING_BACK = re.compile(
    r"^\W*(?:(?:okay|ok|right|ah|oh|hm+|i see|and|but|well)\W+)*(?:so\b|you\b|your\b|that (?:means|sounds|must)|it (?:sounds|seems)|sounds|in other words|if i)",
    re.IGNORECASE,
)
# Offers to make or sell something.
OFFERS = any_of(
    r"i(?:'ll| can| could| will| would|'d)? (?:only |just |still |also )?(?:make|build|do|design|set up|sell|start|give)\b"
    r"(?=.{0,40}\b(?:you|euros?|pounds|monday|page|shop|site)\b)",
)
# Says yes to "…, you mean?"; and no.
YES_THAT = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|ye|ya|aye|right|exactly|correct|sure|that one|that'?s (?:it|the one|right)|i do|i mean|that|mhm+|please)\b",
    re.IGNORECASE,
)
NO_NOT_THAT = re.compile(r"^\W*(?:no|nope|nah|not (?:that|the)|sorry,? no)\b", re.IGNORECASE)
# Tells them, in so many words, that they are wrong.
ARGUES = any_of(r"you(?:'re| are) (?:wrong|mistaken)|i (?:don'?t|do not|can'?t|cannot) agree|i disagree\b")
# "Yes, but have you seen how little it costs?": whatever it asks. ("Ok, but who does it then?" only asks.)
YES_BUT = any_of(
    r"(?:yes|yeah|sure|ok|okay|right),? but (?:have you|don'?t you|do you (?:know|realise|realize)|you (?:must|have to)|our|we|with us)\b"
)
# They ask about the offer: its price, what it is, how it works.
ASKS_ABOUT_OFFER = any_of(
    r"(?:what|how much) (?:does|do|would|will|is|are) (?:yours?|it|that|this|you)\b.{0,40}(?:cost|charge|price|take|run)?[^.?!]*\?|your price|what do you (?:do|sell|offer|charge|cost)\b|how (?:does|do|would) (?:it|yours|that|you) work"
)
# What a close is about. Without a word of it nobody is pushed, however short the time that a line names.
DEAL = any_of(
    r"(?:sign|buy|book|order|decide|decision|commit|agree|accept|contract|deal|discount|price|offer|close|confirm|guarantee)\w*|say(?:ing)? (?:yes|no)|a yes\b|yes or no\b|(?:right )?now\b|today\b|tonight\b|tomorrow\b"
    r"|(?:miss|lose|losing) (?:out|this|it|the)\b|last (?:chance|one|place|few)|only \w+ (?:left|places|spots)|(?:runs?|running) out|(?:everyone|everybody|competitors?|others?)\b.{0,20}\b(?:already|has|have|are)|regret\w*|(?:you'?d be|you would be|must be) (?:mad|crazy|silly|a fool)|too late\b|(?:don'?t|can'?t) wait|hurry|before (?:it|the|they|somebody|someone)"
)
# Wants their yes on the spot, even in one plain question.
CLOSES_NOW = any_of(r"(?:say yes|sign|buy|order|decide|commit)\b.{0,30}\b(?:now|today|tonight)\b")
# "What would it take for you to say yes right now?"
RIGHT_NOW = any_of(r"(?:right now|now|today|tonight|this week|say yes|on the spot)\b")
# Says sorry for what their own side did.
SORRY = any_of(
    r"(?:i|we)(?:'m| am|'re| are) (?:\w+ ){0,2}sorry\b(?! (?:to (?:bother|disturb|interrupt|ask|ring|call)|for (?:asking|interrupting)|could|can|what|but i didn|i didn))",
    r"(?:how (?:\w+ )?)?sorry (?:we are|i am|for (?!asking|interrupting)|that we|we (?:let|did|made|left))|(?:i|we)(?: (?!(?:don't|can't|won't|not)\b)\w+){0,3} apologi[sz]e|my apologies",
)
# Says that it was their own side's doing.
OWNS = any_of(
    r"(?:that|it|this) (?:was|is) (?:\w+ ){0,2}(?:our|my) (?:fault|mistake|error|doing)|we (?:let you down|got (?:it|that) wrong|failed you)",
    r"(?:that|it|this) should(?:n't| not| never) have happened",
)
# Explains what went wrong, or puts it on somebody else.
EXCUSE = any_of(
    r"(?:i|we) (?:\w+ )?(?:understand|appreciate|hear you|hear that|see|realise|realize|know|get that)(?: \w+){0,5},? but\b",
    r"sorry,? but\b|(?:sorry|apologi[sz]e)\b[^.?!]{0,60}, but\b|in (?:our|my) defen[cs]e|to be fair(?: to us)?,",
    r"(?:we|i|they|the team|support)(?:'ve| have|'d| had| were| was| are| is)? (?:been )?(?:very |really |so |a bit |quite )?(?:short[- ]staffed|understaffed|short of (?:staff|people)|overloaded|under (?:a lot of )?pressure|snowed under|busy)\b",
    r"(?:it|that|this) was(?:n't| not) (?:really |actually )?(?:me|us|my|our)\b|(?:due to|because of) (?:an?|the|our|some) (?:\w+ ){0,2}(?:update|migration|upgrade|change|bug|glitch|bank|system|illness|holidays?|staff\w*|supplier|error)\b",
    r"(?:the|our) (?:reason|explanation) (?:for (?:that|this|it) )?(?:was|is)|what (?:actually |really )?happened (?:here |there |on our side )?(?:was|is)\b|let me explain|let me tell you (?:why|what happened)",
    r"(?:these|such) things (?:can |do |will )?happen|(?:every|any)(?:body|one) makes mistakes|nobody(?:'s| is) perfect",
)
# Offers money for it.
MONEY_BACK = any_of(
    r"(?:\w+ (?:per cent|percent)|\d+ ?%) (?:off|discount|less)|(?:a|the|some|any|our|bigger|better) (?:\w+ )?(?:discount|credit note|credit|refund|voucher|rebate|goodwill\b[\w ]*)\b",
    r"(?:months?|weeks?|quarter|year)(?: \w+){0,3} (?:for )?free\b|free (?:months?|weeks?|quarter|year)|free of charge",
    r"(?:credit|refund|compensate|reimburse) (?:you|your|the|it)|compensation|(?:knock|take) (?:\w+ ){1,4}off",
)
# Laughs along.
LAUGHS = re.compile(
    r"\b(?:lol|lmao|rofl|ha(?:ha)+|haha\w*|hehe\w*|heh|oof|ouch|yikes|love (?:it|that)|that'?s (?:hilarious|funny|brilliant)|classic)\b|^\W*ha\b|😂|😅|🤣|😄|😆",
    re.IGNORECASE,
)
# Who and where ask for one thing by their form; asked about what was just said, they ask for its story.
WHO_WHERE = any_of(r"(?:who|whom|whose|where)\b(?! (?:do|does|would|will|can|should) (?:we|i)\b)")
GOOD_TIME = any_of(
    r"(?:got|have you got|do you have|have) (?:a|an|\d+|two|five|ten|half an|a couple of|a few)? ?(?:quick )?(?:sec|secs|second|min|mins|minutes?|moments?|hour)\b(?! a\b)|(?:is (?:this|it|now|that) (?:still )?(?:an? )?(?:good|bad|ok|okay|fine|convenient|alright|all right) (?:time|moment|for you|to (?:talk|speak|chat|call))|\b(?:still|you) (?:ok|okay|fine|free|good) to (?:talk|speak|chat)|do you have (?:a|some|two|five|ten) (?:\w+ )?(?:time|minutes?|moment)|(?:can|may) (?:we|i) (?:talk|speak) (?:now|to you))",
    r"(?:caught|catching|got|reached|disturb(?:ed|ing)|interrupt(?:ed|ing)) you\b(?: at| in)? (?:a|an|the middle|something|your)\b",
    r"(?:not|n't) (?:disturbing|interrupting|catching) (?:you|anything)",
)
# Leaves the way to them, in a question. `speech` hears more of these than a buyer minds; it takes one of these words, too.
HANDS_OVER = any_of(
    r"next steps?",
    r"how (?:would|do) you (?:like|want|wish|prefer) (?:to|us|me|it|this)",
    r"how (?:should|shall|do|can) (?:we|i) (?:proceed|go on|continue|go about)|proceed\b|where do we go",
    r"what (?:would|do|should|can|shall|could) (?:you like|you want|i|we)\b.{0,30}\b(?:do|send|offer|prepare|give|bring|show|make)\b",
    r"what (?:do|would) you need (?:from|to)\b|what (?:do|would|should) you (?:want|like) to do",
    r"let (?:me|us) know|just (?:tell|say)|get back to (?:me|us)|when(?:ever)? you(?:'re| are) ready",
)
# Asks leave to tell or ask something.
MAY_I = any_of(
    r"(?:may|can|could|shall|should) i (?:\w+ )?(?:ask|tell|explain|say|share|give)\b",
    r"(?:would it help|is it (?:ok|okay|all right|fine)|(?:do |would )?(?:you )?mind) if i (?:\w+ )?(?:ask|told|tell|explain|say|share|show|suggest|run|throw)",
    r"(?:may|can|could|shall) i (?:\w+ )?(?:suggest|propose|throw|run|float) (?:something|an? (?:\w+ )?(?:idea|thing|thought)|you something)",
)
# "The lads or the gates, would you say?"
WOULD_YOU_SAY = re.compile(r",? (?:would you say|do you (?:think|reckon)|in your view|i wonder)\W*$", re.IGNORECASE)
# "The planning or the ringing round?": one of two.
EITHER = re.compile(
    r"(?:^|[,;:.?!] |\b(?:is it|was it|are they|is that|were they|do you|would it be|more|mostly|mainly) )(?P<a>(?:[\w'-]+ ){0,3}[\w'-]+),? or (?:is it |was it |are they |is that |more |mostly |mainly |rather )?"
    r"(?P<b>(?!not\b|so\b|what\b|how\b|something\b|anything\b|are\b|do\b|did\b|does\b)(?:[\w'-]+ ){0,3}?[\w'-]+)(?: (?:who|that|which|when|where) [\w' -]+)?\s*\?*\s*$",
    re.IGNORECASE,
)
# "Who would decide that?": said more freely than in the kinds above.
DECIDES = any_of(
    r"who(?:'s|'d|'ll| is| would| will| does| has| gets)? (?:\w+ ){0,2}?(?:to )?(?:decides?|deciding|the (?:last|final) (?:word|say)|say yes|signs?(?: (?:off|for|it|this|that))?|approves?|talk (?:it|that|this) over)\b"
)
# "Tell me the rest", "What's the part I don't know yet?": more, whatever it is.
THE_REST = any_of(
    r"(?:tell me|hear|know) (?:about )?(?:the (?:rest|whole)|everything|what i (?:don'?t know|missed))",
    r"what(?:'s| is) (?:the (?:rest|whole|more|part)\b|missing in what i)|what (?:else )?(?:did|do|have) i (?:still )?(?:not|miss|don'?t)\b",
    r"what (?:else )?should i (?:still )?(?:ask|know)(?: you)?(?: still)?\b(?=\W*(?:$|\?))",
)
# What they said of what takes long to tell, and an invitation to tell it all the same.
A_LONG_STORY = any_of(
    r"long(?:er)? (?:story|one|evening|mail)|no short answer|not (?:a|in one|in two|said in) (?:short|sentences?|words?|one|two)|fit in a mail|more than a sandwich|longer than a brew|not quickly told"
)
TELL_IT = any_of(
    r"(?:i|we)(?:'ve| have)?(?: got)? (?:all the |the |plenty of |enough |some )?time\b|(?:the|a) long(?:er|est)? (?:one|story|version|answer)|take your time|slow listener|i(?:'m| am) listening|i(?:'ll| will)? listen|(?:please )?tell (?:me|it)\b|go on\b|start (?:with|at)\b|where does it (?:begin|start)"
)
# "What do you need to hear before?", with a step on the table: what stands against it?
BEFORE_YES = any_of(
    r"what (?:do|would|must|should) you (?:still )?(?:need|want|have) (?:to (?:hear|see|know|have) )?(?:from me )?(?:before|first)\b",
    r"what would make you (?:not|un) ?sure|what speaks against|what(?:'s| is) (?:still )?(?:missing|in your way)\b(?=\W*$)",
)
# "Who else works on the lists?", "Have you asked anybody else?": asks for no decision.
ELSE_DOES = any_of(
    r"who else (?:works?|helps?|does|do|can|could|knows?|looks?|uses?|comes?|has|have)\b",
    r"have you \w+(?: \w+)? (?:any|some)\w+ else\b",
)
# Feels with them, without saying anything back.
FEELS_WITH = any_of(
    r"(?:that|it|this) (?:must|sounds?|seems?)\b|must (?:be|have been|'ve been|feel|have felt) (?:\w+ )?(?:hard|tough|rough|awful|tiring|horrible|frustrating|difficult|exhausting|stressful|lonely|scary)",
    r"(?:i'?m |so )?sorry (?:to hear|about|for)",
    r"i(?:'m| am) (?:so |very |really |truly )?sorry\s*[.!…]*\s*$",
    r"i can (?:imagine|see (?:why|how|that))",
    r"(?:that|it)(?:'s| is) (?:a lot|hard|tough|awful|terrible|difficult|not easy|stressful|a shame|a pity|understandable)",
    r"poor you|oh no\b",
    r"you (?:sound|seem|look) \w+|(?:it )?sounds like (?:you|it|that)|you must (?:be|feel|have)",
    r"so (?:you'?re|you are|you feel|it'?s|that'?s) (?:\w+ )?(?:worried|afraid|scared|tired|stressed|alone|frustrated|angry|fed up|nervous|anxious|torn|sad|unsure)",
)
# "And Benno?", "What about the bread?": open, in two words.
AND_WHAT_OF = re.compile(
    r"(?:^|[.!?] )(?:and|but|what about|how about) (?!(?:who|when|where|is|are|do|does|did|how|what|why|which|can|could|will|would|have|has|had|was|were|if|so|then)\b)(?:(?:the|your|a|in|on|at|for|with|to|that|those|these) )?(?:[\w'-]+ ?){1,3}\?\s*$",
    re.IGNORECASE,
)
