"""The pages of the talk practice: the scene, the chat, the debrief. HTML; every text in it is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from sellbackwards.buyer import Scenario, Talk, Turn
from sellbackwards.buyer.debrief import Debrief, Line, debrief, helped, how_it_ended
from sellbackwards.buyer.scenario import Fact, Objection
from sellbackwards.buyer.transcript import SELLER, spoken
from sellbackwards.buyer.voices import opening
from sellbackwards.buyer.writing import stamp
from sellbackwards.calls import measure
from sellbackwards.calls.assembling import assemble
from sellbackwards.calls.call import Call, Cue
from sellbackwards.calls.measured import Measures, NextStep
from sellbackwards.calls.score_card import card

_BANDS = ((0.2, "hardly any"), (0.4, "a little"), (0.6, "some"), (0.8, "a lot"), (1.01, "very much"))


def scene(scenario: Scenario) -> str:
    """What the learner knows before the talk."""
    return f"<p><b>{escape(scenario.title)}.</b> {escape(scenario.scene)}</p>"


def chat_log(talk: Talk) -> str:
    """The talk so far; new lines are read out. The frame keeps to the last line, and can be scrolled by keyboard."""
    scenario, name = talk.scenario, escape(talk.scenario.name)
    first = f"{stamp(scenario.email.sent)}, by email" if scenario.email else ""
    lines = [_says(who, words, "buyer", first) for who, words in opening(scenario)]
    for turn in talk.turns:
        lines.append(_says("You", turn.seller or "(silence)", "seller", turn.sent))
        lines += [_says(who, words, "buyer", turn.at) for who, words in turn.said]
        if not turn.said:
            lines.append(f'<p class="sb-end">{escape(turn.buyer)}</p>')
    if talk.over:
        lines.append(f'<p class="sb-end">{escape(how_it_ended(talk))}</p>')
    return (
        f'<div class="sb-talk-frame" tabindex="0" role="group" aria-label="The talk with {name}">'
        f'<div class="sb-talk" role="log" aria-live="polite" aria-label="What was said" data-turns="{len(talk.turns)}">'
        f"{''.join(lines)}</div></div>"
    )


def _says(name: str, text: str, who: str, at: str = "") -> str:
    """A line of the talk; in a written one a message, with its day and its line breaks."""
    if at:
        words = escape(text.strip()).replace("\n", "<br>")
        return f'<p class="sb-{who}"><b>{escape(name)}</b> <small>{escape(at)}</small><br>{words}</p>'
    return f'<p class="sb-{who}"><b>{escape(name)}:</b> {escape(text)}</p>'


def meters(talk: Talk) -> str:
    """Openness, pull and tension as they stand, in words and numbers."""
    state = talk.state
    items = [
        f"<li>{escape(name)}: {next(word for top, word in _BANDS if value < top)} ({round(100 * value)} of 100)</li>"
        for name, value in (
            ("Openness (how much they would tell you)", state.openness),
            ("Pull (how strongly they see a need to change)", state.pull),
            ("Tension", state.tension),
        )
    ]
    return f'<div role="status" aria-live="polite"><ul>{"".join(items)}</ul></div>'


def debrief_page(talk: Talk) -> str:
    """All of the debrief."""
    if not talk.turns:
        return '<p role="status">Nothing has been said yet.</p>'
    found = debrief(talk)
    parts = [
        f'<h3>The debrief</h3><p role="status">{escape(found.end)}</p>',
        _turning_points(found),
        _facts(found),
        _objections(found),
        f"<details open><summary>Line by line</summary>{''.join(_line(line) for line in found.lines)}</details>",
        _card(talk),
        _expert(talk, found),
        "<p>This buyer is a model: rules that follow five posts on selling, and words that we wrote. A person may "
        "well answer otherwise. The rules are in docs/buyer.md.</p>",
    ]
    return f'<section class="sb-debrief" aria-label="The debrief">{"".join(parts)}</section>'


def _turning_points(found: Debrief) -> str:
    items = [
        f"<li>{'This helped' if helped(line.turn) >= 0 else 'This cost you something'} (line {line.turn.number}): "
        f"“{escape(line.turn.seller) or 'silence'}” {_because(line)}</li>"
        for line in found.mattered
    ]
    return f"<h4>The two lines that mattered most</h4><ul>{''.join(items)}</ul>" if items else ""


def _because(line: Line) -> str:
    return escape(line.reasons[0].why) if line.reasons else ""


def _facts(found: Debrief) -> str:
    matter = [fact for fact in found.found if fact.matters]
    of = len(matter) + len(found.missed)
    got = "".join(f"<li>{_whose(fact)}</li>" for fact in found.found)
    missed = "".join(
        f"<li>{_whose(fact)}: “{escape(fact.ask)}”"
        f"{' They tell it only to someone they trust.' if fact.openness > 0.4 else ''}</li>"
        for fact in found.missed
    )
    hidden = f"What stayed hidden ({len(found.missed)}), and a question that would have earned it"
    return (
        f"<h4>What you found out: {len(matter)} of {of} things that matter</h4>"
        + (f"<ul>{got}</ul>" if got else "<p>Nothing yet.</p>")
        + (f"<details><summary>{hidden}</summary><ul>{missed}</ul></details>" if missed else "")
    )


def _whose(one: Fact | Objection) -> str:
    """What it is; and whose, where several sit there."""
    return escape(f"{one.by}: {one.title}" if one.by else one.title)


def _objections(found: Debrief) -> str:
    items = [f"<li>Heard: {_whose(objection)}</li>" for objection in found.heard]
    items += [f"<li>Not heard: {_whose(objection)}</li>" for objection in found.unheard]
    return f"<h4>What spoke against it, for them</h4><ul>{''.join(items)}</ul>" if items else ""


def _line(line: Line) -> str:
    turn = line.turn
    whys = "".join(
        f"<li>{escape(reason.why)}{f' ({escape(reason.words)})' if reason.words else ''}</li>"
        for reason in line.reasons
    )
    return (
        f'<div class="sb-turn"><p><b>{turn.number}. You:</b> {escape(turn.seller) or "(silence)"}</p>'
        f"{_replies(turn)}"
        f"<p>{escape(line.did)}</p><ul>{whys}</ul></div>"
    )


def _card(talk: Talk) -> str:
    """The score card of this conversation; there is none for a talk in which nothing was said."""
    call = call_of(talk)
    if SELLER not in call.speakers:
        return ""
    measures = as_the_buyer_heard(talk, measure(call, SELLER))
    return f"<details><summary>The score card of this conversation</summary>{card(measures)}</details>"


def _replies(turn: Turn) -> str:
    """What came back: a line for each who spoke."""
    said = [f"<p><b>{escape(who)}:</b> {escape(words)}</p>" for who, words in turn.said]
    return "".join(said) or f"<p>{escape(turn.buyer)}</p>"


_SUGGESTS = {"leads", "leads_early", "brings_out", "answers", "presses_misfit"}


def as_the_buyer_heard(talk: Talk, measures: Measures) -> Measures:
    """The measures of a talk, with each saying-back and the step that the buyer heard, as the debrief has them."""
    turns = [turn for turn in talk.turns if turn.seller.strip()]
    mine = [one.i for one in measures.call.turns if one.speaker == SELLER]
    runs: list[set[str]] = []  # lines to which nobody replied are one turn with the next
    for before, turn in zip([None, *turns], turns, strict=False):
        if before is None or before.said:
            runs.append(set())
        runs[-1] |= {step.rule for step in turn.steps}
    met = dict(zip(mine, runs, strict=False))
    backs = tuple(sorted({*measures.reflects, *(i for i, rules in met.items() if "says_back" in rules)}))
    steps = [i for i, rules in met.items() if rules & _SUGGESTS]
    return replace(
        measures,
        reflects=backs,
        reflect_share=len(backs) / len(mine) if mine else 0.0,
        next_step=NextStep(steps[-1], SELLER) if steps else measures.next_step,
    )


def call_of(talk: Talk) -> Call:
    """The talk as a call, as a reader of its transcript would find it."""
    return assemble("This talk", "a practised talk", [Cue(who, words) for who, words in spoken(talk)])


def _expert(talk: Talk, found: Debrief) -> str:
    def column(title: str, one: Talk) -> str:
        lines: Sequence[str] = [
            f"<p><b>{'You' if one is talk else 'Expert'}:</b> {escape(turn.seller) or '(silence)'}</p>{_replies(turn)}"
            for turn in one.turns
        ]
        told = sum(fact.id in one.state.told for fact in one.scenario.that_matter)
        return f"<div><h4>{title}: {len(one.turns)} lines, {told} things found</h4>{''.join(lines)}</div>"

    scenario = talk.scenario
    return (
        "<details><summary>How an expert played it, beside yours</summary>"
        f"<p>{escape(scenario.need)}</p><p>What changing costs them: {escape(scenario.cost)}</p>"
        f'<div class="sb-beside">{column("You", talk)}{column("An expert", found.expert)}</div>'
        "<p>There are other ways. This is one.</p></details>"
    )
