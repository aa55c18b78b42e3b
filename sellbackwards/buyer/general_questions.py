# ruff: noqa: E501
"""Kinds of general question, as patterns: they name no matter of their own, and every buyer has an answer to most of them."""

from __future__ import annotations

import re

from sellbackwards.buyer.patterns import any_of

_THING = r"(?:it|that|this|things?|nothing|they|everything|all (?:of )?(?:it|this|that))"

# Kinds of general question: they name no matter of their own, and every buyer has an answer to most of them.
# A fact that answers one says so: `answers: [today]`.
ASKS: dict[str, re.Pattern[str]] = {
    # "How does that work today?", "Walk me through a normal night."
    "today": any_of(
        r"how (?:do|does|are|is) (?:you|that|it|this|things|your \w+)\b.{0,30}?"
        r"\b(?:today|now|at the moment|these days|currently|nowadays)\b",
        r"how (?:does|do) (?:that|it|this|things) (?:work|go|run|look)",
        r"how do you (?:do|handle|manage|organi[sz]e|deal with|run|work|solve)\b",
        r"(?:walk|talk|take) me through",
        r"(?:normal|typical|usual|ordinary) (?:day|night|week|morning|month)",
        r"(?:current|present) (?:situation|set-?up|way|process|solution)",
        r"what (?:does|do) (?:a|your) (?:\w+ )?(?:day|night|week|morning)s? look like",
        r"tell me (?:a (?:bit|little) )?about (?:you|your (?:work|business|firm|company|place|day))\b",
    ),
    # "What happens if you leave it as it is?", "And if nothing changes?"
    "unchanged": any_of(
        rf"if {_THING} (?:just )?(?:stays?|goes on|go on|continues?|remains?|keeps? |carr(?:y|ies) on|happens again)",
        r"if (?:you|we|they) (?:just )?(?:leave|left|do nothing|did nothing|change nothing|changed nothing|keep|kept"
        r"|carry on|carried on|go on|went on|stay|stayed|stick|stuck|continue|continued|wait|waited|(?:don'?t|didn'?t|do not|did not) (?:do|change|act))",
        r"if nothing (?:is|was|gets|were|would be)?\s*(?:changes?|changed|done|happens?)",
        rf"if {_THING} (?:doesn'?t|don'?t|didn'?t|does not|did not) change",
        r"without (?:a change|changing)",
        r"if (?:it|that|its|they|the \w+)(?: is| are|'s)? (?:broken|down|out|gone|late|wrong)",
        r"(?:in|after) (?:a|one|two|three|five) years?'?s?(?: time)? if\b",
        r"if (?:it|that|this) (?:fails|stops|breaks|goes wrong|happened|happens)(?: again)?",
        r"worst (?:that )?(?:can|could) happen|worst case",
    ),
    # "What would you like it to be?", "What would good look like?"
    "wish": any_of(
        r"what would (?:you (?:yourself |really |personally )?(?:like|want|wish)|good|better|ideal|it look like|that look like|have to (?:change|happen))",
        r"how would you like|what would (?:help|make it|it take|you need|have to be)",
        r"(?:ideal|perfect|dream|magic wand)\b",
        r"what (?:do|are) you (?:hope|hoping|want|wish|aiming|looking)(?: for)?",
        r"what do you (?:really )?need",
        r"if you (?:could|had a)\b",
        r"(?:where|how) (?:do|would) you (?:want|see|like)\b.{0,30}\b(?:year|future|go|be)",
        r"what (?:matters|is important|counts)(?: most)? to you",
    ),
    # "What does that cost you?", "What does that mean for you?"
    "cost": any_of(
        r"what (?:does|did|do|would|has|will) (?:it|that|this|they|such an? \w+|an? \w+(?: \w+)?|all (?:this|that)) "
        r"(?:\w+ )?(?:cost|costs|mean|do to|lead to|lose)",
        r"what (?:has|did) (?:it|that|this) cost",
        r"what (?:do|did|would) you (?:stand to )?lose|what(?:'s| is) at stake|how much (?:\w+ )?(?:do|did|would|does|did) .{0,30}\b(?:lose|cost|losing)",
        r"(?:consequences?|effects?|impact)\b",
        r"what (?:is|was|were) the (?:result|damage|loss|cost)",
    ),
    # "How is that for you?", "What does that do to you?"
    "feel": any_of(
        r"how (?:do|did|does) (?:you|that|it|this) (?:feel|make you feel)",
        r"how(?:'s| is| was| are) (?:all )?(?:of )?(?:that|it|this) for you",
        r"how are you,? (?:(?:coping|doing|holding up) )?(?:with|sleeping|feeling|holding)\b",
        r"what (?:does|did) (?:it|that|this) do to you",
        r"for (?:you )?(?:personally|yourself)|you yourself|you personally",
        r"keeps? you (?:awake|up)|\byou (?:\w+ )?at night|sleep\b",
        r"what (?:worries|bothers|annoys|frustrates|troubles) you",
    ),
    # "What have you tried so far?"
    "tried": any_of(
        r"(?:have|did) you (?:already |ever )?(?:tr(?:y|ied)|look(?:ed)? (?:at|into|for)|done about|do about|thought (?:of|about) (?:doing|changing)|considered)",
        r"tried so far",
    ),
    # "What's the hardest part?", "What are your biggest challenges?"
    "trouble": any_of(
        r"(?:biggest|main|greatest|worst|hardest|most difficult) (?:\w+ )?(?:challenges?|problems?|issues?|headaches?|part|thing|difficult\w+|trouble)",
        r"what(?:'s| is| was)(?: the| your)? (?:most difficult|hardest|worst|biggest)",
        r"(?:challenges?|headaches?|pain points?)\b",
        r"what (?:goes|went|is going) wrong|what (?:is|'s) (?:wrong|difficult|hard|not working|the (?:problem|matter|trouble))",
        r"what (?:annoys|bothers|frustrates|troubles) you",
        r"what problems?|(?:when|how) (?:did|was) (?:it|that|the) last|last time (?:it|that|something|this)",
    ),
    # "Who else decides?", "Who else is touched by this?"
    "decides": any_of(
        r"who (?:else )?(?:decides|makes (?:the |that |such |those )?(?:\w+ )?(?:decisions?|calls?|choice)|has a say|is involved|has to (?:agree|say yes)|(?:would )?needs? to (?:agree|know)|must agree)",
        r"(?:anyone|anybody|somebody|someone) else\b",
        r"who else\b(?! (?:is|was) (?:there|here|with|in))",
        r"how (?:do|would) you decide",
    ),
    # "What's your budget?", "What do you pay now?"
    "budget": any_of(
        r"budget\b",
        r"(?:what|how much) (?:do|are|did|would|can|could) you (?:currently )?(?:pay|paying|spend|spending|afford)",
    ),
    # "Why now?", "What made you pick up the phone?"
    "why_now": any_of(
        r"why now",
        r"what (?:made|makes|brought|brings|has brought|led|prompted) you\b",
        r"why (?:did|do|have) you (?:call|ring|ask|get in touch|write|agree|look)",
        r"(?:how|why) come you (?:called|rang|agreed)",
        r"what (?:is|'s|was) (?:on your mind|the reason|going on)",
        r"what (?:can|could|may) (?:i|we) do for you",
        r"how can (?:i|we) help",
    ),
    # "What holds you back?", "What speaks against it?"
    "worry": any_of(
        r"(?:hold|holds|holding|held|keep|keeps|kept) you back|(?:hold|holds|holding|keep|keeps|stop|stops|stopping) you from",
        r"what(?:'s| is) (?:stopping|holding|keeping) you",
        r"(?:speaks|argues) against|what would (?:worry|bother|concern|trouble) you|(?:do|are|would) you (?:still )?(?:worry|worried|afraid|anxious)\b"
        r"|(?:would|could|does|do|might) (?:still )?(?:worry|frighten|scare|bother) you\b|is (?:this|that|it) a worry\b",
        r"(?:bothers?|troubles?|puts?) you (?:about|with|off|in)|what about (?:it|that|this) (?:bothers|worries|puts)",
        r"what (?:are|would be|is|'s) your (?:\w+ )?(?:worry|worries|concerns?|fears?|doubts?|reservations?|biggest worry)",
        r"what (?:worries|concerns|bothers|puts) you (?:about|with|most about|off)",
        r"(?:afraid|scared|frightened|unsure|doubtful|sceptical|skeptical|worried|nervous|uneasy) (?:of|about)",
        r"what (?:would|might|could) go wrong|what must(?:n'?t| not) (?:happen|go)",
        r"what would you need to feel (?:safe|safer|sure|comfortable|ok|okay|good|better|happy|at ease)",
        r"hesitat\w+",
    ),
    # "What else?", "Tell me more.", "What happens then?", "Go on."
    "more": any_of(
        r"what else|(?<!or )anything else|(?<!or something )(?<!or anything )(?<!someone )(?<!somebody )else\?",
        r"(?:tell|say) (?:me|us)?\s*(?:a (?:bit|little) )?more",
        r"more about",
        r"what (?:happens|happened|did happen) (?:then|next|after|there|to (?:him|her|them|it|that))\b(?! \w+\W*$)",
        r"what (?:did|do|does) (?:you|he|she|they|it) do (?:then|next|after)",
        r"what (?:comes|came|will (?:be|come|happen)) (?:after|next|then)",
        r"and then|(?<!\w )(?:please |do )?(?:go on|carry on)|how (?:so|do you mean)|in what way",
        r"what do you mean",
        r"for example|give me an example|such as",
        r"why (?:is|was) that|how come",
        r"what makes you (?:think|say) (?:so|that)",
    ),
}
