# ruff: noqa: E501
"""Words in which people suggest a step, name its day, leave a way out, and take it back: data."""

from __future__ import annotations

import re
from collections.abc import Collection

from sellbackwards.buyer.patterns import any_of
from sellbackwards.buyer.wording import as_sentence

_DOES = r"(?:meet|come|drop|pop|swing|stop|visit|look|have a (?:(?:quick|short|brief|little) )?(?:look|call|chat|word|video call|meeting)|see|check|show|call|ring|phone|talk again|speak again|sit|go through|walk|start|begin|try|test|take|make an appointment|bring|send|watch|spend|shadow|join|run|pilot|set|do|book|arrange|put|make|count|write|design|help|cut|keep|use|give)"
_SOMEBODY = r"(?:we|i|i'?d|i'?ll|we'?ll|our \w+|my \w+|one of (?:us|our \w+|my \w+)|somebody|someone|us|you and i|(?:a|the) (?:colleague|fitter|technician|guy|person))"
_DAY = r"(?:to(?:day|morrow|night)|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?)"
# A step suggested, as a question or shyly.
STEP = any_of(
    rf"(?<!who )(?<!who else )(?<!what )(?<!which )(?<!that )(?<!how )(?<!does )(?<!did )(?<!is )(?:maybe|perhaps|how about|what about|what if|why don'?t|shall|should|could|can|may|might|would you like|let'?s|lets|would it (?:be (?:ok|okay|all right|alright|fine|possible)|help|make sense) if|is it (?:ok|okay|all right) if|happy to|glad to|i'?d (?:love|like) to|want (?:me|us) to|we'?ll|i'?ll) "
    rf"(?:this[:,] )?(?:{_SOMEBODY} )?(?:(?:could|can|might|would|just|both|all|perhaps|maybe|to|only|quickly) )*{_DOES}\b",
    rf"{_SOMEBODY} (?:could|can|might|would) (?:\w+ )?{_DOES}\b",
    r"(?:how would it be|what would you say|would you mind|how about it|how about this|what do you say) ?(?:if (?:i|we)\b|[:,?])|suppose (?:i|we)\b|would you (?:show|teach|let) (?:it to )?me\b",
    rf"(?<!every )(?<!each )(?:{_DAY})(?:,? (?!when|if|what|where|while|that|do|does|did)\w+){{0,3}},? (?:and )?(?:i|we|i'll|we'll) {_DOES}\b",
    r"(?:so |then |if )(?:we|i) (?:start|begin|sit|come|take|look)\b|(?:minutes?|hours?|mornings?|\w+day),? (?:and )?(?:i|we) (?:sit|come|watch|look|begin|start)\b",
    r"(?:i'?d|i would|let me|may i|can i|could i|we'?d|i want to|i'd like to) (?:like to )?(?:suggest|propose|recommend)\b(?! (?:you )?(?:not|against|buy|sign|order))",
    r"(?:my|one|here'?s (?:my|an|one)|got an?|have an?|small|quick|little) (?:\w+ )?(?:suggestion|proposal|idea|thought)\b|here'?s what (?:i|we)\b|what (?:i'?d|i would|we could) (?:suggest|propose|do)\b",
    rf"let (?:us|me) (?:\w+ )?{_DOES}\b|(?:what|how) about (?:\w+ )?(?:making|coming|meeting|trying|starting|taking|having|doing|sending|sitting|running|looking|beginning|testing|a \w+)\b",
    r"let'?s (?:just |only )?(?:take|do|try|begin|start|look|meet|put|pick|run)\b|\bwe do:",
    r"if (?:i|we) (?:send|show|write|give|bring|make|put|draw) (?:you|him|her|them|it|that|up|together|on)\b|(?:you )?want,? (?:that )?i (?:write|send|make|show|bring|come)\b",
    r"(?:i|we) (?:sit|come|watch|look|set up|take|send|put|start|begin|bring|spend) (?:\w+ ){0,6}(?:with|at|by|beside|for|one|a single|two|together)\b",
)
# How small it is, where, or when.
DETAIL = any_of(
    rf"(?:{_DAY}|weeks?|months?|days?|nights?|mornings?|afternoons?|evenings?|lunch\w*|o'?clock|minutes?|mins?|hours?|hrs?|january|february|march|april|june|july|august|september|october|november|december)\b",
    r"(?:in may|come (?:by|over|round|back|again)|(?:drop|pop) (?:by|in|round)|(?:and|just|only|simply) (?:watch|look|listen)|together|with you|at your place|on site|once|a (?:short|first|small|quick|trial)|(?:one|a single|two) \w+|a look|meeting|visit|trial|pilot|test|call|start with|begin with|free|no (?:obligation|strings|charge|cost|commitment))\b",
)
# A way out: what pushes nobody.
WAY_OUT = any_of(
    r"(?:please |just )(?:say|tell me) no\b|(?:then |and |so |after(?:wards)?,? )?you (?:can |may |could |just |always |still |then )*(?:say (?:no|stop|if)|decide|tell me to)\b|no (?:strings|obligation|charge|cost|pressure|commitment|hard feelings|harm)\b|owe (?:us|me) nothing|for free\b|free of charge"
    r"|if (?:it|you|that|this|there)(?:'s| is| are)? ?(?:\w+ )?(?:don'?t|doesn'?t|no|not|nothing|isn'?t|isnt|dont|doesnt)\b|we (?:leave|forget) it\b|and that'?s (?:it|that|all)\b|(?:leave|drop) it there|either way|if not,?|worst case|(?:if )?you'?d rather not\b|you (?:don'?t|needn'?t|do not) (?:have to )?(?:pick up|answer|come)\b|just don'?t (?:pick up|answer)|wave it off|up to you after|lost (?:an|half an|one) hour|(?:i'?m|we'?re) (?:gone|off|out of (?:here|your hair))\b|if (?:he|she|they) (?:says?|thinks?)\b"
)
# A day or an hour.
WHEN = any_of(
    rf"(?:{_DAY}|weekend|weeks?|fortnight|months?|mornings?|afternoons?|evenings?|nights?|noon|midday|midnight|lunch ?time"
    r"|january|february|march|april|june|july|august|september|october|november|december|o'?clock|half past|quarter (?:past|to)|\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|ish)?\b(?! ?(?:per|%|euro|pound|dollar))|\d(?:st|nd|rd|th)"
    r"|any ?time|whenever|soon|(?:at|by|from|around) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b",
)
# Names a day or an hour for it, or asks for one.
TIME = any_of(
    rf"(?:how about|what about|shall we say|could we do|can we do|let'?s say|maybe) (?:\w+ ){{0,2}}(?:{_DAY}|the \d+|next week|\d{{1,2}}\b)",
    rf"(?:would|does|is|how is|do) (?:\w+ ){{0,2}}(?:{_DAY}|the \d+|next week|\d{{1,2}}\b).{{0,30}}\b(?:fine|ok|okay|good|works?|suits?|possible|all right|alright|convenient|for you|better|too (?:soon|early|late))\b",
    r"(?:would|does|is|could) (?:\w+ ){1,5}(?:work|suit|be (?:ok|okay|good|fine|better|possible|convenient))(?: for you| you)?\s*\?",
    r"(?:what|which) (?:time|day|morning|evening|afternoon|week) (?:should|shall|would|could|can|works|suits|is|are|do)\b|when (?:should|shall|can|could|may) (?:i|we|he|she|they|our|my)\b|when(?:'s| is| would be| are you| do you have| works| suits| would suit)\b.{0,25}\b(?:good|best|free|time|fine|convenient|you|for you|work|suit|better|okay|ok|evening|morning|day|moment)\b",
    r"(?:what|when|which)(?:ever)? works\b|any (?:day|time|afternoon|morning|evening)\b.{0,25}\b(?:fine|good|ok|okay|works|suits)|you (?:pick|choose|name) (?:a|the) (?:day|time)",
    r"what does your (?:week|calendar|diary|schedule) look like|pencil (?:it|me|that) in|put (?:it|that|you|me) (?:down|in (?:the|your|my) (?:diary|calendar|book))",
)
_BARE_TIME = re.compile(
    rf"^\W*(?:(?:ok|okay|great|so|then|and|or|say|maybe|shall we say|next|on|this)[, ]+)*(?:{_DAY}|\d{{1,2}}(?:[.:]\d\d)? ?(?:am|pm)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'?clock|next week)\b(?:[^.?!]|(?<=\d)\.(?=\d)){{0,30}}\?*\s*$",
    re.IGNORECASE,
)
# Takes a suggestion back, or makes it smaller.
TAKES_BACK = any_of(
    rf"(?:forget|scrap|scratch|skip|drop) (?:about )?{_DAY}\b",
    r"(?:forget|scrap|scratch|skip|drop) (?:it|that|this|the|what|my|about|\w+,)|(?:take|took) (?:\w+ ){0,3}back\b|(?:take|took) back\b|withdraw|hold off\b|never ?mind|no (?:rush|hurry|pressure|worries|need)|leave (?:it|that|the) (?:there|for now|aside|out|be|\w+ aside)"
    r"|too (?:early|soon|fast|quick|forward)|getting ahead of|jump(?:ed|ing)? (?:the gun|ahead)|take (?:it|that) back|(?:ignore|park) (?:that|it|the)|doesn'?t have to be|don'?t have to|not (?:yet|now) then|i was (?:too|a bit)",
)

