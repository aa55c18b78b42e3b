"""The page My deals: typed once, used everywhere; judged and never marked; a plan; what was said beside it; all of it gone."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from sellbackwards import practice
from sellbackwards.calls import measure, read_call
from sellbackwards.practice.progress import all_drafts, rounds
from sellbackwards.practice.workbook import page, store
from sellbackwards.practice.workbook.after_view import comparison
from sellbackwards.practice.workbook.book import Book, book
from sellbackwards.practice.workbook.pages import all_as_json, all_page, plan_of, plan_page
from sellbackwards.practice.workbook.parts import STEP, parts
from sellbackwards.practice.workbook.plan_and_call import PERHAPS, SURE, compare, likeness
from sellbackwards.practice.workbook.sums import sums_html, sums_of
from tests.practice.question_pairs import OTHER, SAME

NASTY = "<script>alert(1)</script> & {customer} “it's”"


@pytest.fixture(autouse=True)
def _book_of_its_own() -> Iterator[None]:
    book.cache_clear()
    yield
    book.cache_clear()


def put(part: str, **texts: str) -> Any:
    """Type into boxes of a part ("step.owner" is step__owner); returns the part."""
    view = practice.my_deals(part)
    for field, text in texts.items():
        view.boxes[field.replace("__", ".")].box.value = text
    return view


def status(view: Any, field: str) -> str:
    return str(view.boxes[field].verdict.status)


def a_deal() -> None:
    put("selling", what="I edit videos", whom="small firms that film a lot", words="QuickCut, Reels Pack")
    put(
        "deal",
        name="The gym",
        customer="Ahmed, who runs a gym",
        project="get beginners to come back",
        said="“They come once.”",
    )
    put("reasons", customers__words="The beginners come once and then they're gone", customers__who="Ahmed")
    put(
        "step",
        **dict(
            zip(
                (field.replace(".", "__") for field in STEP),
                (
                    "I cut one minute and we look at it together",
                    "I",
                    "Thursday",
                    "to see whether beginners come back",
                    "If not, we stop",
                ),
                strict=True,
            )
        ),
    )
    put("plan", plan__goal="whether losing beginners matters", plan__walk="If he says that nobody minds")


# --- what is typed ---


def test_every_part_opens_empty_and_asks_for_nothing() -> None:
    for name in parts():
        view = practice.my_deals(name)
        assert view.notice.value == ""
        assert all(not box.text for box in view.boxes.values())
    assert not store.workbook_file().exists()


def test_what_is_typed_stands_in_every_window_and_is_there_tomorrow() -> None:
    view, other = practice.my_deals("deal"), practice.my_deals("deal")
    view.boxes["name"].box.value = NASTY
    assert other.boxes["name"].box.value == NASTY
    book.cache_clear()  # another kernel
    assert practice.my_deals("deal").boxes["name"].box.value == NASTY


def test_two_kernels_keep_what_each_typed_and_tell_of_a_box_that_both_typed_in() -> None:
    one, other = Book(), Book()
    one.put(("deals", "a", "name"), "The gym")
    other.put(("deals", "a", "said"), "They come once.")
    assert store.items("deals") == {"a": {"name": "The gym", "said": "They come once."}}
    assert other.item("deals", "a")["name"] == "The gym"  # taken over
    one.put(("deals", "a", "said"), "They leave.")
    assert one.notice == "This was changed in another window, too. There it said: “They come once.”"
    assert [row.text for row in store.replaced()] == ["They come once."]


def test_a_full_disk_is_said_and_what_was_typed_is_kept_once_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    view = practice.my_deals("deal")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(store, "change_file", full)
        view.boxes["name"].box.value = "The gym"
        assert "Not saved: No space left on device." in view.notice.value
        assert view.boxes["name"].box.value == "The gym"
    view.boxes["said"].box.value = "x"
    assert view.notice.value == ""
    assert [one["name"] for one in store.items("deals").values()] == ["The gym"]


def test_another_deal_has_boxes_of_its_own_and_the_one_at_hand_is_remembered() -> None:
    deals, reasons = put("deal", name="The gym"), practice.my_deals("reasons")
    deals.add_button.click()
    deals.boxes["name"].box.value = "The brewery"
    assert [name for name, _ in reasons.pick.options] == ["The gym", "The brewery"]
    book.cache_clear()
    deals = practice.my_deals("deal")
    assert deals.boxes["name"].box.value == "The brewery"
    deals.pick.value = deals.pick.options[0][1]
    assert deals.boxes["name"].box.value == "The gym"
    deals.out.button.click()
    deals.out.no.click()
    assert len(store.items("deals")) == 2
    deals.out.button.click()
    deals.out.yes.click()
    assert deals.boxes["name"].box.value == "The brewery"
    assert len(store.items("deals")) == 1


def test_items_of_a_list_are_added_and_taken_out() -> None:
    leads = practice.my_deals("leads")
    for n, (name, hours) in enumerate((("Ahmed", "4"), ("Zoe", "7"))):
        if n:
            leads.add_button.click()
        row = list(leads.rows.values())[n]
        row[0].box.value, row[2].box.value = name, hours
    assert "They add up to 10 (yours: 11)" in leads.sum.value
    assert "Ahmed and Zoe" in leads.sum.value  # nothing is known of either
    list(leads.rows.values())[1][2].box.value = "6"
    assert "Ten hours, spent." in leads.sum.value
    first = leads.body.children[0].children[-1]
    button, said, (yes, no) = first.children[0], first.children[1], first.children[2].children
    button.click()
    assert "Delete lead 1?" in said.value
    no.click()
    assert len(store.items("leads")) == 2
    button.click()
    yes.click()
    assert [one["name"] for one in store.items("leads").values()] == ["Zoe"]


# --- how it is judged ---


def test_own_names_count_as_product_words_and_own_words_as_the_matter() -> None:
    a_deal()
    view = put(
        "plan", plan__first="What do beginners say when they leave?", plan__second="How would QuickCut help beginners?"
    )
    assert status(view, "plan.first") == "passed"
    assert "Names no product, feature or price (“QuickCut”)" in view.boxes["plan.second"].feedback.value
    moments = put("moments", moment__dear="Reels Pack is worth it.")
    assert status(moments, "moment.dear") == "not yet"
    assert moments.boxes["moment.dear"].box.description.startswith("Ahmed: “")


@pytest.mark.parametrize(
    ("part", "field", "right", "wrong"),
    [
        ("step", "step.action", "You and I follow three wrong orders to the shelf", "You sign the contract"),
        ("step", "step.owner", "Denise", "the team"),
        ("step", "step.date", "Thursday at four", "soon"),
        (
            "step",
            "step.out",
            "If it's only the printer, you won't need me. Say no at any time.",
            "The offer ends on Friday, so please don't wait",
        ),
        (
            "quiet",
            "email",
            "Hi Ahmed, are you still trying to get beginners to come back? A no is fine.",
            "Just following up again!",
        ),
        (
            "plan",
            "plan.goal",
            "whether wrong orders matter enough to change something",
            "get the deal and hit my quota",
        ),
        ("reasons", "risk.words", "If the inspector sees that, we lose the licence", "Our price goes up in January"),
    ],
)
def test_a_part_tells_a_good_text_from_one_of_the_seller_s(part: str, field: str, right: str, wrong: str) -> None:
    a_deal()
    name = field.replace(".", "__")
    assert status(put(part, **{name: right}), field) in ("passed", "couldn't tell")
    assert status(put(part, **{name: wrong}), field) == "not yet"


def test_nothing_of_it_is_marked_or_comes_back() -> None:
    a_deal()
    pitches = practice.my_deals("pitches")
    row = next(iter(pitches.rows.values()))
    row[0].box.value, row[1].box.value = "Four reels a month, graded.", "What happens to your footage after a shoot?"
    rewrite = practice.rewrite()
    rewrite.model.go_to(next(pitch.id for pitch in rewrite.model.choice if pitch.field == "mine"))
    rewrite.boxes["today"].value = "How do you cut your videos today?"
    assert rewrite.value == "passed"
    assert rounds() == {}
    assert "mine" not in json.dumps(
        {**all_drafts(), "rewrite": {k: v for k, v in all_drafts()["rewrite"].items() if k != "last"}}
    )


def test_own_pitches_are_practice_material_and_typed_once() -> None:
    put("selling", what="I edit videos", whom="small firms", words="QuickCut")
    pitches = practice.my_deals("pitches")
    row = next(iter(pitches.rows.values()))
    row[0].box.value, row[1].box.value = f"QuickCut! {NASTY}", "How does QuickCut fit in?"
    rewrite = practice.rewrite()
    assert rewrite.mine.value == "I edit videos small firms"
    rewrite.field.value = "mine"
    rewrite.next_button.click()
    assert "<script>" not in rewrite.pitch.value and "QuickCut!" in rewrite.pitch.value
    assert rewrite.boxes["need"].value == "How does QuickCut fit in?"
    assert rewrite.way_button.layout.display == "none"  # nobody has written one
    rewrite.boxes["need"].value = "What happens to what you film?"
    assert next(iter(store.items("pitches").values()))["need"] == "What happens to what you film?"
    assert row[1].box.value == "What happens to what you film?"  # on the other page, too


def test_sums_are_shown_with_their_working_and_say_what_is_missing() -> None:
    boxes = parts()["numbers"].boxes
    deal = {
        "volume": "400 (Ahmed)",
        "rate": "12 (Ahmed)",
        "unit cost": "£35",
        "horizon": "12",
        "one-off": "2.4k",
        "loss": "lots",
    }
    found = sums_of(deal)
    assert found.staying() == pytest.approx(400 * 0.12 * 35 * 12)
    assert found.changing() is None
    assert (found.missing, found.unreadable, list(found.guessed)) == (["transition", "chance"], ["loss"], ["unit cost"])
    said = sums_html(found, boxes)
    assert "<b>Staying costs them 20,160</b>: 400 a month × 12 of 100 × 35 × 12 months." in said
    full = sums_html(sums_of({**deal, "transition": "800", "chance": "40", "loss": "30,000"}), boxes)
    assert "as long as it fails in fewer than 57 of 100 cases" in full
    stay = sums_html(sums_of({**deal, "volume": "4", "transition": "800", "chance": "40", "loss": "30,000"}), boxes)
    assert "they'd better stay" in stay


# --- the plan, and the call ---


def test_the_plan_has_all_that_belongs_on_it_and_runs_nothing() -> None:
    a_deal()
    put("deal", name=NASTY)
    put("plan", plan__first="What do beginners say?", plan__second=NASTY)
    made = plan_page(plan_of(book()))
    for text in ("whether losing beginners matters", "What do beginners say?", "They come once.", "Ahmed", "Thursday",
                 "If not, we stop", "If he says that nobody minds", "Opportunities they miss"):  # fmt: skip
        assert text in made
    assert "<script>" not in made and "default-src 'none'" in made
    assert made.count("nobody has said yet") == 5
    assert re.findall(r"<h(\d)", made) == ["1", "2", "2", "2", "2", "2"]


def test_the_plan_tells_their_words_from_the_seller_s() -> None:
    a_deal()
    put("reasons", risk__words="Our price goes up in January", risk__who="Ahmed")
    put("reasons", sanity__words="He edits on Sundays", sanity__who="my guess")
    put("reasons", growth__words="We want a second wall")
    places = [one for one in plan_of(book()).places.values() if one]
    assert {one.words: one.theirs for one in places} == {
        "We want a second wall": True,  # nobody is named yet
        "The beginners come once and then they're gone": True,
        "Our price goes up in January": False,
        "He edits on Sundays": False,
    }
    made = plan_page(plan_of(book()))
    assert made.count("not from their mouth: ask") == 2
    assert "“He edits on Sundays”" not in made


CALL = """Zoe: Hi Ahmed. And what do they say on the way out, the beginners?
Ahmed: That it was fun.
Zoe: Mm-hm.
Ahmed: <b>Half</b> of them ask whether they need a partner.
Zoe: They think they can't climb alone.
Ahmed: Yes.
Zoe: Would you like QuickCut?
Ahmed: Let's look at one minute together on Monday. I'll send you the footage.
"""


def test_the_plan_beside_the_call() -> None:
    planned = ["What do the beginners say on their way out?", "How do you find new suppliers?"]
    found = compare(planned, measure(read_call(CALL), "Zoe"))
    assert [one.was for one in found.questions] == ["asked", "not asked"]
    assert [turn.text[:14] for turn in found.questions[0].answer] == ["That it was fu", "<b>Half</b> of"]
    assert (found.step_by, found.by_seller) == ("Ahmed", False)
    said = comparison(found, "I cut <one> minute")
    assert "<b>Half" not in said and "<one>" not in said
    assert "Ahmed named it" in said


def test_an_open_question_is_not_asked_for_sure_by_one_that_wants_a_yes() -> None:
    call = "Zoe: Do the beginners say so on their way out?\nAhmed: Yes.\nZoe: Good.\nAhmed: Right then.\n"
    found = compare(["What do the beginners say on their way out?"], measure(read_call(call), "Zoe"))
    assert found.questions[0].was == "couldn't tell"
    assert found.questions[0].asked is not None


def test_questions_are_matched_by_meaning() -> None:
    """Most that are the same are found, for sure or perhaps; few others are taken for the same."""
    same, other = ([likeness(*pair) for pair in pairs] for pairs in (SAME, OTHER))
    assert sum(one >= PERHAPS for one in same) >= 0.9 * len(same)
    assert sum(one >= SURE for one in same) >= 0.5 * len(same)
    assert sum(one >= SURE for one in other) <= 0.1 * len(other)


def test_a_transcript_that_is_pasted_stands_beside_the_plan_and_is_not_kept() -> None:
    a_deal()
    put("plan", plan__first="What do the beginners say on their way out?")
    after = practice.my_deals("after")
    after.call.paste.value = CALL
    after.call.paste_button.click()
    assert "<b>Asked</b>: What do the beginners say on their way out?" in after.beside.value
    put("after", after__learned="They think they need a partner.", after__next="Wait.")
    kept = store.workbook_file().read_text(encoding="utf-8")
    assert "They think they need a partner." in kept
    assert "That it was fun" not in kept
    assert page.call_beside_plan().value == "no call yet"  # for a file that is dropped on any page


# --- all of it ---


def links(html: str) -> dict[str, str]:
    return {
        name: base64.b64decode(data).decode()
        for name, data in re.findall(r'download="([^"]+)" href="data:[^,]+;base64,([^"]+)"', html)
    }


def test_export_holds_everything_and_runs_nothing() -> None:
    a_deal()
    put("deal", said=NASTY)
    book().put(("promises", "01", "who"), "Dana")
    book().put(("promises", "01", "question"), "How do you close the month?")
    Book().put(("deals", book().deal, "project"), "typed elsewhere")
    files = practice.my_deals("files")
    files.save_button.click()
    made = links(files.said.value)
    assert {"my deals.html", "my deals.json"} <= set(made)
    data = json.loads(made["my deals.json"])
    assert data["deals"][0]["said"] == NASTY
    assert data["promises"] == [{"lesson": "01", "who": "Dana", "question": "How do you close the month?"}]
    assert "<h2>Promise of lesson 01</h2>" in made["my deals.html"]
    every = [
        text for section in store.SECTIONS for one in data[section] for field, text in one.items() if field != "at hand"
    ]
    shown = re.sub(r"&#39;", "'", made["my deals.html"]).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    assert [text for text in every if text not in shown] == []
    assert "<script>" not in made["my deals.html"]
    assert (all_page(book()), all_as_json(book())) == (made["my deals.html"], made["my deals.json"])


def test_forgetting_asks_once_deletes_everything_and_says_so() -> None:
    a_deal()
    open_elsewhere = Book()
    files, deals = practice.my_deals("files"), practice.my_deals("deal")
    files.forget.button.click()
    assert "Delete everything on this page" in files.forget.said.value
    files.forget.no.click()
    assert store.workbook_file().exists()
    files.forget.button.click()
    files.forget.yes.click()
    assert "✓ Deleted." in files.said.value
    assert list(store.workbook_file().parent.glob("my-deals*")) == []
    assert all(not box.box.value for box in deals.boxes.values())
    open_elsewhere.put(("deals", "b", "name"), "new")  # a page that was open meanwhile brings nothing back
    assert store.items("deals") == {"b": {"name": "new"}}
    assert store.items("selling") == {}


def test_a_broken_file_is_told_of() -> None:
    store.workbook_file().parent.mkdir(parents=True)
    store.workbook_file().write_text("{broken", encoding="utf-8")
    assert "my-deals.broken-" in practice.my_deals("files").said.value
