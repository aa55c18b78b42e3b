"""The player of a call, in a real browser: it keeps time, follows with captions, and is worked by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from sellbackwards.calls import measure, read_call
from sellbackwards.calls.player import call_player
from sellbackwards.course import DATASETS
from sellbackwards.publishing.site import write_site
from tests.browser.lab import PICTURES, Lab

# Silences, an overlap, a long turn; and a name and words that would be code if they weren't escaped.
CALL = """WEBVTT

NOTE
Seller: Sam. Buyer: Bea <b>.

00:00:10.000 --> 00:00:13.000
<v Sam>How was the fair?</v>

00:00:15.500 --> 00:00:25.000
<v Bea>Loud. &lt;img src=x onerror="document.title='ran'"&gt; We lost two boxes of cups.</v>

00:00:18.000 --> 00:00:19.000
<v Sam>Two boxes?</v>

00:00:31.000 --> 00:01:20.000
<v Sam>Right. Then let me tell you all about our new boxes.</v>
"""
# The browser's voices as a test needs them: each reads a text for `seconds`, by the page's own clock.
VOICES = """seconds => {
    const said = window.said = [], voices = ['One', 'Two', 'Three'].map(
        (name, n) => ({name, voiceURI: name, lang: n === 2 ? 'de-DE' : 'en-GB'}));
    let timers = [];
    class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
    const speech = Object.assign(new EventTarget(), {
        speaking: false,
        getVoices: () => seconds === null ? [] : voices,
        speak(one) {
            said.push([one.voice?.name, one.text.slice(0, 12)]);
            this.speaking = true;
            timers.push(setTimeout(() => { this.speaking = false; one.dispatchEvent(new Event('end')); }, 1000 * seconds));
        },
        cancel() { timers.forEach(clearTimeout); timers = []; said.push('cancel'); this.speaking = false; },
    });
    Object.defineProperty(window, 'speechSynthesis', {value: speech, configurable: true});
    window.SpeechSynthesisUtterance = Utterance;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    write_site(out)
    call = call_player(measure(read_call(CALL, "fair.vtt")))
    words = call_player(
        measure(read_call("Sam: How was it?\nBea: Loud, and we lost two boxes of cups.\n", "words.txt"))
    )
    for name, body in (("one", call), ("words", words)):
        page = f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>t</title><link rel="stylesheet" href="assets/site.css">{body}'
        (out / f"{name}.html").write_text(f'{page}<script src="assets/player.js"></script>', encoding="utf-8")
    PICTURES.mkdir(parents=True, exist_ok=True)
    return out


@pytest.fixture
def playing(site: Path, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site as a file, whose clock stands still until the test moves it."""
    contexts = []
    complaints: list[str] = []

    def open_page(name: str = "one", voices: float | None = None, **options: Any) -> Page:
        contexts.append(browser.new_context(viewport={"width": 1000, "height": 900}, offline=True, **options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.clock.install(time=0)
        page.add_init_script(f"({VOICES})({'null' if voices is None else voices})")
        page.goto((site / f"{name}.html").as_uri())
        page.clock.pause_at(1000)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def slider(page: Page) -> Locator:
    return page.get_by_role("slider", name="Place in the call").first


def seconds_shown(page: Page) -> float:
    """Where the line on the chart is, in seconds of the call."""
    return page.locator(".sb-line").first.evaluate(
        "one => parseFloat(one.style.left) / 100 * Number(one.parentElement.getAttribute('aria-valuemax'))"
    )


def captions(page: Page) -> str:
    return page.get_by_role("group", name="Captions").first.inner_text()


def test_it_keeps_time_and_silences_last(playing: Callable[..., Page]) -> None:
    page = playing()
    page.get_by_role("button", name="Play").click()
    for wait, at, said in (
        (1.0, 1, "Sam: How was the fair?"),
        (3.5, 4.5, "(2.5 seconds of silence)"),
        (2.0, 6.5, "Bea: Loud."),
        (2.0, 8.5, "Sam: Two boxes?"),
        (11.0, 19.5, "(6.0 seconds of silence)"),
        (40.5, 60.0, "Sam: Right."),
    ):
        page.clock.run_for(int(wait * 1000))
        assert abs(seconds_shown(page) - at) < 0.2
        assert said in captions(page)
    assert "1:00 of 1:10, 0:10 left" in page.locator(".sb-time").inner_text()
    assert page.title() == "t"  # what was said is text


def test_both_are_captioned_while_both_speak(playing: Callable[..., Page]) -> None:
    page = playing()
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(8500)
    assert "Bea: Loud." in captions(page) and "Sam: Two boxes?" in captions(page)
    assert sorted(page.locator(".sb-names .sb-now").all_inner_texts()) == ["Bea", "Sam"]
    assert page.locator(".sb-bar.sb-now").count() == 2
    assert page.locator("[aria-current=true]").count() == 2
    page.clock.run_for(1000)
    assert page.locator(".sb-names .sb-now").all_inner_texts() == ["Bea"]


@pytest.mark.parametrize("rate", [1.5, 2])
def test_faster(playing: Callable[..., Page], rate: float) -> None:
    page = playing()
    page.get_by_label("Speed").select_option(str(rate))
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(30_000)
    assert abs(seconds_shown(page) - 30 * rate) < 0.2 * rate
    assert f"left at {rate}×" in page.locator(".sb-time").inner_text()


def test_a_page_that_stalls_is_not_late(playing: Callable[..., Page]) -> None:
    page = playing()
    page.get_by_role("button", name="Play").click()
    page.clock.fast_forward(20_000)  # no timer runs in between
    page.clock.run_for(100)
    assert abs(seconds_shown(page) - 20.1) < 0.2


def test_by_keyboard(playing: Callable[..., Page]) -> None:
    page = playing()
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    expect(slider(page)).to_have_attribute("aria-valuetext", "0:05 of 1:10, nobody speaking")
    page.keyboard.press("PageDown")
    expect(slider(page)).to_have_attribute("aria-valuetext", "0:05 of 1:10, Bea speaking")
    page.keyboard.press("PageDown")
    expect(slider(page)).to_have_attribute("aria-valuetext", "0:08 of 1:10, Bea and Sam speaking")
    page.keyboard.press("PageUp")
    expect(slider(page)).to_have_attribute("aria-valuenow", "6")
    page.keyboard.press("Space")
    page.clock.run_for(2000)
    page.keyboard.press("Space")
    assert abs(seconds_shown(page) - 7.5) < 0.2
    page.clock.run_for(5000)
    assert abs(seconds_shown(page) - 7.5) < 0.2  # paused
    page.keyboard.press("Home")
    expect(slider(page)).to_have_attribute("aria-valuenow", "0")
    assert "Sam: How was the fair?" in captions(page)
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="Play again")).to_be_visible()
    assert "Sam: Right." in captions(page)  # the last words, and not those from which one came
    page.keyboard.press("Space")
    page.clock.run_for(1000)
    assert abs(seconds_shown(page) - 1) < 0.2
    # A button keeps its own space; the list of speeds its own arrows.
    page.get_by_role("button", name="Next turn").focus()
    page.keyboard.press("Space")
    assert "Bea" in captions(page)


def test_a_click_on_the_chart_goes_there(playing: Callable[..., Page]) -> None:
    page = playing()
    box = slider(page).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 40)
    assert abs(seconds_shown(page) - 35) < 0.5


def test_a_screen_reader_can_read_the_captions_and_is_left_in_peace(playing: Callable[..., Page]) -> None:
    page = playing()
    assert page.locator(".sb-player [aria-live], .sb-player [role=status], .sb-player [role=alert]").count() == 0
    slider(page).focus()
    page.keyboard.press("Space")
    before = slider(page).get_attribute("aria-valuetext")
    page.clock.run_for(9000)
    assert slider(page).get_attribute("aria-valuetext") == before  # a focused slider's changes would be read out
    assert "Bea: Loud." in captions(page)
    page.clock.resume()  # axe waits by the page's clock
    assert Axe().run(page, context=".sb-player").response["violations"] == []


def test_less_motion_where_it_is_wished_for(playing: Callable[..., Page]) -> None:
    page = playing(reduced_motion="reduce")
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(3400)
    assert abs(seconds_shown(page) - 3) < 0.01
    page.clock.run_for(400)
    assert abs(seconds_shown(page) - 3) < 0.01
    page.clock.run_for(400)
    assert abs(seconds_shown(page) - 4) < 0.01
    moving = "one => getComputedStyle(one).transitionDuration + getComputedStyle(one).animationName"
    assert {page.locator(one).first.evaluate(moving) for one in (".sb-line", ".sb-bar", ".sb-captions")} == {"0snone"}


def test_without_times_it_plays_by_words_and_says_so(playing: Callable[..., Page]) -> None:
    page = playing("words")
    expect(page.locator(".sb-plays").get_by_text("no times, so it plays at 150 words a minute")).to_be_visible()
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(1000)
    assert captions(page) == "Sam: How was it?"  # three words, 1.2 seconds
    page.clock.run_for(1000)
    assert captions(page).startswith("Bea: Loud")


def test_no_voices_no_reading_aloud(playing: Callable[..., Page]) -> None:
    expect(playing().get_by_label("Read aloud")).to_be_hidden()


def test_voices_are_off_until_they_are_wanted_and_the_clock_waits_for_them(playing: Callable[..., Page]) -> None:
    page = playing(voices=5)
    aloud = page.get_by_label("Read aloud")
    expect(aloud).not_to_be_checked()
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(1000)
    assert page.evaluate("said") == []
    page.get_by_role("button", name="Pause").click()
    aloud.check()
    expect(page.get_by_label("Voice: Sam").locator("option")).to_have_text(["One (en-GB)", "Two (en-GB)"])
    page.get_by_label("Voice: Sam").select_option("Two")
    page.get_by_label("Voice: Bea").select_option("One")
    page.get_by_role("button", name="Play").click()  # from the beginning of what was being said
    page.clock.run_for(4000)
    assert page.evaluate("said") == [["Two", "How was the "]]
    assert abs(seconds_shown(page) - 3) < 0.1  # Sam said it in three seconds, the voice needs five
    page.clock.run_for(3500)
    assert abs(seconds_shown(page) - 5.5) < 0.2
    page.clock.run_for(100)
    assert page.evaluate("said").pop() == ["One", "Loud. <img s"]
    page.get_by_role("button", name="Pause").click()
    assert page.evaluate("said").pop() == "cancel"
    slider(page).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Home")
    assert page.evaluate("said").count("cancel") == 2
    page.clock.run_for(100)
    assert page.evaluate("said").pop() == ["Two", "How was the "]


def test_a_voice_that_never_ends_holds_nothing_up_for_long(playing: Callable[..., Page]) -> None:
    page = playing(voices=1e6)
    page.evaluate("() => { speechSynthesis.speak = one => { said.push([one.voice.name, one.text]); }; }")
    page.get_by_label("Read aloud").check()
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(8000)
    assert seconds_shown(page) > 4


def test_a_lesson_of_the_site_plays_on_its_chart(playing: Callable[..., Page]) -> None:
    page = playing("lessons/01_sell_backwards", color_scheme="dark")
    second = page.locator(".sb-player").nth(1)
    second.get_by_role("button", name="Play").click()
    page.clock.run_for(45_000)
    heard = [turn for turn in read_call(DATASETS / "calls" / "01_backward.vtt").turns if (turn.start or 0) < 45][-1]
    assert heard.text[:30] in second.get_by_role("group", name="Captions").inner_text()
    page.locator(".sb-player").nth(0).get_by_role("button", name="Play").click()
    expect(second.get_by_role("button", name="Play")).to_be_visible()  # one at a time
    assert second.locator(".sb-chart img").count() == 0
    assert "Strip chart" in second.locator(".sb-unseen").inner_text()
    page.locator(".sb-player").nth(0).scroll_into_view_if_needed()
    page.screenshot(path=PICTURES / "player_site_dark.png")


def test_on_a_narrow_screen_the_times_stand_apart(playing: Callable[..., Page]) -> None:
    page = playing("lessons/06_the_whole_call")
    for width in (1000, 600, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for ticks in page.locator(".sb-ticks").all():
            boxes = [box for one in ticks.locator("span").all() if (box := one.bounding_box())]
            assert len(boxes) >= 2
            assert all(a["x"] + a["width"] < b["x"] for a, b in pairwise(boxes)), f"{width} px"
    page.locator(".sb-player").first.scroll_into_view_if_needed()
    page.screenshot(path=PICTURES / "player_narrow.png")


def test_in_jupyterlab_a_lesson_s_calls_play_and_a_call_stops(running: Lab) -> None:
    running.as_new()
    page = running.open("lessons/05_be_present.ipynb")
    listen = page.locator(".sb-live.sb-practice-05_listen")
    listen.wait_for()
    listen.get_by_role("slider").focus()
    before = seconds_shown(page)
    page.keyboard.press("Space")
    page.wait_for_timeout(1500)
    page.keyboard.press("Space")
    assert seconds_shown(page) - before > 1
    assert "Mei-Lin" in captions(page)
    page.keyboard.press("End")
    expect(listen.get_by_role("button", name="Play again")).to_be_visible()
    listen.get_by_role("button", name="What did Dale say?").click()
    expect(listen.get_by_text("They all rotate.")).to_be_visible()
    page.screenshot(path=PICTURES / "player_lab.png")
    listen.get_by_role("button", name="Listen on").click()
    expect(listen.get_by_text("stops in the middle of a sentence")).to_be_visible()
    expect(listen.locator(".sb-plays")).to_have_count(1)
    assert "They all rotate" in listen.get_by_role("group", name="Captions").inner_text()
    calls = page.locator(".sb-player").filter(has_text="Parveen")
    calls.get_by_role("button", name="Play").click()
    expect(calls.get_by_role("button", name="Pause")).to_be_visible()
