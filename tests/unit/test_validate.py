"""Every way in which a table can be wrong has one line with file:row and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from interlocal.errors import InvalidRecordsError, SourceError
from interlocal.loaders import seed

Base = dict[str, list[dict[str, str]]]
LRA = {"id": "lra:fr/nantes", "name": "Nantes", "level": "municipality", "country": "FR", "evidence": "doc-2020#1"}
NETWORK = {"id": "network:clip", "name": "CLIP", "scope": "european_lra", "evidence": "doc-2020#2"}
PROJECT = {"id": "project:fr/p", "name": "P", "country": "FR", "evidence": "doc-2020#3"}
TIE = {"source": "lra:fr/nantes", "type": "LEADS", "target": "project:fr/p", "evidence": "doc-2020#4"}


def issues(folder: Path) -> list[str]:
    try:
        seed.load([folder])
    except InvalidRecordsError as error:
        return [str(issue) for issue in error.issues]
    return []


@pytest.fixture
def good(base: Base) -> Base:
    return {**base, "lras": [dict(LRA)], "networks": [dict(NETWORK)], "projects": [dict(PROJECT)], "relationships": [dict(TIE)]}


def test_good_tables_have_no_issue(tables: Any, good: Base) -> None:
    assert issues(tables(**good)) == []


@pytest.mark.parametrize(
    ("table", "changes", "says"),
    [
        ("lras", {"level": "municipalty"}, "tables/lras.csv:2: unknown level “municipalty”. Did you mean “municipality”?"),
        ("lras", {"country": "UK"}, "tables/lras.csv:2: unknown country “UK”. Write GB, the ISO 3166 code."),
        ("lras", {"country": "ZZ"}, "tables/lras.csv:2: unknown country “ZZ”. Use ISO 3166 alpha-2 codes, and add the country to countries.csv."),
        ("lras", {"id": "nantes"}, "tables/lras.csv:2: “nantes” is not an id of authorities. Write it like “lra:fr/nantes”."),
        ("lras", {"name": ""}, "tables/lras.csv:2: “lra:fr/nantes” has no name."),
        ("lras", {"evidence": ""}, "tables/lras.csv:2: “lra:fr/nantes” has no evidence. Name the lines that it rests on: document#first-last."),
        ("lras", {"evidence": "doc-2020#99-101"}, "tables/lras.csv:2: evidence doc-2020#99-101 lies past the end of the document (line 100). Correct the lines."),
        ("lras", {"evidence": "doc-2021#1"}, "tables/lras.csv:2: evidence from an unknown document “doc-2021”. Did you mean “doc-2020”?"),
        ("lras", {"evidence": "line 4"}, "tables/lras.csv:2: “line 4” is not evidence. Write it as document#first-last, for example cses-2013#4046-4054."),
        ("lras", {"lat": "12,5"}, "tables/lras.csv:2: lat “12,5” is not a number. Write it without spaces, with a point: 94000 or 0.5."),
        ("lras", {"part_of": "lra:fr/loire"}, "tables/lras.csv:2: the target “lra:fr/loire” is not in the tables. Add it to its table, or correct the id."),
        ("networks", {"founded": "in 2006"}, "tables/networks.csv:2: founded “in 2006” is not a date. Write a year, year-month or year-month-day: 2012, 2012-03, 2012-03-31."),
        ("networks", {"roster": "complete"}, "tables/networks.csv:2: a complete list of members needs its date. Fill roster_as_of: without a date nobody can be called a non-member."),
        ("networks", {"stated_members": "-4"}, "tables/networks.csv:2: stated_members -4 cannot be. It lies between 0 and 10,000,000."),
        ("networks", {"founded": "2012-02-31"}, "tables/networks.csv:2: founded “2012-02-31” is not a date. Write a year, year-month or year-month-day: 2012, 2012-03, 2012-03-31."),
        ("lras", {"lat": "nan"}, "tables/lras.csv:2: lat “nan” is not a number. Write it without spaces, with a point: 94000 or 0.5."),
        ("networks", {"roster": "complete"}, "tables/networks.csv:2: the list of members of “network:clip” is complete, but nobody is on it. "
            "Add its members (MEMBER_OF in relationships.csv), or write roster none or partial."),
        ("lras", {"lon": "5000"}, "tables/lras.csv:2: lon 5000.0 cannot be. It lies between -180 and 180."),
        ("lras", {"name": "a\x1b[2Jb"}, "tables/lras.csv:2: a control character that nobody can see. Type the cell again."),
        ("sections", {"first": "²"}, "tables/sections.csv:2: a section needs the numbers of its first and last line."),
        ("sections", {"document": "doc-2021"}, "tables/sections.csv:2: section “All” is of an unknown document “doc-2021”. Add it to documents.csv."),
        ("networks", {"stated_members": "thirty"}, "tables/networks.csv:2: stated_members “thirty” is not a whole number. Write digits only."),
        ("networks", {"cooperates_with_lras": "maybe"}, "tables/networks.csv:2: unknown cooperates_with_lras “maybe”. Valid: no, yes."),
        ("relationships", {"type": "LEAD"}, "tables/relationships.csv:2: unknown relationship type “LEAD”. Did you mean “LEADS”?"),
        ("relationships", {"source": "lra:fr/nante"}, "tables/relationships.csv:2: the source “lra:fr/nante” is not in the tables. Did you mean “lra:fr/nantes”?"),
        ("relationships", {"target": "lra:fr/nantes"}, "tables/relationships.csv:2: “lra:fr/nantes” is tied to itself."),
        ("relationships", {"type": "MEMBER_OF"}, "tables/relationships.csv:2: MEMBER_OF cannot join LRA → Project (lra:fr/nantes → project:fr/p). Valid: LRA → Network."),
        ("relationships", {"source": "project:fr/p", "target": "lra:fr/nantes"}, "tables/relationships.csv:2: LEADS cannot join Project → LRA (project:fr/p → lra:fr/nantes). Turn it round."),
        ("relationships", {"since": "2013", "until": "2012"}, "tables/relationships.csv:2: the tie ends (2012) before it begins (2013)."),
        ("relationships", {"share": "50"}, "tables/relationships.csv:2: share 50 is not between 0 and 1. Write one half as 0.5."),
        ("relationships", {"amount": "10"}, "tables/relationships.csv:2: an amount without a currency. Write the ISO 4217 code, for example EUR."),
        ("relationships", {"limited": "ja"}, "tables/relationships.csv:2: limited “ja” is not true or false."),
        ("relationships", {"certainty": "sure"}, "tables/relationships.csv:2: unknown certainty “sure”. Valid: implied, reference, stated."),
        ("relationships", {"via": "service:fr/x"}, "tables/relationships.csv:2: the via “service:fr/x” is not in the tables. Add it to its table, or correct the id."),
        ("relationships", {"type": "PLANS"}, "tables/relationships.csv:2: PLANS needs in “tie” the relationship type that is meant."),
        ("relationships", {"type": "PLANS", "tie": "RUNS"}, "tables/relationships.csv:2: RUNS cannot join LRA → Project (lra:fr/nantes → project:fr/p). Valid: LRA → Service."),
        ("relationships", {"tie": "LEADS"}, "tables/relationships.csv:2: “tie” is only for PLANS and LACKS. Leave it empty."),
        ("relationships", {"evidence": ""}, "tables/relationships.csv:2: the tie lra:fr/nantes LEADS project:fr/p has no evidence. Name the lines that it rests on: document#first-last."),
    ],
)  # fmt: skip
def test_each_fault_has_its_line(tables: Any, good: Base, table: str, changes: dict[str, str], says: str) -> None:
    good[table][0].update(changes)
    assert says in issues(tables(**good))


def test_all_faults_are_told_at_once_in_the_order_of_rows(tables: Any, good: Base) -> None:
    good["lras"] = [{**LRA, "level": "x"}, {**LRA, "id": "lra:fr/b", "country": "XX"}]
    good["relationships"][0]["type"] = "KNOWS"
    assert [line.split(": ")[0] for line in issues(tables(**good))] == ["tables/lras.csv:2", "tables/lras.csv:3", "tables/relationships.csv:2"]


def test_an_id_and_a_tie_stand_once(tables: Any, good: Base) -> None:
    good["lras"].append(dict(LRA))
    good["relationships"].append(dict(TIE))
    told = "\n".join(issues(tables(**good)))
    assert "tables/lras.csv:3: the id “lra:fr/nantes” stands twice, first in tables/lras.csv:2" in told
    assert "tables/relationships.csv:3: the same tie stands twice (lra:fr/nantes LEADS project:fr/p), first in tables/relationships.csv:2" in told


def test_parallel_ties_are_told_apart_by_their_key(tables: Any, good: Base) -> None:
    good["relationships"].append({**TIE, "key": "2013"})
    assert issues(tables(**good)) == []


def test_ties_both_ways_may_be_written_either_way_round(tables: Any, good: Base) -> None:
    good["relationships"].append({"source": "network:clip", "type": "COOPERATES_WITH", "target": "lra:fr/nantes", "evidence": "doc-2020#5"})
    assert issues(tables(**good)) == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"id,name,aliases\n\xe9,x,\n", "tables/countries.csv:2: a byte that is not UTF-8 (0xe9). Save the table as “CSV UTF-8”."),
        (b"id,name\nFR,France\n", "tables/countries.csv:1: missing column aliases. The header is: id,name,aliases."),
        (b"id,name,alias\nFR,France,\n", "tables/countries.csv:1: unknown column “alias”. Did you mean “aliases”?"),
        (b"id,name,aliases\nFR,France,,x\n", "tables/countries.csv:2: 4 cells where the header has 3. Put cells that hold a separator in quotes."),
        (b'id,name,aliases\nFR,"France,\n', "tables/countries.csv:2: cannot be read as a table (unexpected end of data). Check the quotes in this row."),
        (b"", "tables/countries.csv:1: missing columns id, name and aliases. The header is: id,name,aliases."),
    ],
)
def test_what_is_no_table_has_its_line(tables: Any, good: Base, content: bytes, says: str) -> None:
    folder = tables(**good)
    (folder / "countries.csv").write_bytes(content)
    assert says in issues(folder)


@pytest.mark.parametrize(
    "text", ["\ufeffid,name,aliases\nFR,France,\nIT,Italy,\n", "id;name;aliases\r\nFR;France;\r\nIT;Italy;\r\n", "name,id,aliases\nFrance,FR,\n\nItaly,IT\n"]
)
def test_tables_as_spreadsheets_save_them_are_read(tables: Any, good: Base, text: str) -> None:
    folder = tables(**good)
    (folder / "countries.csv").write_bytes(text.encode())
    assert issues(folder) == []


def test_a_table_of_another_name_is_not_passed_over(tables: Any, good: Base) -> None:
    folder = tables(**good)
    (folder / "lra.csv").write_text("id,name\n", encoding="utf-8")
    (folder / "notes.txt").write_text("other files are left alone", encoding="utf-8")
    with pytest.raises(SourceError, match="unknown table. Did you mean “lras.csv”"):
        seed.load([folder])


def test_a_folder_that_is_not_there_or_empty_has_its_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        seed.load([tmp_path / "nowhere"])
    with pytest.raises(SourceError, match="holds no table"):
        seed.load([tmp_path])


FACT = {"about": "network:clip", "property": "stated_members", "value": "30", "evidence": "doc-2020#5"}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"property": "name", "value": "EVIL"}, "“name” is not a fact but a column of its own. Put it into the table of the thing."),
        ({"property": "label"}, "“label” is not a fact but a column of its own. Put it into the table of the thing."),
        ({"property": "statements"}, "“statements” is not a fact but a column of its own. Put it into the table of the thing."),
        ({"value": "about 30"}, "stated_members “about 30” is not a whole number. Write digits only."),
        ({"property": "roster", "value": "full"}, "unknown roster “full”. Valid: complete, none, partial."),
        ({"property": "Stated members"}, "“Stated members” is not the name of a property. Write small letters, digits and underscores."),
        ({"about": "network:klip"}, "the fact is about “network:klip”, which is not in the tables. Did you mean “network:clip”?"),
        ({"value": ""}, "the fact about “network:clip” has no value."),
        ({"reading": "sure"}, "unknown reading “sure”. Valid: accepted, open, rejected."),
    ],
)
def test_a_fact_is_held_to_the_schema_too(tables: Any, good: Base, changes: dict[str, str], says: str) -> None:
    good["facts"] = [{**FACT, **changes}]
    assert f"tables/facts.csv:2: {says}" in issues(tables(**good))


def test_a_tie_both_ways_stands_once_whichever_way_it_is_written(tables: Any, good: Base) -> None:
    one = {"source": "lra:fr/nantes", "type": "COOPERATES_WITH", "target": "network:clip", "evidence": "doc-2020#5"}
    good["relationships"] = [one, {**one, "source": one["target"], "target": one["source"]}]
    assert "the same tie stands twice" in "".join(issues(tables(**good)))


def test_two_things_do_not_share_a_code(tables: Any, good: Base) -> None:
    good["lras"] = [{**LRA, "nuts": "FRG01"}, {**LRA, "id": "lra:fr/loire", "name": "Loire", "level": "province", "nuts": "FRG01"}]
    assert "“lra:fr/loire” has the nuts code FRG01 of “lra:fr/nantes”. Two things cannot share a code; leave one empty." in "".join(issues(tables(**good)))


def test_a_document_whose_end_is_not_known_cannot_be_evidence(tables: Any, good: Base) -> None:
    good["documents"].append({"id": "notes-2024", "title": "Notes"})
    good["lras"][0]["evidence"] = "notes-2024#999999"
    assert "the lines of “notes-2024” cannot be checked. Add a row to sections.csv with its first and last line." in "".join(issues(tables(**good)))


def test_a_later_layer_does_not_make_a_document_longer(tables: Any, good: Base) -> None:
    below = tables("below", **good)
    above = tables(
        "above",
        sections=[{"document": "doc-2020", "first": "1", "last": "999", "title": "longer"}],
        networks=[{**NETWORK, "id": "network:x", "evidence": "doc-2020#500"}],
    )
    with pytest.raises(InvalidRecordsError) as error:
        seed.load([below, above])
    assert "lies past the end of the document (line 100)" in str(error.value.issues[0])


def test_files_that_a_mac_leaves_beside_tables_are_no_tables(tables: Any, good: Base) -> None:
    folder = tables(**good)
    (folder / "._lras.csv").write_bytes(b"\x00\x05\x16\x07")
    assert issues(folder) == []
