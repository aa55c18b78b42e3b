# ruff: noqa: E501
"""Forms of question, as patterns: who is asked for, whether about one time or as a rule, what if, why not. Data."""

from __future__ import annotations

import re

# "Who's Gene?"
WHO_IS_NAMED = re.compile(
    r"\bwho(?:'s|s| is| was) (?:(?:old|young|this|that) )?(?:(?:mr|mrs|ms|miss|dr|frau|herr|madame|monsieur)\.? )?(?!(?:mr|mrs|ms|miss|dr|frau|herr|madame|monsieur|it|that|this|he|she|they|there|the|your|you|in|on|at|a|an|i|we|else)\b)([a-z]+)\b"
    r"(?! (?:it|that|the|you|them|him|her)\b)",
    re.IGNORECASE,
)
# "Who's Gene?": it asks for the story, by its grammar for a name.
WHO_IS = re.compile(r"\bwho(?:'s|s| is| are) (?:[A-Z]\w+|this|that|he|she|they)\b[^.?!]{0,12}\?*\s*$")
# "Who'd run it if Gene called in sick?"
IF_THEY_ARE_AWAY = re.compile(
    r"\bwho\b.*\b(?:when|if|while|once) (?!you\b|i\b|we\b)\w+(?: \w+)?? ?(?:'s|is|are|isn'?t|goes|called?|calls|falls?|gets?|has|can'?t) (?:\w+ )?(?:ill|sick|away|off|on holiday|on leave|out|gone|retired|there|come|leave)\b"
    r"|\bwho\b.*\b(?:when|if|while|once) (?!you\b|i\b|we\b)\w+(?: \w+)? (?:leaves|retires|stops|goes)\b",
    re.IGNORECASE,
)
PERSON = (
    r"(?P<who>he|she|they|(?:your|the) (?:wife|husband|son|daughter|mother|father|dad|mum|boss|team|staff|colleagues?|customers?|guests?|people|girls|boys|lads"
    r"|guys|drivers?|tenants?|parents|teachers?|schools?|nurses?|volunteers?|trustees?|board|investor|founder|engineers?|supervisors?|owners?|others?|workers?"
    r"|patients?|mechanics?|visitors?)|[A-Z][a-z]+)"
)
MIND = (
    r"(?:think|say|feel|want|wish|like|hope|expect|know|mean|believe|prefer|mind|need|react|respond|take (?:it|that|this)|see (?:it|that|this)"
    r"|thinking|saying|feeling|hoping|looking|afraid|worried|happy|angry|upset)\b"
)
AUX = r"(?:do|does|did|would|will|has|have|is|was|were|are|can|could|might)"
# "What does Julie want out of this?", "How did she take it?"
THEIR_MIND = re.compile(rf"\b(?i:{AUX})(?:n't)? {PERSON} (?:\w+ ){{0,2}}?{MIND}")
# "What did he say when he went?"
WORDS_OF_THEIRS = re.compile(
    r"\bwhat(?:'d| did| do| does| has| have) (?!you\b|i\b|we\b)(?:\w+ ){1,3}?(?:say|said|tell|told|answer|write)\b"
    r"|\bwhat (?:was|were) (?:you told|said|the answer|(?:his|her|their) (?:words|answer))\b",
    re.IGNORECASE,
)
# "Which booking system do you use?"
WHAT_TOOL = re.compile(
    r"\b(?:which|what) (?:\w+ ){0,2}?(?:system|software|program(?:me)?|app|tool|platform|package|provider)s?\b.{0,20}\b(?:use|using|have|got|work|run|on|with)\b|\bwhat (?:do|are) (?:you|they) (?:\w+ )?(?:use|using|work(?:ing)? with)\b",
    re.IGNORECASE,
)
EXAMPLE = re.compile(r"\b(?:an? |one )?example\b|\bfor instance\b|\bsuch as\b", re.IGNORECASE)
ITS_NAME = re.compile(
    r"\bwhat(?:'s| is| was) (?:(?:his|her|its|their|the) (?:\w+ )?names?|(?:it|he|she|that|they|the \w+) called)\b|\bwhat (?:brand|make|model|kind)\b|\bcalled what\b|\bname of\b",
    re.IGNORECASE,
)
HOW_FAR = re.compile(r"\bhow (?:far|big|large|wide|high|deep|heavy|fast|full)\b", re.IGNORECASE)
YOUR_MIND = re.compile(
    r"\bhow (?:do|did|does|would) (?:you|that|it|this) (?:make you )?feel\b|\bhow (?:is|was|are|were) (?:that|it|this|those|these|\w+)(?: \w+){0,2} for you\b",
    re.IGNORECASE,
)
# "What would you like it to be?", "What do you want this firm to be?"
WISH = re.compile(
    r"\bwhat (?:would|do|did|are|is it (?:that )?) ?(?:you(?:'d)?|you two|you both|it) (?:\w+ ){0,2}?(?:like|want(?:ing)?|wish|hop(?:e|ing)|love|prefer)\b(?! (?:about|of)\b)|\bwhat (?:you'd|would you) (?:\w+ )?(?:like|want|wish)\b",
    re.IGNORECASE,
)
# "What keeps that from happening?", "What's the problem, then?"
TROUBLE = re.compile(
    r"\bwhat(?:'s| is| was| are| were)? (?:it )?(?:that )?(?:the |your |really |so )*(?:(?:\w+ )?(?:problem|trouble|matter|difficulty|worst|hardest|hard part|snag|catch|bit you worry)|wrong|in (?:the|your|its) way|makes? (?:it |that |a |for )*(?:so )?(?:bad|hard|difficult|tricky|slow)|keeps? \w+(?: \w+){0,2} from|stops? (?:you|it|that|him|her|them)|goes wrong|went wrong|hurts?|bothers?)\b"
    r"|\bwhat(?:'s| is) (?:stopping|keeping|holding|missing|in the way|wrong)\b|\bwhat do you (?:\w+ )?worry\b",
    re.IGNORECASE,
)
# "What happened that night?", "What happened the last time?"
WHAT_HAPPENED = re.compile(r"\bwhat (?:happened|went on|was going on|did happen)\b", re.IGNORECASE)
# "What time do you start?", "When do they ring?"
WHAT_TIME = re.compile(r"\bwhat(?:'s the)? (?:time|hour)s?\b|\bat what (?:time|hour)\b", re.IGNORECASE)
AT_THE_END = re.compile(
    r"\b(?:what time|when) .*\b(?:finish\w*|done|home|leave|stop|close|end|get (?:out|off|away)|knock off|bed)\b",
    re.IGNORECASE,
)
# "When did that hurt you last?"
WHEN_WAS = re.compile(r"\bwhen(?:'s| is| was)? (?:the )?last\b|\bwhen (?:did|was|were|had)\b", re.IGNORECASE)
HOW_OFTEN = re.compile(r"\bhow (?:often|regularly|frequently)\b", re.IGNORECASE)
# "Why did you stop?": one event, and their own doing.
WHY_DID = re.compile(
    r"\bwhy (?:did|would|do) (?:you|he|she|they|we)\b(?! not)|\bwhat made (?:you|him|her|them)\b", re.IGNORECASE
)
# "Who checks it?", "Who's on that?": somebody of theirs who does it.
WHO_DOES = re.compile(
    r"\bwho(?:'s| is)? (?:on (?:that|it|this)|(?:usually |actually |mostly |then )?(?:does|do|handles?|makes?|checks?|orders?|writes?|answers?|looks? after|deals?|runs?|plans?|takes? care|picks? up|sorts?|keeps?|types?|puts?|enters?|counts?|reorders?|cleans?|prints?|packs?|supposed|responsible|in charge|meant))\b|\bwho (?:do|does|is it) (?:that )?(?:that|it|this)\b",
    re.IGNORECASE,
)
HAS_TO = re.compile(r"\bwho (?:has|had) to\b", re.IGNORECASE)
WHAT_WOULD = re.compile(
    r"\b(?:what|how|which|who) (?:\w+ )?(?:would|could|should|might)\b(?! (?:i|we) know\b)|\bwhat do you (?:need|want|expect|hope)\b",
    re.IGNORECASE,
)
WOULD_HAVE = re.compile(r"\bwhat would (?:you|he|she|they) (?:\w+ )?have\b", re.IGNORECASE)
WHICH = re.compile(r"\bwhich (?:of|are|is|one|ones|\w+s)\b", re.IGNORECASE)
WHAT_THEY_DO = re.compile(
    r"\bwhat (?:do|does) (?:you|he|she|they|it|that|[A-Z]\w+)(?: \w+){0,2}? (?:do|have to|need to|take|get|go|happen|mean|look)\b"
    r"|\bwhat (?:happens|goes|takes|eats|makes|keeps|stops)\b",
    re.IGNORECASE,
)
CHANGES = r"(?:knows?|rings?|calls?|phones?|asks?|comes?|complains?|writes?|emails?|wants?|shows? up|turns? up|books?|visits?)"
# "Who rings so late?", "Who asks them?": who comes to them with something. ("Who do you ring?" asks for somebody of theirs.)
WHO_RINGS = re.compile(
    rf"\bwho(?: is it (?:then )?(?:that|who)|'s it (?:that|who))? (?:(?:usually|mostly|normally|generally|then|all) )?(?!knows?\b){CHANGES}\b",
    re.IGNORECASE,
)
WHO_KNOWS = re.compile(
    r"\bwho(?: else| of \w+| here)? (?:\w+ ){0,2}?(?<!to )(?:knows?|remembers?|understands?)\b", re.IGNORECASE
)
WHO_ELSE = re.compile(
    r"\b(?:who|anybody|anyone|somebody|someone) else\b|\bwho\b.* (?:besides|apart from|other than) \w+", re.IGNORECASE
)
# "Who's going to come at two in the morning?", "Who would you want to talk it over with?"
WHO_WOULD = re.compile(
    r"\bwho(?:m)?(?:'d|'ll| would| will| should| could| might|(?:'s| is) (?:going to|to)|(?:'s| is) coming)\b",
    re.IGNORECASE,
)
# "Who signed the sheet last?", "Who was with you?": one time that was, and one person.
WHO_WAS = re.compile(
    r"^\W*(?:and |so )?who(?:,|\?)|\bwho (?:was|were|did|had|has|told|said|signed|opened|put|took|made|wrote|found|saw|sent|left|gave|brought|got|came|rang|broke|built|bought|caught|chose|drove|forgot|kept|knew|led|lost|paid|ran|sold|spoke|stood|taught|thought|threw|won|\w+ed)\b",
    re.IGNORECASE,
)
# "When you're ill or away, who picks up?"
YOU_AWAY = re.compile(
    r"\b(?:you|u)(?:'?re| are| have| go| get| take|'ve)? (?:\w+ ){0,3}?(?:ill|sick|away|off|on holiday|on leave|out(?! of)|gone|a holiday|a day off|not (?:there|here|around)|aren'?t (?:there|here|in))\b",
    re.IGNORECASE,
)
# "Who do you call?", "Whom did you reach?"
WHOM = re.compile(
    r"\bwhom\b|\bwho (?:do|does|did|would|can|could|will) (?:you|they|he|she|one|people|the \w+) (?:\w+ )?(?:call|ring|phone|ask|reach|turn to|go to|write to|talk to|speak to|get hold of)\b",
    re.IGNORECASE,
)
HOW_IT_CAME = re.compile(
    r"\bhow (?:did|could|had|has) (?!you\b|i\b|we\b)(?:\w+ ){1,4}?(?:come|came|happen|happened|get|got|end(?:ed)? up|begin|start)\b",
    re.IGNORECASE,
)
# "How did it end?", "And how did that go?"
HOW_IT_ENDED = re.compile(
    r"\bhow (?:did|had|has) (?:it|that|this|things) (?:all )?(?:end|ended|go|gone|finish\w*)\b(?! up)", re.IGNORECASE
)
FOUND_OUT = re.compile(
    r"\bhow did you (?:first )?(?:find out|hear|know|learn|notice|come to know)\b|\bwho told you\b", re.IGNORECASE
)
# "How do you find out that it's low?", "How would anybody know?"
HOW_KNOWN = re.compile(
    r"\bhow (?:do|does|would|will|can|could) (?:you|he|she|they|we|people|one|any\w+|some\w+|the \w+|[A-Z]\w+) (?:\w+ ){0,2}?(?:know|find out|notice|realise|realize|tell (?:when|if|whether|that|which)|see (?:when|if|whether|that|which)|hear (?:of|about))\b",
    re.IGNORECASE,
)
# "How do you plan it?", "How's that done?": the way in which they do something, as a rule. ("How bad was it?" isn't.)
THE_WAY = re.compile(
    r"\bhow(?: do (?:you|we)| does (?:it|that|this|\w+ing|the \w+)(?: \w+){0,2} (?:work|go|run)|(?:'s| is| are) (?:\w+ ){1,4}?(?:done|made|run|kept|set up|sent|\w+ed|work|run))\b|\bhow (?:d'you|to)\b",
    re.IGNORECASE,
)
# "How do they get in touch?": the way in which others do something.
THEIR_WAY = re.compile(r"\bhow (?:do|does|would|can) (?!you\b|i\b|we\b|it\b|that\b|this\b)\w+", re.IGNORECASE)
# "What happens if she falls ill?", "What would you do if …?"
WHAT_IF = re.compile(
    r"\bwhat (?:happens|happened|would happen|will happen|(?:do|would|will) (?:you|they|he|she|we) do) (?:if|when|once)\b|\bwhat(?:'s| is| would be)? if\b",
    re.IGNORECASE,
)
# "What happens when one doesn't come?": it does happen, and nobody has to suppose anything.
WHAT_WHEN = re.compile(
    r"\bwhat (?:happens|happened|(?:do|does) (?:you|they|he|she|we|one) do) (?:when|once|whenever)\b", re.IGNORECASE
)
# "What's the date?", "What day is it?"
WHAT_DAY = re.compile(
    r"\bwhat(?:'s| is| was|'re| are) (?:the |that |your |their |its )?(?:\w+ )?(?:date|day|deadline|hour)\b(?! (?:been|like|look))",
    re.IGNORECASE,
)
# "Who's the fourth?", "Who is he?"
WHO_IS_IT = re.compile(
    r"\bwho(?:'s|s| is| was) (?:(?:the|this|that|your) (?:\w+ ){0,2}?\w+|he|she|that|this)\W*$", re.IGNORECASE
)
WHY_NOT = re.compile(r"\b(?:why|how come)(?: \w+)? not\b|\bwhy not\b", re.IGNORECASE)
UNDONE = re.compile(
    r"\b(?:you|they|he|she|we|nobody|anybody)(?: (?:\w+ )?(?:didn'?t|haven'?t|hasn'?t|hadn'?t|never)|(?:'ve|'d)? not)\b|\bnobody (?:has|did|ever|\w+ed)\b",
    re.IGNORECASE,
)
OWN_DOING = re.compile(
    r"\bwhat (?:do|did|would|must|should) you (?:\w+ ){0,3}?do\b|\bwhat (?:have|had) you (?:\w+ ){0,2}?(?:do|done)\b|\bwhat (?:do|did) you have to\b",
    re.IGNORECASE,
)
WHY_NOT_DONE = re.compile(
    r"\bwhy (?:have|did|do|had|has|does)(?:n'?t|nt) (?:you|they|he|she|anybody|anyone|it)\b|\bwhy (?:have|did|do|had) you (?:not|never)\b|\bwhy (?:has|have|did|does) nobody\b"
    r"|\bwhat(?:'s| has| had| is)? (?:kept|stopped|held|keeping|stopping|holding) (?:you|them|him|her|it|everybody|anybody)\b",
    re.IGNORECASE,
)
HOW_LATE = re.compile(r"\bhow (?:late|early|soon)\b", re.IGNORECASE)
# "When Gene goes home for good, who knows what he knows?" doesn't ask when.
WHEN_THEN = re.compile(r"\b(?:when|once) [^?]*?, (?:and |then )?(?P<want>who|what|how|where|why)\b", re.IGNORECASE)
ASKS_FIRST = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay) )*(?P<want>who|what|how|where|why)\b(?! (?:time|day|date|hour|month|year)\b)",
    re.IGNORECASE,
)
LEAD = r"^\W*(?:(?:and|so|but|ok|okay|well|then|sorry|because|or|no|yes|ah|oh|hm+|now|also)\W+)*(?:\w+, )?"
YES_NO = re.compile(rf"{LEAD}(?P<aux>{AUX})(?P<not>n't)? (?P<who>\w+)(?P<rest>.*)$", re.IGNORECASE)
PLURAL = re.compile(
    r"^(?:they\b|people\b|(?:the|your|those|these|any|all|most|other|many|some)(?: of (?:them|your|the))?(?: \w+)? ?(?!this|is|was|has)\w{2,}[^s\W]s\b)",
    re.IGNORECASE,
)
HAVE = re.compile(r"^(?:\w+ )?(?:have|use|keep|get|got|any)\b", re.IGNORECASE)
