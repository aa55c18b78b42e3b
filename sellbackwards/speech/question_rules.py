"""What a question word asks for, prompts of a few words, and what is built like a question and asks nothing."""

from __future__ import annotations

from sellbackwards.speech.asking_words import LISTS
from sellbackwards.speech.patterns import Rule, Table

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
