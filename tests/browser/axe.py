"""What axe-core finds wrong on a page, by WCAG 2.2 A and AA.

Two thirds of its time go into contrast, which it measures anew for each of some thousand texts that look the same. So here
each *look* is measured once: colour and size of a text, and what is painted behind it, as the browser has computed them.
A text whose look has passed is passed over. All other rules see every element of every page, once: colours are nothing to
them, so the same HTML that is looked at once more, in the other theme, is measured for contrast alone.
"""

from __future__ import annotations

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PASSED: set[str] = set()
"""The looks that have enough contrast."""

_RUN = """async ([scopes, tags, passed]) => {
    const known = new Set(passed), painted = new Map();
    const behind = one => {  // what an element and those that it stands in paint
        if (!one) return '';
        if (!painted.has(one)) {
            const {backgroundColor, backgroundImage, opacity, filter, position} = getComputedStyle(one);
            const own = [backgroundColor, backgroundImage, opacity, filter, ['absolute', 'fixed'].includes(position)].join();
            const nothing = own === 'rgba(0, 0, 0, 0),none,1,none,false';
            painted.set(one, behind(one.parentElement) + (nothing ? '' : `/${own}`));
        }
        return painted.get(one);
    };
    const look = one => {
        const {color, fontSize, fontWeight, textShadow} = getComputedStyle(one);
        return [behind(one), color, fontSize, fontWeight, textShadow].join();
    };
    const texts = scopes.flatMap(scope => [...document.querySelectorAll(scope)]).flatMap(one => [one, ...one.querySelectorAll('*')])
        .filter(one => one.matches('input, textarea, select') || [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
    const fresh = texts.filter(one => !known.has(look(one)));
    const html = tags + scopes.flatMap(scope => [...document.querySelectorAll(scope)]).map(one => one.outerHTML).join('');
    const faultless = (window.faultless ??= new Set());
    const rest = faultless.has(html) ? {violations: []} : await axe.run({include: scopes.map(one => [one])}, {
        ...(tags.length ? {runOnly: {type: 'tag', values: tags}} : {}),
        rules: {'color-contrast': {enabled: false}}, preload: false, resultTypes: ['violations'],
    });
    if (!rest.violations.length) faultless.add(html);
    const contrast = fresh.length ? await axe.run({include: fresh}, {
        runOnly: ['color-contrast'], preload: false, elementRef: true, resultTypes: ['violations', 'passes'],
    }) : {violations: [], passes: []};
    const good = contrast.passes.flatMap(rule => rule.nodes.map(node => look(node.element)));
    const faults = [...rest.violations, ...contrast.violations]
        .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`));
    return [faults, good, texts.length - fresh.length + good.length];
}"""


def look_at(page: Page, scopes: list[str], tags: list[str]) -> tuple[list[str], int]:
    """The faults in these parts of a page, and the number of texts whose contrast was measured, here or before.

    No ``tags``: all of axe's rules, what it only advises as well.
    """
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE_FILE_PATH)
    faults, good, measured = page.evaluate(_RUN, [scopes, tags, sorted(PASSED)])
    PASSED.update(good)
    return faults, measured


def faults(page: Page, *scopes: str) -> list[str]:
    """What is wrong in what is ours on a page of JupyterLab, which itself is not looked at."""
    for scope in scopes:
        assert page.locator(scope).count(), f"{scope} isn't on the page"
    # axe looks at no contrast of what is scrolled out of sight, so show all of the page at once. And JupyterLab's body
    # is 0 px high and clips nothing; axe believes that it clips all.
    page.evaluate("document.body.style.overflow = 'visible'")
    panel = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer"
    height = page.locator(panel).evaluate("one => one.querySelector('.jp-WindowedPanel-viewport').scrollHeight")
    page.set_viewport_size({"width": 1280, "height": height + 300})
    page.locator(panel).evaluate("one => { one.scrollTop = 0; }")
    page.wait_for_function(
        "scopes => [...document.querySelectorAll(scopes)].every(one => one.getBoundingClientRect().bottom < innerHeight)",
        arg=", ".join(scopes),
    )
    for _ in range(5):  # JupyterLab draws a grown page in steps, and axe passes over what isn't drawn yet
        found, measured = look_at(page, list(scopes), WCAG)
        if measured >= 4:
            break
        page.wait_for_timeout(500)
    page.set_viewport_size({"width": 1280, "height": 1600})
    assert measured >= 4, "contrast wasn't looked at"
    return found