# Less than what was suggested before.
LESS = any_of(
    r"(?:then |so |and )?(?:no|without (?:a|an|any|the)|(?:forget|leave|drop|skip) (?:the|a|that)) (?:plan|page|trial|pilot|visit|meeting|offer|price|contract|form|report|draft|software|selling|app|test)\b",
    r"(?:then )?we(?:'ll)? (?:leave|drop|forget) (?:it|that)\b|something (?:smaller|less)|smaller(?: step| thing)?\b|(?:may|might|could|can) i (?:just|only|simply)\b|(?:just|only|simply) (?:one|a|an|the|come|ring|call|look|listen|watch|half)\b",
)

# What it is for: the reason of a step, said once it was asked for ("so you know which calls you'd have slept through").
WHAT_FOR = any_of(
    r"(?:what for|why):|what (?:would |will |'d |'ll )?(?:come|comes) of it (?:is|would be)\b|what you(?:'d| would|'ll)? (?:get|gain|have) (?:for it |from it |of it )?(?:is|would be)\b|(?:it'?s|that'?s|it is|that is|this is) (?:so|to|for|the reason|why)\b|so (?:that )?(?:you|we|i|he|she|they|if|nobody|the \w+)\b|because\b|cos\b|that way\b"
    r"|(?:just|only) (?:to|want(?:ed)? to|counted?|look(?:ed)?|watch(?:ed)?|listen(?:ed)?|talk(?:ed)?)\b|not to \w+|no (?:pitch|sales|selling|contract)\b|the (?:reason|point|idea|question) (?:is|for|would be)\b|should be (?:good )?for\b"
)
# The same beside the suggestion: "To know if I should tell him", "The question is: …".
PURPOSE = any_of(
    r"(?:to (?:know|see|find out|understand|learn)|then you (?:know|see|have)|you(?:'d| would|'ll) (?:know|see)) (?:if|whether|what|which|how|why|for|that|something)\b"
    r"|(?:(?<=\w )|(?<=\w, ))so (?:that )?(?:you|we|i|he|she|they)\b"
)
# What was, told back with its days: no appointment.
SAYS_BACK = any_of(
    r"(?:let me (?:just )?(?:say|tell|read) (?:it|that|this) back|(?:did|do|have) i (?:miss(?:ed)?|forg[eo]t\w*|got (?:it|that)|get (?:it|that)))\b"
)
# It binds them to nothing: what leaves a way out beside the words above, where a step was talked of before.
HARMLESS = any_of(
    r"nothing (?:signed|to sign|to pay|else|more)\b|before you (?:pay|sign|buy)|(?:who|what|which)ever you (?:like|want)|(?:buy|keep|choose|use|pick) what you (?:like|want)|in writing\b|you (?:can )?(?:stop|leave|cancel|quit) (?:any|when)|no contract\b|you keep (?:it|them)\b|thats (?:it|all)\b|(?:i'?ll|i can|can i|could i|may i|i) (?:just |only )?(?:ring|call|phone) (?:you|back)\b"
    r"|(?:just|only) (?:ring|call|phone|talk|listen|look|watch|count|email|have a look|come and see)\w*\b|without you saying"
)
# "Fridays are bad", "Monday doesn't work".
_IS_BAD = r"(?:bad|no good|not good|out|tricky|difficult|(?:doesn'?t|won'?t) (?:work|suit))\b"
# Another day than the one before.
OTHER_DAY = any_of(
    rf"(?:actually|sorry|rather|better|instead)\b.{{0,20}}\b{_DAY}\b|{_DAY}\b.{{0,40}}\b(?:suits?|works?|fits?|is|be|'s) (?:me |us |you )?(?:better|bad|no good|not good|out|instead)\b|{_DAY}.{{0,20}}\b(?:instead|rather than)\b"
    rf"|(?:not|can'?t|cant|can'?t do|cant do|can'?t make|cant make|instead of|rather than) (?:on |do |make )?{_DAY}\b|{_DAY}(?:'s|s)? (?:is |are )?{_IS_BAD}|(?:make|move) (?:it|that) (?:to )?{_DAY}\b"
)
_BAD_DAY = re.compile(
    rf"\b(?:not|can'?t(?: do| make)?|cant(?: do| make)?|instead of|(?:rather|better) than) (?:on )?{_DAY}\b|\b{_DAY}(?:'s|s)?,? (?:is |are )?{_IS_BAD}",
    re.IGNORECASE,
)
# "What if I had a look at it with you on Monday?"
WHAT_IF_I = any_of(
    rf"(?:what if|suppose|how would it be if) (?:our|my|one of our|one of my|a|the) \w+ (?:came|comes|come|sat|sits|watched|watches|looked|looks|rang|rings|spent|spends)\b.{{0,120}}\b(?:{_DAY}|minutes?|hours?|mornings?|afternoons?|evenings?|nights?|weeks?)\b",
    rf"(?:what if|suppose|how would it be if) (?:i|we|one of us) (?:just |only )?(?:had a look|looked|came|come|sat|watched|met|tried|took|rang|did|started|began|counted|spent|went|put|showed|sent)\b.{{0,60}}\b(?:{_DAY}|minutes?|hours?|mornings?|afternoons?|evenings?|nights?|weekends?|weeks?|together|with you|one)\b",
)
# "… and I ring you next Tuesday to hear how many there were?"
I_RING_YOU = any_of(
    rf"(?:i|we)(?:'ll| will|'d| would| could| can)? (?:\w+ )?(?:ring|call|phone) you (?:on |next |this |again |then |at |that )*(?:{_DAY}|week|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)",
    rf"(?:could|can|may|shall|should|might) (?:i|we) (?:\w+ )?(?:ring|call|phone) you (?:on |next |this |again |then |at |that )*(?:{_DAY}|week|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)",
)
# "Could Lorraine put a dot in the diary, only this week?", "Could you and Shona go through ten names on Thursday?"
THEY_DO = any_of(
    rf"(?:could|can|would|will|might) (?:you|he|she|they|(?:your|the) \w+|(?-i:[A-Z])\w+)(?:,? (?:and|or) (?:your )?\w+)? (?:(?:just|only|perhaps|maybe|then|both) )*(?:{_DOES}|go|ask|note|mark|tick|jot|list)\b(?! (?:you|me|us)\b)"
    rf"(?=.{{0,120}}\b(?:{_DAY}|(?:this|next) (?:week|month|morning|evening)|for (?:a|one|two) (?:weeks?|days?|nights?)|(?:one|a|two) (?:mornings?|evenings?|nights?|days?|weeks?)|(?:each|every) time)\b)"
)
# "How's Thursday?"
HOW_IS_DAY = any_of(rf"(?:how'?s|how is|how about|what about) (?:\w+ )?{_DAY}\b[^.?!]{{0,20}}\??\s*$")
BEGINS = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|well|then)\W+)*(?:who|what|when|where|why|how|which|whats|hows|tell)\b",
    re.IGNORECASE,
)
# Answers a worry with another way to go about it.
PROPOSES = any_of(
    r"(?:what if|suppose|how about|how would it be|would it help if) (?:if )?(?:we|i|you|he|she|they|it|only|just)\b|(?:we|i)(?:'?d|'?ll| would| will| could| can)\b|then (?:we|i|you|he|she|they)\b|you (?:can|could|would)\b|you'd\b"
)
# "Then don't decide now": presses nobody.
NO_HURRY = any_of(
    r"(?:don'?t|do not|no need to|needn'?t|don'?t have to|nobody (?:has|needs) to|not asking (?:you|for you) to) (?:\w+ )?(?:decide|sign|buy|answer|say|rush|want|agree)\b",
    r"(?:nothing|not a thing|no (?:paper|contract|form)|(?:haven'?t|have not|don'?t have) (?:got )?(?:a|any) ?(?:thing|paper|contract|form)?) (?:for you |here |today )*to (?:sign|buy|decide|agree)\b",
    r"take (?:your|all the) time\b|i(?:'m| am) (?:not |in no )(?:in a )?hurry\b",
)
# "Could you show me the vat, now or next Thursday?"
SHOW_ME = any_of(
    rf"(?:could|can|would|will) you (?:show|teach|let) me\b.{{0,60}}\b(?:{_DAY}|now|some ?time|one day|next week)\b"
)
# Asks for the hours that they keep: no step has a day by that.
THEIR_HOURS = any_of(
    r"(?:what|which) (?:time|day|morning|evening|afternoon|week)s? (?:\w+ ){0,4}?(?:do|does|did) (?:you|he|she|it|they|the \w+|your \w+)\b(?! (?:want|like|prefer|suggest|have in mind|think))"
)
# A visit, a call, something sent: what a yes is to.
FORM = any_of(r"(?:visit|come|coming|drop|pop|swing|ring|call|phone|send|email|mail|write)\b")
# "Would you ask Benno when he's next in?"
ASK_THEM = re.compile(
    r"\b(?:would|could|can|will|if|may|might) you (?:and \w+ )?(?:\w+ )?(?:ask|tell|talk to|speak to|speak with|have a word with) (?P<who>(?i:him|her|them|(?:your|the) \w+)|(?-i:[A-Z][a-z]+))\b",
    re.IGNORECASE,
)
# "So how about Wed 11, we go through ten repairs on your phone, so you see where they get lost."
HOW_ABOUT_DAY = re.compile(
    rf"^\W*(?:(?:so|ok|okay|then|right|well)\W+)*(?:how|what) about (?:next |this |on )?{_DAY}\b.*\b(?:i|we)\b",
    re.IGNORECASE,
)
# "Great. See you on Tuesday at ten."
SEE_YOU = any_of(
    rf"see (?:you|u)(?: all)? (?:on |at |next |this |then,? )*(?:{_DAY}|then|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)\b"
)
# "Is that a yes?", "Yes or no?", with a step on the table.
IS_IT_A_YES = any_of(
    r"(?:(?<![a-z] )(?:is (?:that|it) )?(?:ok|okay|fine|all right|alright|good) (?:for|with) you\b(?=\W*$)|is (?:that|this|it) a (?:yes|deal|no)|yes or no\b|you in\b(?=\W*$)|(?:can|could) you live with (?:that|it)|(?:is|are) (?:that|we) (?:agreed|settled)|, (?:fix|fixed|deal|agreed|settled|done)\b(?=\W*$)"
    r"|(?:does|would) (?:that|it|this) (?:work|fix it|suit|do|help|be (?:all right|alright|ok|okay|fine|good|possible))(?: (?:for|with) you)?(?=\W*$))"
)
# "I'll write again in April": nothing that they would have to agree to.
COMES_BACK = any_of(
    r"i(?:'ll| will|'d|'m going to)? (?:\w+ )?(?:write|call|ring|phone|mail|email|ask|come back|check in|get in touch|be in touch)(?: to)?(?: you)?"
    r" (?:again|back|in (?:spring|summer|autumn|winter|\w+uary|march|april|may|june|july|august|\w+ber|a (?:year|month)|\w+ months)|next (?:year|spring|autumn|month)|after)\b"
)
# "Which hour?", "What time suits you?": of a step whose day is settled.
WHICH_HOUR = any_of(
    r"(?:which|what) (?:hour|time)s?\b(?! (?:do|does|did|is it|was|were)\b(?! (?:you (?:want|like|prefer|suggest|have in mind|think)|(?:it|that) suit)))(?: of day)?|at what (?:hour|time)(?=\W*$)"
)
# An hour, or a part of the day, in what they say of their own.
AN_HOUR = re.compile(
    r"\b(?:(?:after|before|at|from|till|until|past|to) (?:half |quarter )?(?:past |to )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock|lunch|noon|mornings?|afternoons?|evenings?)\b"
    r"|^(?:five|six|seven|eight|nine|ten|eleven)\b",
    re.IGNORECASE,
)
# Asks when something was: no appointment.
WHEN_IT_WAS = any_of(r"(?:when|what (?:day|time|date)|which (?:day|week|month)) (?:exactly )?(?:did|was|were|had)\b")
_DAYS = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
    "today": "Today", "tonight": "Tonight", "tomorrow": "Tomorrow",
}  # fmt: skip


