"""The network map as people use it: offline, searched, filtered, by keyboard, on a phone, in print, with hostile names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from interlocal.graph.records import Evidence, Graph, NodeRecord, RelationshipRecord
from interlocal.visualise.network_map import network_map
from interlocal.visualise.picture import choose

pytestmark = pytest.mark.browser

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


@pytest.fixture
def page(open_page: Any, report_folder: Path) -> Any:
    return drawn(open_page(report_folder / "network-map.html"))


def drawn(page: Any) -> Any:
    page.wait_for_function("document.documentElement.dataset.drawn !== undefined")
    return page


def ink(page: Any) -> int:
    """How many pixels of the canvas are not blank."""
    return int(
        page.evaluate(
            "(() => { const c = document.querySelector('#map canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i]) n++; return n; })()"
        )
    )


def status(page: Any) -> tuple[int, int]:
    numbers = re.match(r"(\d+) of (\d+) shown", page.inner_text("#status"))
    assert numbers
    return int(numbers[1]), int(numbers[2])


def choose_by_search(page: Any, name: str) -> None:
    page.fill("#search", name)
    page.keyboard.press("Enter")


def test_it_opens_offline_draws_and_asks_for_nothing(page: Any) -> None:
    page.wait_for_timeout(3000)
    assert ink(page) > 5000
    assert page.faults == []
    box = page.locator("#map canvas").bounding_box()
    assert box["height"] < 900


def test_search_finds_a_name_without_accents_and_shows_its_ties_with_evidence(page: Any) -> None:
    choose_by_search(page, "wrocław")
    assert page.inner_text("#panel-name") == "Wroclaw"
    details = page.inner_text("#details")
    assert "ADMIN4ALL 2016, profile of Wroclaw (line" in details
    assert 5 < status(page)[0] < 60
    assert "focus=lra" in page.url


def test_a_deep_link_opens_the_thing_with_its_neighbours(open_page: Any, report_folder: Path) -> None:
    page = drawn(open_page(report_folder / "network-map.html", "#focus=network%3Aclip"))
    assert page.inner_text("#panel-name") == "CLIP"
    text = page.inner_text("#details")
    assert "Stuttgart founded it" in text
    assert "Vienna steers it" in text
    assert page.faults == []
    page.goto(page.url.split("#")[0] + "#focus=nothing-of-that-id")
    assert page.inner_text("#panel-name") == "Details"


def test_where_sources_differ_each_side_has_its_reading_and_its_source(page: Any) -> None:
    """Who leads it: the funding and contact rows name the city (C 4227-4233), table 3.12 the Métropole (C 1878-1880)."""
    choose_by_search(page, "Coprod Migrants")
    sides = [said for said in page.locator("#details .differ").all_inner_texts() if "leads Coprod Migrants" in said]
    city, metropole = sorted(sides, key=lambda said: "Métropole leads" in said)
    for part in ("Nantes leads", "(followed here", "Appendix A, case study 3 (lines"):
        assert part in city
    for part in ("Nantes Métropole leads", "(not followed", "table 3.12 (lines 1878-1880)"):
        assert part in metropole


def test_existing_and_planned_ties_stand_apart(page: Any) -> None:
    choose_by_search(page, "Bucharest")
    text = page.inner_text("#details")
    existing, planned = text.split("Planned, not counted as ties")
    assert "plans to cooperate with" in planned
    assert "plans to" not in existing
    with_plans = status(page)[0]
    page.uncheck("#planned")
    assert status(page)[0] < with_plans


def test_the_legend_turns_types_off_and_on(page: Any) -> None:
    everything, total = status(page)
    assert everything == total
    services = int(re.findall(r"\d+", page.inner_text("[data-count=Service]"))[0])
    page.uncheck("input[name=type][value=Service]")
    assert status(page)[0] == total - services
    assert page.inner_text("[data-count=Service]") == "(0)"
    page.click("#reset")
    assert status(page)[0] == total
    assert page.is_checked("input[name=type][value=Service]")


def test_a_country_keeps_its_partners_or_leaves_them_out(page: Any) -> None:
    page.select_option("#country", "RO")
    both = status(page)[0]
    page.uncheck("#partners")
    alone = status(page)[0]
    assert 10 < alone < both
    page.click("#tab-things")
    countries = set(page.locator("#view-things tbody tr td:nth-child(3)").all_inner_texts())
    assert countries == {"Romania"}


def test_tables_hold_what_the_map_shows_and_lead_back_to_it(page: Any) -> None:
    page.click("#tab-things")
    assert page.locator("#view-things tbody tr").count() == status(page)[0]
    page.click("#tab-ties")
    told = page.inner_text("#status")
    counted = sum(int(n) for n in re.findall(r"(\d+) (?:ties|planned)", told))
    rows = page.locator("#view-ties tbody tr")
    absent = rows.filter(has_text=re.compile("is stated (not to|to be without)")).count()
    assert rows.count() - absent == counted
    assert all(page.locator("#view-ties tbody tr td:last-child").all_inner_texts())
    page.locator("#view-ties tbody button", has_text="CLIP").first.click()
    assert page.is_visible("#view-map")
    assert page.inner_text("#panel-name") == "CLIP"


def test_everything_works_by_keyboard(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("clip")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel-name") == "CLIP"
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.inner_text("#panel-name") == "Details"
    page.focus("#tab-map")
    page.keyboard.press("ArrowRight")
    assert page.is_visible("#view-things table")
    assert page.evaluate("document.querySelectorAll('#map [tabindex=\"0\"]').length") == 0


def test_a_click_on_the_map_shows_the_thing_and_one_beside_it_lets_go(page: Any) -> None:
    choose_by_search(page, "CLIP")
    page.click("text=Show it among all")
    page.click("#zoom-fit")
    page.keyboard.press("Escape")
    choose_by_search(page, "CLIP")  # alone, it stands in the middle of its ring
    box = page.locator("#map").bounding_box()
    page.mouse.click(box["x"] + box["width"] - 5, box["y"] + 5)
    assert page.inner_text("#panel-name") == "Details"
    choose_by_search(page, "CLIP")
    middle = page.evaluate(
        "(() => { const r = document.querySelector('#map').getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()"
    )
    page.mouse.click(box["x"] + box["width"] - 5, box["y"] + 5)
    choose_by_search(page, "Stuttgart")  # its ring: CLIP is its neighbour
    assert page.inner_text("#panel-name") == "Stuttgart"
    page.mouse.click(box["x"] + box["width"] - 5, box["y"] + 5)
    choose_by_search(page, "CLIP")
    page.mouse.click(*middle)
    assert page.inner_text("#panel-name") == "CLIP"


def test_who_is_chosen_outside_the_country_is_shown_and_the_country_let_go(page: Any) -> None:
    page.select_option("#country", "IT")
    choose_by_search(page, "Warsaw")
    assert page.inner_text("#panel-name") == "Warsaw"
    assert page.input_value("#country") == ""
    assert "Warsaw and its neighbours" in page.inner_text("#status")
    page.click("#reset")
    assert "focus" not in page.url


def test_a_map_of_one_thing_opens_with_it_chosen(open_page: Any, seed_graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "warsaw.html"
    path.write_text(network_map(choose(seed_graph, focus="Warsaw")), encoding="utf-8")
    page = drawn(open_page(path))
    assert page.inner_text("#panel-name") == "Warsaw"


def test_the_saved_picture_can_stand_alone(page: Any) -> None:
    choose_by_search(page, "CLIP")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    text = page.locator("#print-picture svg").text_content()
    for part in ("Who works with whom", "As of 2012 (CSES 2013)", "Networks", "no tie is recorded in these sources", "Stuttgart"):
        assert part in text


def test_things_without_a_tie_stand_beside_the_map(page: Any) -> None:
    page.click("#isolates summary")
    first = page.locator("#isolates li button").first
    name = first.inner_text()
    first.click()
    assert page.inner_text("#panel-name") == name
    assert "No tie is recorded in these sources" in page.inner_text("#details")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["map", "things", "ties"])
def test_no_barrier_for_people_with_disabilities(open_page: Any, report_folder: Path, scheme: str, view: str) -> None:
    page = drawn(open_page(report_folder / "network-map.html", color_scheme=scheme))
    choose_by_search(page, "CLIP")
    page.click(f"#tab-{view}")
    found = Axe().run(page, options=WCAG)
    assert found.violations_count == 0, found.generate_report()


def test_a_phone_sees_the_map_without_scrolling_sideways(open_page: Any, report_folder: Path) -> None:
    page = drawn(open_page(report_folder / "network-map.html", viewport={"width": 390, "height": 844}))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.querySelector('#map').getBoundingClientRect().top") < 844
    assert ink(page) > 1000


def test_print_swaps_the_canvas_for_a_picture_that_is_not_cut(page: Any) -> None:
    page.select_option("#country", "PL")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.is_visible("#map")
    assert page.locator("#print-picture svg circle").count() > 5
    assert page.locator("#print-picture svg line").count() > 20
    assert "Warsaw" in page.locator("#print-picture svg").text_content()


def test_the_picture_can_be_saved(page: Any) -> None:
    with page.expect_download() as download:
        page.click("#save-svg")
    assert download.value.suggested_filename == "network-map.svg"
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("<svg")


HOSTILE = [
    "<img src=x onerror=alert(1)>", "</script><script>alert(2)</script>", "{{ 7*7 }} {% raw %}", "javascript:alert(3) href=x", "'\"><svg onload=alert(4)>", "‏right to left‮", "\\u003cscript>alert(5)", "a" * 300, "<!--", "]]>",
]  # fmt: skip


def test_hostile_names_execute_nothing_and_are_shown_as_they_are(open_page: Any, tmp_path: Path) -> None:
    evidence = (Evidence.parse("doc-2020#1"),)
    nodes = [
        NodeRecord(
            f"org:fr/n{i}",
            "Organisation",
            name,
            (name,),
            "FR",
            {
                "kind": "NGO",
                "facts": [
                    f'{{"property": "p", "value": {name!r}, "reading": "accepted", "evidence": ["doc-2020#1"]}}'.replace("'", '"')
                    if "'" not in name and '"' not in name and "\\" not in name
                    else '{"property": "p", "value": "x", "reading": "accepted", "evidence": ["doc-2020#1"]}'
                ],
            },
            evidence,
        )
        for i, name in enumerate(HOSTILE)
    ]
    country = NodeRecord("FR", "Country", HOSTILE[0])
    document = NodeRecord(
        "doc-2020",
        "Document",
        HOSTILE[1],
        properties={"as_of_year": 2020, "sections": ['{"first": 1, "last": 9, "title": "t", "path": "<b onclick=alert(6)>p</b>"}']},
    )
    ties = [RelationshipRecord("org:fr/n0", "COOPERATES_WITH", f"org:fr/n{i}", "", {"role": name}, evidence) for i, name in enumerate(HOSTILE) if i]
    graph = Graph((country, document, *nodes), tuple(ties))
    path = tmp_path / "hostile.html"
    path.write_text(network_map(choose(graph)), encoding="utf-8")
    page = drawn(open_page(path, "#focus=org%3Afr%2Fn0"))
    for tab in ("things", "ties", "map"):
        page.click(f"#tab-{tab}")
    page.fill("#search", "alert")
    page.wait_for_timeout(300)
    assert page.faults == []
    assert page.inner_text("#panel-name") == HOSTILE[0]
    assert page.locator("main img, main script, main b").count() == 0
    assert page.title() == "Who works with whom on migrant integration"


def test_limits_hold_at_a_thousand_things(open_page: Any, tmp_path: Path, seed_graph: Graph) -> None:
    """The seed's own records, repeated to a thousand things: as long names, facts and citations as real ones."""
    drawn_labels = seed_graph.of_type("LRA", "Network", "Organisation", "Project", "Fund", "Policy", "Service")
    others = seed_graph.of_type("Country", "Document")
    known = {n.id for n in drawn_labels}
    ties = [t for t in seed_graph.relationships if {t.source, t.target} <= known]
    again = drawn_labels[: 1000 - len(drawn_labels)]
    copy = {n.id: f"{n.id}-b" for n in again}
    nodes = drawn_labels + tuple(NodeRecord(copy[n.id], n.type, f"{n.name} b", n.aliases, n.country, n.properties, n.evidence) for n in again)
    more = [RelationshipRecord(copy[t.source], t.type, copy[t.target], t.key, t.properties, t.evidence) for t in ties if {t.source, t.target} <= set(copy)]
    html = network_map(choose(Graph(others + nodes, tuple(ties + more))))
    assert len(nodes) == 1000
    assert len(html.encode()) <= 1_200_000
    path = tmp_path / "thousand.html"
    path.write_text(html, encoding="utf-8")
    page = drawn(open_page(path))
    assert status(page) == (1000, 1000)
    assert page.faults == []
