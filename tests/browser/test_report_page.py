"""The report page as people read it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from interlocal.queries.catalogue import QUESTIONS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_reads_without_barriers_and_asks_for_nothing(open_page: Any, report_folder: Path, scheme: str) -> None:
    page = open_page(report_folder / "index.html", color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}})
    assert found.violations_count == 0, found.generate_report()
    assert page.faults == []


def test_every_answer_has_its_four_parts_and_its_rows(open_page: Any, report_folder: Path) -> None:
    page = open_page(report_folder / "index.html")
    for slug, question in QUESTIONS.items():
        section = page.locator(f"#{slug}")
        assert section.locator("h2").inner_text() == question.title
        assert section.locator(".answer").inner_text().endswith(".")
        assert section.locator("dt").all_inner_texts()[:4] == ["Of how many", "As of", "What it means", "Caveat"]
        rows = section.locator("tbody tr").count()
        assert rows == section.locator(".sentences li").count()
        assert (rows > 0) != section.locator(".answer").inner_text().startswith("This cannot be seen from what is loaded.")


def test_links_lead_to_the_map_and_the_findings_beside_it(open_page: Any, report_folder: Path) -> None:
    page = open_page(report_folder / "index.html")
    for target in page.locator(".actions a").all():
        assert (report_folder / target.get_attribute("href")).is_file()


def test_a_phone_does_not_scroll_sideways(open_page: Any, report_folder: Path) -> None:
    page = open_page(report_folder / "index.html", viewport={"width": 390, "height": 844})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
