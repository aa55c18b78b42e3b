"""Words that stand for each other in answers, and ideas that have many wordings. Kept by hand; meant to be lengthened.

WORDS: between slashes stand words of which any may be said for any other, in base form, British or American. It is right
where a seller could put one for the other in a sentence about work and mean the same. A word may stand in several.

IDEAS: phrases that say one thing. `says` and `never_says` name an idea in angle brackets: `says: [<an easy no>]`.
"""

from __future__ import annotations

_WORDS = """
accident injury / afraid scared worried anxious / agree agreement consensus / aim goal target objective purpose
answer reply respond response / appointment booking slot reservation / argue dispute disagree / arrange organise organize
autumn fall / basement cellar / begin start / big large huge / bill invoice / boiler furnace heating / boss manager chief
brochure leaflet flyer catalogue catalog / broken defective faulty / budget money fund cash / busy peak rush
buy purchase / calm quiet peace peaceful / cancel withdraw / care mind / carry lift haul / cheap inexpensive
choose choice pick select selection / clean wash wipe scrub / client customer clientele
close shut / coast sea seaside / colleague coworker teammate / company firm business organisation organization
compare comparison versus / complain complaint grumble / computer pc laptop / concern worry worried / connection signal network
internet online wifi web network connection / cost price expense charge fee rate / damage harm / deal cope handle manage
decide decision determine choose / refuse reject decline / late delay behind overdue / deliver delivery ship shipment
describe explain explanation tell / desire want / difficult hard tough tricky / date day / document paper file
driver chauffeur / easy simple / edit editor editing / email mail message / employee staff worker team colleague people
end finish stop complete / enough sufficient / error mistake fault slip bug / examine check inspect review / test check try
expect expectation anticipate imagine suppose / expensive costly pricey / family relative / fast quick rapid speedy
figure number / find discover / fix repair mend / folder file / forget overlook / free vacant empty available
friend mate / gather collect / get receive obtain / glad happy pleased delighted / grow growth expand
guess estimate / guy man fellow technician / happen occur / help support assist aid useful
hire recruit / holiday vacation / home house / hope wish / flat apartment / hurt injure injury / idea thought suggestion
ill sick / important matter priority crucial essential vital key / improve improvement / income revenue turnover
inspector inspection audit / job task / keep stay remain retain / kind sort type / label caption / learn discover find
leave quit depart / let rent lease hire / list overview / login password / look watch see / lose loss lost / loud noise noisy
lorry truck van / machine equipment device / meet meeting gather session / merchant dealer trader / miss lose / month monthly
move relocate / need require / neighbour neighbor / offer proposal quote quotation bid / office bureau / often frequently
opinion view / order purchase / owner proprietor / parcel package / pay payment spend / payroll salary wage
photo picture image / place location spot site / plan intend intention schedule / practice clinic surgery / prefer rather
prevent avoid / problem issue trouble difficulty challenge headache pain / process procedure workflow / product goods
profit margin / project assignment / proof evidence / reach contact / ready prepared / reason cause why / reduce lower cut
remember recall / replace swap substitute / report statement / return back / risk danger hazard / room space
rota roster schedule / safe secure safety security / sample specimen example / seller salesperson salesman rep vendor supplier
send forward deliver pass / shelf rack / shop store / show demonstrate present / small little tiny / software tool app program
software system platform / solve resolve / somebody someone person / speak talk say tell / stock inventory
stop quit cease halt / story tale / stress pressure / stuck stick blocked jam bottleneck / suit fit convenient / supplier vendor provider / tired exhausted weary / teach train / tenant resident / terrace patio / trial pilot test
town city village / trip travel / try attempt / understand grasp / urgent urgency hurry / usual normal typical
value worth / warehouse depot storehouse stockroom / way method approach / website site page / week weekly
weekend saturday sunday / year annual yearly / handover transfer
"""

# Forms that no ending tells, before the colon; after it the base that they share.
_FORMS = """
am is are was were been being: be / has had having: have / does did done doing: do / went gone goes going: go
came: come / said: say / told: tell / knew known: know / thought: think / saw seen: see / took taken: take
gave given: give / got gotten: get / made: make / found: find / felt: feel / lost loose: lose / met: meet
kept: keep / paid: pay / spent: spend / sent: send / sold: sell / bought: buy / brought: bring / taught: teach
caught: catch / broke: break / chose chosen: choose / spoke spoken: speak / wrote written: write / drove driven: drive
ate eaten: eat / fell fallen: fall / grew grown: grow / threw thrown: throw / heard: hear / held: hold / led: lead
meant: mean / understood: understand / stood: stand / sat: sit / slept: sleep / ran: run / began begun: begin
won: win / stuck: stick / hid hidden: hide / rang rung: ring / swept: sweep / built: build / forgot forgotten: forget
became: become / froze frozen: freeze / wore worn: wear / woke woken: wake / dealt: deal / dreamt: dream / learnt: learn
hung: hang / struck: strike / used: use / children: child / men: man / women: woman / shelves: shelf / lives: life
halves: half / leaves: leave / better best: good / worse worst: bad / dying died: die
"""
# Words that look like a form of another and aren't.
WHOLE = frozenset(
    """
    morning evening nothing something anything everything during building wedding spring string king ring thing bring
    boring news series always perhaps business address process access glass class press less unless this his its us yes
    bus gas plus thus lens basis bed need speed feed seed hundred meeting
    """.split()
)

