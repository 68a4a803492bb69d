"""Evidence can be checked by who has the texts: found where it stands or where it went, and naming what it is evidence for."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from interlocal.cli import main
from interlocal.graph.passages import Text, digest, spans_of, stamp, verify
from interlocal.graph.records import Evidence, Graph, NodeRecord, Records, RelationshipRecord, Section, Span
from interlocal.loaders import seed
from interlocal.workspace import Workspace

CONTENT = """The City of Nantes
leads the project Coprod-
Migrants with the EIF.

Unrelated words stand here,
and more of them here."""
NODES = (
    NodeRecord("lra:fr/nantes", "LRA", "Nantes", evidence=(Evidence.parse("doc-2020#1-3"),)),
    NodeRecord("project:fr/coprod", "Project", "Coprod Migrants", evidence=(Evidence.parse("doc-2020#1-3"),)),
)


def records(*evidence: str, sections: tuple[Section, ...] = ()) -> Records:
    tie = RelationshipRecord("lra:fr/nantes", "LEADS", "project:fr/coprod", "", {"certainty": "stated"}, tuple(map(Evidence.parse, evidence)))
    return Records(NODES, (tie,), sections=sections)


def checked(content: str, given: Records) -> Any:
    stamps = [stamp(span, Text(CONTENT)) for span in spans_of(given, ["doc-2020"])]
    return verify(given, stamps, {"doc-2020": Text(content)})


def test_a_passage_in_its_place_is_found_and_names_both_ends_over_line_ends() -> None:
    found = checked(CONTENT, records("doc-2020#1-3"))
    assert (found.in_place, found.moved, found.missing, found.unnamed, found.holds) == (1, (), (), (), True)


@pytest.mark.parametrize(
    "change", [lambda t: t.upper(), lambda t: t.replace(" ", "   "), lambda t: t.replace("Nantes", "Nântes")], ids=["case", "spaces", "accents"]
)
def test_case_spaces_and_accents_do_not_matter(change: Any) -> None:
    assert checked(change(CONTENT), records("doc-2020#1-3")).in_place == 1


@pytest.mark.parametrize(
    ("content", "where"),
    [("new\nlines\n" + CONTENT, (3, 5)), ("\n" * 300 + CONTENT, (301, 303)), (CONTENT.replace("\n", " "), (1, 1))],
    ids=["near", "far", "other line ends"],
)
def test_a_passage_that_moved_is_found_where_it_went(content: str, where: tuple[int, int]) -> None:
    found = checked(content, records("doc-2020#1-3"))
    assert found.moved == ((Span("doc-2020", 1, 3), Span("doc-2020", *where)),)
    assert found.holds


def test_a_passage_whose_words_changed_is_not_found() -> None:
    found = checked(CONTENT.replace("leads", "left"), records("doc-2020#1-3"))
    assert (found.missing, found.holds) == ((Span("doc-2020", 1, 3),), False)


def test_a_passage_that_was_never_stamped_is_told() -> None:
    found = verify(records("doc-2020#1-3"), [], {"doc-2020": Text(CONTENT)})
    assert (found.unstamped, found.holds) == ((Span("doc-2020", 1, 3),), False)


def test_a_passage_that_names_one_end_only_is_an_exception_unless_the_heading_names_the_other() -> None:
    bare = checked(CONTENT, records("doc-2020#2-3"))
    assert [u.missing for u in bare.unnamed] == [("lra:fr/nantes",)]
    assert not bare.holds
    under = checked(CONTENT, records("doc-2020#2-3", sections=(Section("doc-2020", 1, 4, "City of Nantes", "part 1"),)))
    assert under.unnamed == ()


@given(st.lists(st.text(st.characters(categories=["Ll", "Lu", "Nd"]), min_size=1, max_size=8), min_size=1, max_size=30), st.data())
def test_any_passage_is_found_wherever_it_is_put(words: list[str], data: st.DataObject) -> None:
    text = Text("\n".join(words))
    first = data.draw(st.integers(1, len(words)))
    kept = stamp(Span("d-1", first, data.draw(st.integers(first, len(words)))), text)
    moved = Text("\n".join([*data.draw(st.lists(st.sampled_from(["some", "other lines"]), max_size=80)), *words]))
    found = moved.find(kept)
    assert found is not None
    assert digest(moved.words(found)) == kept.hash


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_every_passage_of_the_seed_stands_and_exceptions_are_few(documents: Path) -> None:
    result = run("evidence", "verify", "--documents", str(documents), "--format", "json")
    found = json.loads(result.output)
    assert result.exit_code == 0
    assert found["in_place"] > 3000
    assert (found["moved"], found["missing"], found["unstamped"]) == ([], [], [])
    assert found["ties"] > 1900
    assert found["share"] <= 0.03
    assert found["share"] == round(len(found["exceptions"]) / found["ties"], 4)
    table = " ".join(run("evidence", "verify", "--documents", str(documents)).output.split())
    assert f"{len(found['exceptions'])} are exceptions" in table
    assert table.count("is not named in") == len(found["exceptions"])


def test_changed_texts_fail_with_exit_code_1_and_shifted_ones_are_found(documents: Path, tmp_path: Path) -> None:
    for name in ("cses-2013.txt", "admin4all-2016.txt"):
        shutil.copy(documents / name, tmp_path / name)
    path = tmp_path / "admin4all-2016.txt"
    content = path.read_text(encoding="utf-8")
    path.write_text("two\nnew lines\n" + content, encoding="utf-8")
    shifted = json.loads(run("evidence", "verify", "--documents", str(tmp_path), "--format", "json").output)
    assert shifted["missing"] == []
    assert len(shifted["moved"]) > 500
    lines = content.split("\n")
    lines[1360] = lines[1360].replace("limited", "close")
    path.write_text("\n".join(lines), encoding="utf-8")
    result = run("evidence", "verify", "--documents", str(tmp_path))
    assert result.exit_code == 1
    assert "Not found: admin4all-2016#1361" in result.output


def test_stamps_are_fresh(documents: Path) -> None:
    path, content, _ = Workspace().stamped(documents)
    assert path.read_text(encoding="utf-8") == content, "run: interlocal evidence stamp --documents …"


def test_a_users_own_passages_are_stamped_into_their_own_folder(tables: Any, tmp_path: Path) -> None:
    folder = tables(
        documents=[{"id": "ours-2024", "title": "Ours"}],
        sections=[{"document": "ours-2024", "first": "1", "last": "3", "title": "All"}],
        relationships=[{"source": "lra:it/bari", "type": "MEMBER_OF", "target": "network:eurocities", "evidence": "ours-2024#2"}],
    )
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "ours-2024.txt").write_text("Members\nBari is in Eurocities\n", encoding="utf-8")
    before = (seed.seed_folder() / "passages.csv").read_bytes()
    texts = ("--documents", str(tmp_path / "texts"), "--data", str(folder))
    assert run("evidence", "stamp", *texts).exit_code == 0
    assert (seed.seed_folder() / "passages.csv").read_bytes() == before
    assert (folder / "passages.csv").read_text(encoding="utf-8").startswith("document,first,last,words,hash\nours-2024,2,2,4,")
    assert run("evidence", "verify", *texts).exit_code == 0


def test_show_prints_a_passage_and_leaves_people_out(documents: Path, workspace: Workspace, seed_store: object) -> None:
    texts = ("--documents", str(documents), "--store", workspace.store)
    assert "CSES 2013, section 2.7.1 (lines 950-954)" in run("evidence", "show", "cses-2013#950-954", *texts).output
    assert "Amsterdam" in run("evidence", "show", "CLIP", *texts).output
    contact = run("evidence", "show", "cses-2013#4092", *texts)
    assert contact.output.strip().endswith("[a contact line is left out here]")
    for bad in ("cses-2013#x", "other-2020#1", "Atlantis"):
        result = run("evidence", "show", bad, *texts)
        assert (result.exit_code, len(result.stderr.strip().splitlines())) == (1, 1)


def test_a_folder_without_texts_gets_one_clear_line(tmp_path: Path) -> None:
    result = run("evidence", "verify", "--documents", str(tmp_path))
    assert result.exit_code == 1
    assert "holds no text of a document. It should hold one of: admin4all-2016.txt" in result.stderr


def test_with_the_documents_who_ask_and_map_show_passages_and_the_export_never_does(documents: Path, tmp_path: Path) -> None:
    store = ("--store", str(tmp_path / "g.kgl"))
    assert run("build", "--documents", str(documents), *store).exit_code == 0
    passage = "later joined"
    who = run("who", "Vienna", *store).output
    assert passage in " ".join(who.split())
    assert "Passages" in run("ask", "links-between-networks", *store).output
    drawn = run("map", "-o", "-", *store).output
    assert passage in drawn
    assert passage not in run("export", *store).output
    assert not re.search(r"[\w.+-]+@[\w-]+\.[a-z]{2}", who)
    assert not re.search(r"[\w.+-]+@[\w-]+\.[a-z]{2}", drawn.partition('id="data"')[2].partition("</script>")[0])


def test_no_contact_of_the_sources_is_in_the_repository_or_the_graph(documents: Path, seed_graph: Graph) -> None:
    """Addresses, numbers and the people before them are read from the documents; the project holds no such list."""
    texts = [path.read_text(encoding="utf-8") for path in documents.glob("*.txt")]
    addresses = {a.lower() for text in texts for a in re.findall(r"[\w.+-]+@[\w-]+\.[\w.]+\w", text)}
    numbers = {re.sub(r"\D", "", n) for text in texts for n in re.findall(r"\+\s?\d[\d ()/-]{8,}\d", text)}
    often = Counter(w.casefold() for text in texts for w in re.findall(r"\w+", text))
    people = set()
    for text in texts:
        for line in text.split("\n"):
            parts = {p for a in re.findall(r"([\w.+-]+)@", line) for p in re.split(r"[._-]", a.lower()) if len(p) > 3 and p.isalpha()}
            named = [w for w in re.findall(r"[A-Z][\w’'-]+", line) if w.lower() in parts and often[w.casefold()] < 8]
            people |= set(named) if len(named) > 1 else set()
    assert len(addresses) > 10
    assert len(numbers) > 5
    assert len(people) >= 8
    root = Path(__file__).resolve().parents[2]
    kinds = (".csv", ".md", ".py", ".json", ".txt", ".html", ".js", ".css", ".cypher", ".toml")
    kept = [p for p in root.rglob("*") if p.is_file() and p.suffix in kinds and not {".venv", ".git", "out", "node_modules"} & set(p.parts)]
    everything = "\n".join(p.read_text(encoding="utf-8", errors="replace") for p in kept)
    everything += json.dumps([[n.name, n.aliases, dict(n.properties)] for n in seed_graph.nodes], ensure_ascii=False, default=list)
    lowered, digits = everything.lower(), re.sub(r"[ ()/-]", "", everything)
    assert [a for a in sorted(addresses) if a in lowered] == []
    assert [n for n in sorted(numbers) if len(n) > 8 and n in digits] == []
    assert [p for p in sorted(people) if re.search(rf"\b{re.escape(p)}\b", everything)] == []


def test_differences_show_each_side_and_the_reading(workspace: Workspace, seed_store: object) -> None:
    output = " ".join(run("differences", "Coprod", "Migrants", "--store", workspace.store).output.split())
    for part in ("Nantes leads Coprod Migrants", "Nantes Métropole leads Coprod Migrants", "followed here", "not followed"):
        assert part in output
    found = json.loads(run("differences", "--format", "json", "--store", workspace.store).output)
    assert len(found) >= 60
    assert all(side["evidence"] for one in found for side in one["sides"])
    assert run("differences", "Atlantis", "--store", workspace.store).exit_code == 1


def test_removing_one_evidence_never_adds_a_tie(seed_graph: Graph) -> None:
    """From the tables: each record in turn loses its first passage (every tenth record, for time)."""
    from dataclasses import replace

    from interlocal.graph.assemble import assemble

    whole = seed.load([seed.seed_folder()])
    before = {t.identity for t in assemble(whole).relationships}
    ties = list(whole.relationships)
    for place in range(0, len(ties), 97):
        fewer = replace(ties[place], evidence=ties[place].evidence[1:])
        changed = replace(whole, relationships=(*ties[:place], fewer, *ties[place + 1 :]))
        assert {t.identity for t in assemble(changed).relationships} <= before