def day_named(text: str) -> str:
    """The day that a line comes to ("fridays bad, tuesday at 10?": Tuesday), or nothing."""
    found = re.findall(rf"\b{_DAY}\b", time_named(text), re.IGNORECASE)
    found += re.findall(rf"\b{_DAY}\b", _BAD_DAY.sub("", text), re.IGNORECASE)
    return next((day for word in found[:1] for key, day in _DAYS.items() if word.lower().startswith(key)), "")


_CLOCK = r"(?:half (?:past )?(?!an?\b|the\b)\w+|quarter (?:past|to) \w+|(?:\d{1,2}(?:[.:]\d\d)?|one(?! (?!or\b|and\b|then\b|if\b|in\b|at\b|for\b|with\b|would\b|is\b|works?\b|suits?\b|ok)[a-z])|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: ?(?:am|pm|o'?clock|thirty)\b)?)(?!\S*\d| (?:minutes?|mins?|hours?|days?|weeks?|months?|people|of)\b)"
_DAY_AND_HOUR = re.compile(
    rf"\b(?:(?<!come )(?<!coming )(?<!drop )(?<!pop )(?<!stop )(?<!swing )(?<!go )(?:by|before|until|till) )?(?:(?:(?:next|this|the following) )?{_DAY}|(?:one|some) (?:morning|afternoon|evening|day) next week|next week)(?: (?:after next|next week|week|morning|afternoon|evening|night))*\b(?P<hour>,? (?:at |around )?{_CLOCK})?",
    re.IGNORECASE,
)


