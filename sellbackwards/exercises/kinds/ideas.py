"""Ideas that have many wordings: phrases that say one thing. Kept by hand; meant to be lengthened.

`says` and `never_says` name an idea in angle brackets: `says: [<an easy no>]`.
"""

from __future__ import annotations

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

IDEAS = {
    name: tuple(entry.strip() for line in phrases.strip().splitlines() for entry in line.split(" / ") if entry.strip())
    for name, phrases in _IDEAS.items()
}
