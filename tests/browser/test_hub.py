"""A class's server with two learners, on this machine alone: each in lesson 00 with a copy of their own, then graded."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, Page, expect

from sellbackwards.course import ROOT
from sellbackwards.exercises import judge
from sellbackwards.practice.pitches import pitches
from tests.browser.lab import PICTURES, RED, free_port, wait_until

GOOD = "What's the end of the month like, and how do you pay the wages when customers are late?"
TYPED = "What happens at your office today when somebody's opened a strange email?"
# What differs from the documented configuration: no system users are made, and all of it happens in one folder.
FOR_THE_TEST = """
load_subconfig({config!r})
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r}
c.Spawner.pre_spawn_hook = None
c.Spawner.args = [*c.Spawner.args, "--allow-root", "--LabApp.expose_app_in_browser=True"]
c.JupyterHub.hub_port = {hub_port}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api_port}"
c.ConfigurableHTTPProxy.command = {proxy!r}
"""


@dataclass
class Class:
    """The running server: its address, where homes are, and the repository that learners' copies come from."""

    base: str
    homes: Path
    source: Path
    browser: Browser

    def copy_of(self, name: str) -> Path:
        return self.homes / name / "selling-backwards"

    def come_in(self, name: str, password: str) -> Page:
        page = self.browser.new_context(viewport={"width": 1280, "height": 1200}).new_page()
        page.set_default_timeout(90_000)
        page.goto(f"{self.base}/hub/login")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Sign in").click()
        return page


def proxy() -> str | None:
    return os.environ.get("SELLBACKWARDS_HUB_PROXY") or shutil.which("configurable-http-proxy")


def git(folder: Path, *arguments: str) -> None:
    known = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "safe.directory=*"]
    subprocess.run(["git", *known, *arguments], cwd=folder, check=True, capture_output=True)


def make_source(folder: Path) -> Path:
    """A repository of the course as it stands here."""
    for name in ("lessons", "exercises"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copyfile(ROOT / ".gitignore", folder / ".gitignore")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first release")
    return folder


@pytest.fixture(scope="module")
def a_class(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Class]:
    missing = [
        name for name in ("jupyterhub", "nbgitpuller", "firstuseauthenticator") if not importlib.util.find_spec(name)
    ]
    missing += [] if proxy() else ["configurable-http-proxy"]
    missing += [] if shutil.which("git") else ["git"]
    if missing:
        if os.environ.get("SELLBACKWARDS_REQUIRE_HUB") == "1":
            pytest.fail(f"missing: {missing}")
        pytest.skip(f"needs a class's server (docs/hub.md); missing: {', '.join(missing)}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    home = tmp_path_factory.mktemp("hub")
    source = make_source(home / "source")
    state, homes = home / "state", home / "homes"
    state.mkdir()
    homes.mkdir()
    (state / "learners.txt").write_text("# the class of March\nanna\n\nBo\n")
    (state / "instructors.txt").write_text("ines\n")
    port = free_port()
    config = FOR_THE_TEST.format(
        config=str(ROOT / "hub/jupyterhub_config.py"),
        homes=str(homes / "{username}"),
        hub_port=free_port(),
        api_port=free_port(),
        proxy=[proxy()],
    )
    (home / "config.py").write_text(config)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "JPY_"))}
    environment |= {
        "SELLBACKWARDS_HUB_STATE": str(state),
        "SELLBACKWARDS_HUB_SOURCE": str(source),
        "SELLBACKWARDS_HUB_URL": f"http://127.0.0.1:{port}",
    }
    environment.pop("SELLBACKWARDS_HOME", None)
    with (home / "hub.log").open("w") as log:
        hub = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", str(home / "config.py")],
            cwd=home,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until(lambda: answers(f"http://127.0.0.1:{port}/hub/health"), "the hub answers")
            yield Class(f"http://127.0.0.1:{port}", homes, source, browser)
        finally:
            hub.terminate()
            hub.wait(30)
            print((home / "hub.log").read_text()[-6000:])


def answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=2)
    except OSError:
        return False
    return True


def in_lesson_00(page: Page) -> None:
    page.wait_for_url("**/lab/tree/lessons/00_start_here.ipynb*")
    page.wait_for_selector("#jp-main-statusbar >> text=/Python 3.*Idle/")
    expect(page.locator(".jp-MarkdownCell h1")).to_have_text("Start here", use_inner_text=True)


def answer_in(notebook: Path, text: str) -> None:
    """What a learner types and saves."""
    data = json.loads(notebook.read_text(encoding="utf-8"))
    (cell,) = (cell for cell in data["cells"] if cell["id"] == "answer-1-1")
    cell["source"] = f"%%answer 1.1\n{text}"
    notebook.write_text(json.dumps(data), encoding="utf-8")