def time_named(text: str) -> str:
    """The day and hour that a suggestion names, as they are said ("Next Wednesday at ten"), or nothing."""
    for sentence in reversed(re.split(r"(?<=[a-z0-9][.!?]) ", _BAD_DAY.sub("", text))):
        if found := [
            hit for hit in _DAY_AND_HOUR.finditer(sentence) if not _NOW.match(hit[0]) and not _NO_DAY.match(hit[0])
        ]:
            meant = max(enumerate(found), key=lambda one: (*_how_exactly(one[1]), one[0]))[1]
            said = re.sub(rf"\b{_DAY}\b", lambda hit: hit[0].capitalize(), meant[0], flags=re.IGNORECASE)
            return as_sentence(said)
    return ""


def _how_exactly(day: re.Match[str]) -> tuple[bool, bool]:
    """Which of several days is the suggestion's: the one with its hour, else no "one Friday list", no "by Friday"."""
    other = _ANY_SUCH.search(day.string[: day.start()]) or TILL.match(day[0])
    return bool(day["hour"]), not other


TILL = re.compile(r"(?:by|before|until|till)\b", re.IGNORECASE)


def time_again(text: str, days: Collection[str]) -> str:
    """A day and hour that a line names once a step was suggested: one of these days, a day with its hour, or a question.

    "Every Tuesday", "that Tuesday" is none.
    """
    for hit in _DAY_AND_HOUR.finditer(_BAD_DAY.sub("", text)):
        named = day_named(hit[0])
        exactly = not named or hit[0].lower() != named.lower()
        asked = text.rstrip().endswith("?") and not re.search(r"[.?!] ", text[hit.end() :])
        none = _NOW.match(hit[0]) or _NO_DAY.match(hit[0]) or _ANY_SUCH.search(text[: hit.start()])
        if not none and (named in days or exactly or asked):
            return as_sentence(hit[0])
    return ""