# Name: phrases. `says` hears them by meaning, `never_says` word for word, which is why some have several forms.
_IDEAS = {
    "agreeing": """
    yes / yep / yeah / sure / of course / gladly / happy to / glad to / with pleasure / my pleasure / absolutely / certainly
    no problem / let's do / works for me / perfect / you'll have it / i'll send / i'll write / on its way
    sounds good / okay / alright / agreed / fine with me / that's fine / you bet / count on it / consider it done
    """,
    "a day or time": """
    monday / tuesday / wednesday / thursday / friday / tomorrow / next week / o'clock / at noon / after lunch
    """,
    "no use, maybe": """
    don't know yet / don't know if / don't know whether / don't know that / not sure / no idea if / no idea whether / can't tell / can't say
    couldn't say / no clue / may not / might not / maybe not / perhaps not / don't need / doesn't need / not need it / no need of / no use
    not for you / nothing for you / if not / not relevant / irrelevant / not interested / not useful / useless to you / wrong address
    wrong person / waste your time / if it's relevant / if you need / whether you need / if it matters / if this matters / you tell me
    could be that you don't / maybe you already have / maybe it's all fine / hang up / ignore me / forget me / out of place
    """,
    "an easy no": """
    say no / says no / no / stop / leave it / drop it / forget it / call it off / cancel / that's it / that's the end / not go on
    don't go on / go no further / rather not / that's fine / it's fine / fine with me / fine by me / okay for me / is okay / is fine
    no problem / no hard feelings / no offence / not offended / not hurt / no harm / no questions asked / don't mind / won't mind
    your call / your decision / up to you / you decide / walk away / back out / change your mind / change his mind / change her mind
    not interested / not at all / not worth it / no need / no obligation / no cost / costs you nothing / nothing to pay / free to
    tell me so / don't want / doesn't want / don't need / doesn't need / don't like / end it / end there / bin it
    throw it away / i leave / i go / go home / send me home / send me away / without me / somebody else / someone else / that was it
    """,
    "a purchase": """
    sign a / sign the / sign our / signs a / signs the / signs our / sign up / signs up / sign for / sign on / signing / signature
    place an order / order a / order one / order the / orders a / orders one / an order / trial order / test order / pilot order
    buy / buys / buying / purchase / a contract / our contract / new contract / one-year contract / pilot contract / deposit / an invoice
    first invoice / a quote / our quote / the quote / quotation / price list / an offer / our offer / pay for / pays for / payment
    subscription / subscribe / on trial / trial month / free trial
    """,
    "putting off": """
    get back to / gets back to / come back to me / comes back to me / come back to us / come back to you / touch base / check in with
    checks in with / follow up / follow-up / catch up / keep in touch / stay in touch / think about it / thinks about it / think it over
    thinks it over / let me know / let us know / wait for an answer / wait for your answer / wait for news / wait and see / brochure
    information material / more information
    """,
    "guilt": """
    haven't heard / hadn't heard / didn't hear / not heard from you / heard nothing / didn't answer / haven't answered / hasn't answered
    got no answer / no answer from you / no answer yet / no reply / no response / didn't reply / haven't replied / didn't respond
    haven't responded / my last email / my last emails / my emails / my two emails / my previous emails / several times / many times
    three times / twice / again and again / second time / third time / i've written / tried to reach / trying to reach
    tried to call / disappointed / disappointing / ignoring / ignored / checking in / check in / following up / follow up / bumping
    reminder / remind you / i'm waiting / i'm still waiting / we're waiting / i waited / been waiting / worked hard / all my work / owe me
    rude / your silence
    """,
    "a deadline": """
    by monday / by tuesday / by wednesday / by thursday / by friday / by tomorrow / until friday / until monday
    before friday / before monday / this week only / today only / last chance / final chance / final notice / final email / deadline
    expires / expire / runs out / only until / as soon as possible / asap / urgent / urgently / hurry / otherwise i / or else
    closing your file / close your file / close the file / prices will / price will / prices go up / price goes up
    """,
    "a discount": """
    discount / per cent / percent / special price / better price / special offer / i can offer / we can offer / i could offer
    make it cheaper / do it cheaper / cheaper for you / a cheaper / for free / free of charge / free trial / gift / voucher / reduced / reduce the price / lower price / lower the price / drop the price / special deal
    save you / 5% / 10% / 15% / 20% / cheaper version / i can do it for / i could do it for / meet in the middle
    come down / knock off / knock something off / knock a bit off / hundred off / fifty off / something off / a bit off / euros off / pounds off / dollars off
    match it / match that / match the price / match their price / match them / meet you halfway / meet you half way / split the difference / something on the price
    """,
}


def _entries(text: str) -> list[str]:
    return [entry.strip() for line in text.strip().splitlines() for entry in line.split(" / ") if entry.strip()]


FORMS = {
    form: base.strip()
    for forms, _, base in (entry.partition(":") for entry in _entries(_FORMS))
    for form in forms.split()
}
IDEAS = {name: tuple(_entries(phrases)) for name, phrases in _IDEAS.items()}
GROUPS = tuple(tuple(entry.split()) for entry in _entries(_WORDS) if " " in entry)
