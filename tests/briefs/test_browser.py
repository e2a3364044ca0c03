"""A brief in a real browser, opened from disk. Without Chromium the tests are skipped; under CI they fail."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from multivector.briefs import to_html
from multivector.briefs.material import Material
from multivector.briefs.plan import compose

pytestmark = pytest.mark.browser
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
CONTRAST = """
const channel = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
const colour = text => (text.match(/[\\d.]+/g) || []).map(Number);
const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
const ground = node => {
  for (; node; node = node.parentElement) {
    const c = colour(getComputedStyle(node).backgroundColor);
    if (c.length === 3 || c[3] === 1) return c;
  }
  return [255, 255, 255];
};
const low = [];
for (const node of document.querySelectorAll('body *')) {
  const own = [...node.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  if (!own || node.closest('.unseen, style, title, desc')) continue;
  const style = getComputedStyle(node);
  const ink = colour(node instanceof SVGElement ? style.fill : style.color);
  const [a, b] = [light(ink), light(ground(node))].sort((x, y) => y - x);
  if ((a + 0.05) / (b + 0.05) < 4.5) low.push(node.tagName + ' ' + node.textContent.trim().slice(0, 40));
}
return low;
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return a driver of Chromium with a profile of its own."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium and driver: install the packages chromium and chromium-driver")
        pytest.skip("no Chromium and driver")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    opened = webdriver.Chrome(options=options, service=Service(driver))
    yield opened
    opened.quit()


@pytest.fixture
def address(tie: Material, tmp_path: Path) -> str:
    """Return where the page of the sample lies on the disk."""
    page = tmp_path / "brief.html"
    page.write_text(to_html(compose(tie)), encoding="utf-8")
    return page.as_uri()


def show(browser: Any, address: str, *, width: int = 1000, scheme: str = "light") -> None:
    """Open a page at a width, in light or dark."""
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(address)


def test_nothing_is_asked_of_the_network_and_nothing_fails(browser: Any, address: str) -> None:
    """The page alone is loaded, and the console stays empty."""
    browser.get("about:blank")
    browser.get_log("performance")
    show(browser, address)
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [each["params"]["request"]["url"] for each in messages if each["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith("file:")] == []
    assert [entry for entry in browser.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")] == []


def test_a_note_is_reached_and_leads_back(browser: Any, address: str) -> None:
    """A click on a number shows its note, a click there the sentence again."""
    show(browser, address)
    browser.execute_script("document.querySelector('#r2-1').click()")
    assert browser.execute_script("return location.hash") == "#n2"
    assert browser.execute_script("return document.querySelector(':target').matches('li')")
    browser.execute_script("document.querySelector('#n2 [role=doc-backlink]').click()")
    assert browser.execute_script("return location.hash") == "#r2-1"


def test_the_skip_link_is_first_and_shows_when_reached(browser: Any, address: str) -> None:
    """The first tab stop skips to the bottom line."""
    from selenium.webdriver.common.keys import Keys

    show(browser, address)
    browser.switch_to.active_element.send_keys(Keys.TAB)
    stop = browser.switch_to.active_element
    assert stop.get_attribute("class") == "skip"
    assert stop.location["x"] >= 0


@pytest.mark.parametrize("width", [320, 576, 1000])
def test_nothing_runs_out_of_the_page(browser: Any, address: str, width: int) -> None:
    """No width from 320 pixels on makes a reader scroll sideways."""
    show(browser, address, width=width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read(browser: Any, address: str, scheme: str) -> None:
    """All text has a contrast of 4.5 to 1 on what lies behind it, in light and dark."""
    show(browser, address, scheme=scheme)
    assert browser.execute_script(CONTRAST) == []


def test_targets_of_links_are_large_enough(browser: Any, address: str) -> None:
    """Links outside running text are 24 pixels high (WCAG 2.5.8)."""
    show(browser, address)
    heights = "return [...document.querySelectorAll('nav a')].map(a => a.getBoundingClientRect().height)"
    assert min(browser.execute_script(heights)) >= 24


def test_print_shows_everything_but_the_navigation(browser: Any, address: str) -> None:
    """On paper the heads of tables repeat and the list of sections is left out."""
    show(browser, address)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    style = "return getComputedStyle(document.querySelector('{}')).display"
    assert browser.execute_script(style.format("thead")) == "table-header-group"
    assert browser.execute_script(style.format("nav")) == "none"
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