_ANY_SUCH = re.compile(r"\b(?:a|an|any|every|each|one|that|the|which|last)\W*$", re.IGNORECASE)


# "I'll ask, and ring you Tuesday at two": what the seller, or both, would do on a day.
_OURS = re.compile(
    rf"\b(?:i|we|i'?ll|we'?ll|i'?d|we'?d|let'?s|(?:could|would|will|can) you)\b(?! (?:was|were|had|did|\w+ed)\b).{{0,80}}\b{_DAY}\b|\b{_DAY}\b.{{0,30}}\b(?:i|we|i'?ll|we'?ll|i'?d|we'?d)\b(?! (?:was|were|had|did|\w+ed)\b)",
    re.IGNORECASE,
)


def time_of_step(text: str) -> str:
    """The same, where the sentence that names it suggests something, or is about a time ("The key on Monday!" isn't)."""
    parts = re.split(r"(?<=[a-z0-9][.!?]) ", text)
    return time_named(" ".join(one for one in parts if STEP.search(one) or names_time(one) or _OURS.search(one)))


_NO_DAY = re.compile(r"(?:sat|sun|wed|mon|fri)$", re.IGNORECASE)  # "I sat up": no Saturday
_NOW = re.compile(r"to(?:day|night)$", re.IGNORECASE)
# How long something takes: no time for it.
SPAN = any_of(
    r"for (?:a|an|one|half an?|the) (?:\w+ )?(?:morning|afternoon|evening|night|day|week|month)s?\b|(?<!\bin )(?:two|three|four|six|a few|a couple of|\d+) (?:weeks|months|days|nights)\b"
)
_GREETING = re.compile(r"\bgood (?:morning|afternoon|evening|day|night)\b", re.IGNORECASE)


def names_time(text: str) -> bool:
    """Does it name, or ask for, a day or an hour for something?"""
    last = re.split(r"(?<=[a-z][.!]) ", text.strip())[-1]  # "nice. tuesday 9.30?"
    return bool(TIME.search(text) or _BARE_TIME.search(last))


def shape(text: str) -> frozenset[str]:
    """What of all that a line has, as features."""
    text = _GREETING.sub("", text)
    found = {
        "rule step": bool(STEP.search(text)),
        "rule detail": bool(DETAIL.search(text)),
        "rule out": bool(WAY_OUT.search(text)),
        "rule when": bool(WHEN.search(text)),
        "rule time": names_time(text),
        "rule back": bool(TAKES_BACK.search(text)),
    }
    found["rule step detail"] = found["rule step"] and found["rule detail"]
    found["rule step out"] = found["rule step"] and found["rule out"]
    return frozenset(name for name, there in found.items() if there)