def test_two_learners_an_update_and_the_grades(a_class: Class, tmp_path: Path, collect: ModuleType) -> None:
    anna = a_class.come_in("anna", "a long password")
    in_lesson_00(anna)
    bo = a_class.come_in("bo", "another password")
    in_lesson_00(bo)

    # A practice that wakes by itself, in each one's own kernel.
    for page in (anna, bo):
        box = page.locator(".sb-practice-first_pitch textarea")
        expect(box).to_be_visible(timeout=60_000)
        expect(page.locator(RED)).to_have_count(0)
        box.click()
        box.press_sequentially(GOOD if page is anna else "Buy now", delay=15)
    said = "[data-status]"
    expect(anna.locator(".sb-practice-first_pitch").locator(said)).to_have_attribute("data-status", "passed")
    assert judge(pitches()[0].need(), GOOD).passed
    expect(bo.locator(".sb-practice-first_pitch").locator(said)).to_have_attribute("data-status", "not yet")
    anna.screenshot(path=PICTURES / "hub_two_learners.png")

    # Anna answers; then a new release comes, and both come back to it.
    mine = a_class.copy_of("anna") / "my-answers/01_sell_backwards.ipynb"
    answer_in(mine, TYPED)
    typed = mine.read_bytes()
    lesson = a_class.source / "lessons/02_lead_as_the_expert.ipynb"
    lesson.write_text(
        lesson.read_text(encoding="utf-8").replace("Lead as the expert", "Lead as the expert, anew"), encoding="utf-8"
    )
    shutil.copyfile(a_class.source / "exercises/07_where_i_stand_now.ipynb", a_class.source / "exercises/08_new.ipynb")
    exercise = a_class.source / "exercises/01_sell_backwards.ipynb"
    exercise.write_text(
        exercise.read_text(encoding="utf-8").replace("sell backwards", "sell backwards, anew"), encoding="utf-8"
    )
    git(a_class.source, "add", ".")
    git(a_class.source, "commit", "-q", "-m", "second release")
    anna.goto(f"{a_class.base}/hub/home")
    anna.locator("#stop").click()
    expect(anna.locator("#start")).to_have_text("Start My Server", use_inner_text=True)
    anna.goto(f"{a_class.base}/hub/spawn")
    in_lesson_00(anna)
    copy = a_class.copy_of("anna")
    assert "anew" in (copy / "lessons/02_lead_as_the_expert.ipynb").read_text(encoding="utf-8")
    assert "anew" in (copy / "exercises/01_sell_backwards.ipynb").read_text(encoding="utf-8")
    assert (copy / "my-answers/08_new.ipynb").exists()
    assert mine.read_bytes() == typed
    expect(anna.locator(".sb-practice-first_pitch textarea")).to_have_value(GOOD)

    # The instructor fetches what there is, and grades it.
    collected, grades = tmp_path / "collected", tmp_path / "grades"
    (a_class.copy_of("bo") / "my-answers/secret.ipynb").symlink_to("/etc/passwd")
    assert collect.main(collected, {name: a_class.homes / name for name in ("anna", "bo", "cy")}) == 2
    assert not (collected / "bo/secret.ipynb").exists()
    command = [sys.executable, "-m", "sellbackwards.cli", "grade", str(collected), "--out", str(grades)]
    subprocess.run(command, check=True, capture_output=True)
    with (grades / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {(row["learner"], row["exercise"]): row["status"] for row in csv.DictReader(file)}
    assert rows["anna", "1.1"] == "passed"
    assert not any(exercise for learner, exercise in rows if learner == "bo")  # untouched copies aren't handed in


def test_only_the_class_comes_in_and_nobody_with_another_s_password(a_class: Class) -> None:
    for name, password in (("mallory", "a long password"), ("anna", "a guess of mine")):
        page = a_class.come_in(name, password)
        expect(page.get_by_text("Invalid username or password")).to_be_visible()
        assert "/hub/login" in page.url
        page.context.close()


@pytest.fixture(scope="module")
def collect() -> ModuleType:
    spec = importlib.util.spec_from_file_location("collect", ROOT / "hub/collect.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(os.name == "nt", reason="the server runs on Linux")
def test_collecting_follows_no_link_and_waits_for_no_pipe(tmp_path: Path, collect: ModuleType) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    mine = tmp_path / "anna/selling-backwards/my-answers"
    mine.mkdir(parents=True)
    (mine / "01_a.ipynb").write_text("{}")
    (mine / "02_b.ipynb").symlink_to(secret)
    os.link(secret, mine / "03_c.ipynb")
    os.mkfifo(mine / "04_d.ipynb")
    (mine / "05_e.ipynb").mkdir()
    with (mine / "06_f.ipynb").open("wb") as large:
        large.truncate(21 * 2**20)
    (tmp_path / "bo/selling-backwards").mkdir(parents=True)
    (tmp_path / "bo/selling-backwards/my-answers").symlink_to(mine)
    assert collect.main(tmp_path / "out", {"anna": tmp_path / "anna", "bo": tmp_path / "bo"}) == 1
    assert [str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.ipynb")] == [
        "anna/01_a.ipynb"
    ]


@pytest.mark.skipif(os.name == "nt", reason="the server runs on Linux")
def test_collecting_says_which_list_it_lacks(tmp_path: Path, collect: ModuleType) -> None:
    with pytest.raises(SystemExit, match=r"learners\.txt: isn't there"):
        collect.homes_of(tmp_path / "learners.txt")
