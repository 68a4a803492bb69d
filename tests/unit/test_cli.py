"""The command as people and scripts use it: exit codes, one clear line for what is wrong, formats that hold."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from interlocal import __version__
from interlocal.cli import main
from interlocal.graph.store.base import Store
from interlocal.loaders import seed
from interlocal.queries.ask import ask
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.question import evidence_of
from interlocal.report import terminal
from interlocal.report.tables import shown_cell
from interlocal.workspace import Workspace


@pytest.fixture
def run(workspace: Workspace, seed_store: object) -> Any:
    def call(*arguments: str, **options: Any) -> Result:
        return CliRunner().invoke(main, list(arguments), env={"INTERLOCAL_STORE": workspace.store, "NO_COLOR": "1"}, **options)

    return call


def clear_line(result: Result) -> str:
    """The one line of an error: exit code 1, no traceback, nothing on standard output."""
    assert result.exit_code == 1, result.output
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, lines
    assert "Traceback" not in lines[0]
    return lines[0]


def test_help_and_version(run: Any) -> None:
    for arguments in (["--help"], *([name, "--help"] for name in main.commands)):
        result = run(*arguments)
        assert result.exit_code == 0
        assert "Example" in result.output or arguments[0] == "evidence"
    assert run("--version").output.strip() == f"interlocal, version {__version__}"


def test_ask_without_a_question_lists_them_all(run: Any) -> None:
    assert all(slug in run("ask").output for slug in QUESTIONS)
    assert [entry["slug"] for entry in json.loads(run("ask", "--format", "json").output)] == list(QUESTIONS)


@pytest.mark.parametrize("slug", QUESTIONS)
def test_every_question_answers_in_every_format(run: Any, slug: str) -> None:
    table, as_json, as_csv = (run("ask", slug, "--format", form) for form in ("table", "json", "csv"))
    assert [r.exit_code for r in (table, as_json, as_csv)] == [0, 0, 0]
    answer = json.loads(as_json.output)
    assert answer["slug"] == slug
    rows = list(csv.DictReader(io.StringIO(as_csv.output)))
    assert len(rows) == len(answer["rows"])
    assert next(csv.reader(io.StringIO(as_csv.output))) == [*answer["columns"][:-1], "sources", "evidence"]
    for part in ("Of how many", "As of", "What it means", "Caveat", "Sources" if answer["answerable"] else "cannot be seen"):
        assert part in table.output
    assert "\x1b[" not in table.output


@pytest.mark.parametrize("width", [80, 100, 160])
def test_no_word_breaks_on_a_terminal(seed_store: Store, width: int) -> None:
    """Every word that is shown is a word of the answer: none is cut where a column ends."""

    def words(text: str) -> set[str]:
        return {word.strip(";:.,()") for word in text.split() if set(word) - set("─")}

    for q in QUESTIONS.values():
        out = Console(file=io.StringIO(), width=width, highlight=False, emoji=False)
        answer = ask(q, seed_store)
        terminal.show_answer(answer, out)
        assert isinstance(out.file, io.StringIO)
        shown = out.file.getvalue()
        assert max(map(len, shown.splitlines())) <= width
        cells = [shown_cell(value) for row in answer.shown for value in row.values()]
        known = [
            q.title,
            *answer.sentences,
            *q.columns.values(),
            *cells,
            answer.of_how_many(),
            answer.as_of,
            q.definition,
            q.caveat,
            q.would_help,
            answer.sources(),
        ]
        ours = "Sources sources Of how many As of What it means Caveat Would help Sources: load them to learn more The same is said of other others shown --format csv gives all more all of them with"
        briefly = [answer.citations.brief(evidence_of(row)) for row in answer.rows]
        assert {word for word in words(shown) - words(" ".join([*known, ours, *briefly])) if not word.isdecimal()} == set(), q.slug


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("160", 160), ("7", 40), ("", 120), ("0", 120), ("wide", 120)])
def test_what_is_piped_is_as_wide_as_columns_says(run: Any, columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    longest = max(len(line.rstrip()) for line in run("ask", "themes-by-country").output.splitlines())
    assert width - 12 < longest <= width


def test_an_answer_with_many_columns_is_told_in_sentences_and_one_with_few_is_a_table(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    wide = run("ask", "bodies-cooperating-with-lras").output
    assert "───" not in wide
    assert re.search(r"^ *1\. ", wide, re.MULTILINE)
    assert "───" in run("ask", "overlap-of-networks").output


def test_what_is_said_alike_of_many_is_said_once_with_their_names(run: Any, seed_store: Store) -> None:
    answer = ask(QUESTIONS["lras-outside-any-network"], seed_store)
    told = [
        ("Bari", "Italy", "Bari (Italy): nothing is recorded."),
        ("Ghent", "Belgium", "Ghent (Belgium): is in CLIP. (CSES 2013)"),
        ("Vienna", "Austria", "Vienna (Austria): nothing is recorded."),
        # The same, but of another source; the same, without the country; nobody named, twice.
        ("Antwerp", "Belgium", "Antwerp (Belgium): is in CLIP. (ADMIN4ALL 2016)"),
        ("Lleida", "Spain", "Lleida: nothing is recorded."),
        ("Athens", "Greece", "Nothing is recorded."),
        ("Patras", "Greece", "Nothing is recorded."),
        ("Milan", "Italy", "Milan (Italy): nothing is recorded."),
    ]
    rows = [{"lra": lra, "country": country, "evidence": []} for lra, country, _ in told]
    out = Console(file=io.StringIO(), width=60, highlight=False, emoji=False)
    # Whatever would fit in a table is long enough here for none.
    shown = [{**row, "through": "x" * 60} for row in rows]
    terminal.show_answer(replace(answer, rows=rows, shown=shown, row_sentences=[said for *_, said in told], headline="Answer."), out)
    assert isinstance(out.file, io.StringIO)
    body = out.file.getvalue().partition("Answer.\n\n")[2].partition("\n\n")[0]
    assert " ".join(body.split()) == (
        "1. Bari (Italy): nothing is recorded. The same is said of 3 others: Vienna (Austria); Lleida; Milan (Italy). "
        "2. Ghent (Belgium): is in CLIP. (CSES 2013) 3. Antwerp (Belgium): is in CLIP. (ADMIN4ALL 2016) "
        "4. Nothing is recorded. 5. Nothing is recorded."
    )
    assert "shown; --format csv gives all" not in out.file.getvalue()
    assert "more (all of them" not in out.file.getvalue()


def test_of_many_of_whom_the_same_is_said_the_first_are_named_and_how_many_more(run: Any, seed_store: Store) -> None:
    answer = ask(QUESTIONS["lras-outside-any-network"], seed_store)
    names = [f"Ville-{number}" for number in range(1_200)]
    rows = [{"lra": name, "country": "Italy", "through": "x" * 90, "evidence": []} for name in names]
    out = Console(file=io.StringIO(), width=100, highlight=False, emoji=False)
    said = [f"{name} (Italy): nothing is recorded." for name in names]
    terminal.show_answer(replace(answer, rows=rows, shown=rows, row_sentences=said, headline="Answer."), out)
    assert isinstance(out.file, io.StringIO)
    body = " ".join(out.file.getvalue().partition("Answer.\n\n")[2].partition("\n\n")[0].split())
    assert body.startswith("1. Ville-0 (Italy): nothing is recorded. The same is said of 1,199 others: Ville-1 (Italy); Ville-2 (Italy);")
    assert body.endswith("Ville-39 (Italy); Ville-40 (Italy) and 1,159 more (all of them with --format csv).")
    assert all(name in run("ask", "lras-outside-any-network", "--format", "csv").output for name in ("Bari", "Wroclaw"))


def test_a_long_list_in_a_sentence_is_cut_on_the_terminal(seed_store: Store) -> None:
    answer = ask(QUESTIONS["network-members-named"], seed_store)
    names = [f"Ville-{number}" for number in range(11_450)]
    row = {"network": "X", "named_lras": names, "lra_roles": ["member"] * len(names), "evidence": []}
    out = Console(file=io.StringIO(), width=100, highlight=False, emoji=False)
    said = f"X: 11,450 LRAs are named: {', '.join(names[:-1])} and {names[-1]}; no size is stated."
    terminal.show_answer(replace(answer, rows=[row], shown=[row], row_sentences=[said]), out)
    assert isinstance(out.file, io.StringIO)
    shown = " ".join(out.file.getvalue().split())
    assert "Ville-38, Ville-39 and 11,410 more (all of them with --format csv); no size is stated." in shown
    assert "Ville-40" not in shown


def _single_valued(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    for option in command.params:
        if isinstance(option, click.Option) and not option.is_flag and not option.multiple:
            yield from ((path, name) for name in option.opts)
    for name, inner in (command.commands if isinstance(command, click.Group) else {}).items():
        yield from _single_valued(inner, (*path, name))


# What each command needs besides: without it, it would end with 2 for that.
_NEEDED = {
    "who": ["Bari"], "path": ["A", "B"], "differences": [], "compare": ["A", "B"], "without": ["A"], "cypher": ["RETURN 1"], "members": ["x.csv"],
    "show": ["A"],
}  # fmt: skip


@pytest.mark.parametrize(("path", "option"), list(_single_valued(main)), ids=lambda value: value if isinstance(value, str) else " ".join(value))
def test_an_option_given_twice_is_refused_and_named(run: Any, path: tuple[str, ...], option: str) -> None:
    found: Any = main
    for name in path:
        found = found.commands[name]
    chosen = next(p for p in found.params if option in p.opts)
    value = {"year": "2012", "limit": "5", "time_limit": "9"}.get(chosen.name, "2015")
    value = chosen.type.choices[0] if isinstance(chosen.type, click.Choice) else value
    others = [given for p in found.params if isinstance(p, click.Option) and p.required and p is not chosen for given in (p.opts[-1], "2015")]
    result = run(*path, *_NEEDED.get(path[-1], []), *others, option, value, option, value)
    assert result.exit_code == 2
    said = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert said == [f"Error: {chosen.opts[-1]} is given more than once, and takes one value: choose one, or run the command for each."]
    assert result.stdout == ""


def test_what_may_be_given_more_than_once_still_may(run: Any, tables: Any, base: Any, tmp_path: Path) -> None:
    folder = str(tables(documents=base["documents"]))
    assert run("who", "Bari", "--data", folder, "--data", folder, "--store", str(tmp_path / "g.kgl")).exit_code in (0, 1)
    assert run("path", "Belfast", "Poznan", "--networks", "--networks").exit_code == 0
    assert run("ask", "--network", "CLIP", "--network", "Eurocities", "--help").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ask", "lras-outside-network"], "unknown question “lras-outside-network”. Did you mean “lras-outside-any-network”?"),
        (["ask", "lras-outside-any-network", "--country", "Polland"], "no country “Polland” is in the graph. Did you mean “Poland”"),
        (["ask", "network-members-named", "--network", "CLIPP"], "no network “CLIPP” is in the graph. Did you mean “CLIP”"),
        (["ask", "network-members-named", "--network-scope", "european"], "unknown network scope “european”"),
        (["who", "Atlantis"], "no name “Atlantis” is in the graph."),
        (["who", "Ministry", "of", "Interior"], "can mean Ministry of Interior (Austria); Ministry of Interior (Greece)"),
        (["path", "Belfast", "Atlantis"], "no name “Atlantis” is in the graph."),
        (["map", "--focus", "Atlantis", "-o", "never.html"], "no name “Atlantis” is in the graph."),
        (["ask", "dimensions-by-country", "--data", "no-such-folder"], "no-such-folder: cannot be read"),
        (["export", "--store", "http://localhost:7474"], "http://localhost:7474: this is not the address of a Neo4j server"),
        (["build", "--store", "neo4j://localhost"], "the graph is to be on a server, and this builds a file. Use “interlocal push”"),
    ],
)
def test_what_is_not_known_gets_one_clear_line_and_exit_code_1(
    run: Any, arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert says in clear_line(run(*arguments))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["ask", "dimensions-by-country", "--fund", "EIF"],
        ["ask", "--country", "PL"],
        ["who"],
        ["path", "A"],
        ["ask", "x", "--format", "xml"],
        ["map", "--country", "PL", "--focus", "Bari"],
    ],
)
def test_wrong_usage_has_exit_code_2(run: Any, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


def test_who_tells_all_with_sources_and_finds_names_without_accents(run: Any) -> None:
    accented, plain = run("who", "Wrocław"), run("who", "wroclaw")
    assert accented.output == plain.output
    assert "ADMIN4ALL 2016, profile of Wroclaw (line" in plain.output
    profile = json.loads(run("who", "CLIP", "--format", "json").output)
    assert profile["id"] == "network:clip"
    says = {line["says"].partition(" (")[0] for lines in profile["groups"].values() for line in lines}
    assert {"was founded by Stuttgart", "is steered by Vienna", "is supported by CEMR", "cooperates with ENAR"} <= says
    assert all(line["evidence"] for lines in profile["groups"].values() for line in lines)


def test_a_fact_on_which_sources_differ_says_so(run: Any) -> None:
    output = " ".join(run("who", "Coprod Migrants").output.split())
    assert "Sources differ" in output
    assert "Nantes Métropole" in output or "Nantes Metropole" in output


def test_path_says_why_each_step_is_one(run: Any) -> None:
    output = " ".join(run("path", "Belfast", "Poznan").output.split())
    assert "joined by recorded cooperation in two steps" in output
    assert "Poznan is a partner in OPENCities" in output
    found = json.loads(run("path", "Belfast", "Poznan", "--format", "json").output)
    assert found["found"]
    assert all(reason["evidence"] for step in found["steps"] for reason in step["reasons"])
    assert not json.loads(run("path", "Belfast", "Stuttgart", "--format", "json").output)["found"]


def test_report_and_map_write_whole_files_and_the_same_bytes_again(run: Any, tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "deep" / "b"
    for folder in (first, second):
        result = run("report", "-o", str(folder))
        assert result.exit_code == 0
        assert all(str(folder / name) in result.output for name in ("index.html", "network-map.html", "findings.csv"))
    for name in ("index.html", "network-map.html", "findings.csv"):
        assert (first / name).read_bytes() == (second / name).read_bytes()
    assert sorted(p.name for p in first.iterdir()) == ["findings.csv", "index.html", "network-map.html"]
    assert run("map", "-o", str(tmp_path / "m.html")).exit_code == 0
    assert (tmp_path / "m.html").read_bytes() == (first / "network-map.html").read_bytes()


def test_findings_open_in_a_spreadsheet(run: Any, tmp_path: Path) -> None:
    run("report", "-o", str(tmp_path))
    content = (tmp_path / "findings.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert {row["slug"] for row in rows} == set(QUESTIONS)
    assert all(row["sentence"] and row["as_of"] and row["caveat"] for row in rows)
    answers = [row for row in rows if row["finding"] == "answer"]
    assert [row["slug"] for row in answers] == list(QUESTIONS)
    assert all(row["population"] and int(row["count"]) <= int(row["of"]) for row in answers)
    assert not any(row["count"] for row in rows if row["finding"] != "answer")
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_export_gives_each_node_and_tie_once_sorted_and_stable(run: Any, tmp_path: Path) -> None:
    assert run("export", "-o", str(tmp_path / "g.jsonl")).exit_code == 0
    text = (tmp_path / "g.jsonl").read_text(encoding="utf-8")
    assert run("export", "--format", "jsonl").output == text
    lines = [json.loads(line) for line in text.split("\n") if line]
    nodes = [line for line in lines if line["kind"] == "node"]
    ties = [line for line in lines if line["kind"] == "relationship"]
    assert lines == nodes + ties
    assert set(nodes[0]) == {"kind", "id", "type", "name", "aliases", "country", "properties", "evidence"}
    assert set(ties[0]) == {"kind", "source", "type", "target", "properties", "evidence"}
    ids = {node["id"] for node in nodes}
    assert len(ids) == len(nodes)
    assert all({tie["source"], tie["target"]} <= ids for tie in ties)
    coprod = next(t for t in ties if (t["source"], t["type"], t["target"]) == ("project:fr/coprod-migrants", "FUNDED_BY", "fund:eif"))
    assert coprod["properties"]["amount"] == 94000
    entries = coprod["evidence"]
    assert all(set(e) <= {"document", "section", "lines", "group"} for e in entries)
    assert any(e["section"] == "Appendix A, case study 3" and e["lines"][0] >= 4199 for e in entries)
    joined = [e for e in entries if "group" in e]
    assert len(joined) != 1


def test_a_users_own_tables_lie_over_the_seed(run: Any, tables: Any, tmp_path: Path) -> None:
    folder = tables(
        documents=[{"id": "ours-2024", "title": "Our list", "year": "2024", "as_of_year": "2024"}],
        sections=[{"document": "ours-2024", "first": "1", "last": "9", "title": "List"}],
        relationships=[{"source": "lra:it/bari", "type": "MEMBER_OF", "target": "network:eurocities", "evidence": "ours-2024#3"}],
    )
    result = run("ask", "lras-outside-any-network", "--country", "IT", "--format", "json", "--data", str(folder), "--store", str(tmp_path / "g.kgl"))
    bari = next(row for row in json.loads(result.output)["rows"] if row["lra"] == "Bari")
    assert (bari["answer"], bari["member_of"], bari["evidence"]) == ("member", ["Eurocities"], ["ours-2024#3"])


def test_a_complete_dated_list_turns_unknown_into_non_member(run: Any, tables: Any, tmp_path: Path) -> None:
    folder = tables(
        documents=[{"id": "ours-2024", "title": "Our list", "year": "2024", "as_of_year": "2024"}],
        sections=[{"document": "ours-2024", "first": "1", "last": "9", "title": "List"}],
        networks=[{"id": "network:clip", "name": "CLIP", "scope": "european_lra", "roster": "complete", "roster_as_of": "2024", "evidence": "ours-2024#1"}],
        relationships=[{"source": "lra:at/vienna", "type": "MEMBER_OF", "target": "network:clip", "evidence": "ours-2024#2"}],
    )
    arguments = ("--network", "CLIP", "--format", "json", "--data", str(folder), "--store", str(tmp_path / "g.kgl"))
    answer = json.loads(run("ask", "lras-outside-any-network", *arguments).output)
    answers = {row["lra"]: row["answer"] for row in answer["rows"]}
    assert (answers["Vienna"], answers["Bari"]) == ("member", "non-member")
    assert answer["denominator"]["count"] == sum(a == "non-member" for a in answers.values()) > 50


def test_every_fault_of_a_users_tables_is_told_and_nothing_written(run: Any, tables: Any, tmp_path: Path) -> None:
    folder = tables(lras=[{"id": "lra:fr/a", "name": "A", "level": "town", "country": "UK", "evidence": "cses-2013#9999"}])
    result = run("build", "--data", str(folder), "--store", str(tmp_path / "g.kgl"))
    assert result.exit_code == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 4
    assert all(line.startswith("Error: tables/lras.csv:2: ") for line in lines[:3])
    assert "3 problems found, nothing was written" in lines[3]
    assert not (tmp_path / "g.kgl").exists()


def test_a_place_that_cannot_be_written_gets_one_clear_line_and_loses_nothing(run: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert "cannot be written" in clear_line(run("report", "-o", str(tmp_path / "file" / "out")))
    assert "cannot be written" in clear_line(run("map", "-o", str(tmp_path / "file" / "map.html")))
    assert (tmp_path / "file").read_text() == "mine"
    assert "graph file cannot be written" in clear_line(run("build", "--store", str(tmp_path / "file" / "g.kgl")))


def test_a_report_is_whole_or_not_at_all(run: Any, tmp_path: Path) -> None:
    (tmp_path / "findings.csv").mkdir()
    for name in ("index.html", "network-map.html"):
        (tmp_path / name).write_text("old")
    assert "it is a folder, and a file is needed" in clear_line(run("report", "-o", str(tmp_path)))
    assert [(tmp_path / name).read_text() for name in ("index.html", "network-map.html")] == ["old", "old"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["findings.csv", "index.html", "network-map.html"]


def test_an_interruption_between_files_puts_back_what_was_there(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("index.html", "network-map.html", "findings.csv"):
        (tmp_path / name).write_text("old")
    real, done = Path.replace, []

    def replace(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == 4:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    result = run("report", "-o", str(tmp_path))
    monkeypatch.undo()
    assert result.stderr.strip() == "Error: stopped. What was there before is unchanged."
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == dict.fromkeys(("index.html", "network-map.html", "findings.csv"), "old")


def test_a_link_is_followed_and_what_is_no_ordinary_file_is_not_replaced(run: Any, tmp_path: Path) -> None:
    (tmp_path / "real.html").write_text("old")
    (tmp_path / "real.html").chmod(0o600)
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    assert run("map", "--focus", "CLIP", "-o", str(tmp_path / "link.html")).exit_code == 0
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (tmp_path / "real.html").stat().st_mode & 0o777 == 0o600
    assert run("export", "-o", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("content", [b"id,name\n", b"\x89PNG", b"my notes"])
def test_a_file_that_is_no_graph_is_never_written_over(run: Any, tmp_path: Path, content: bytes) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_bytes(content)
    assert "this is not a graph of interlocal, so it is not written over" in clear_line(run("ask", "dimensions-by-country", "--store", str(mine)))
    assert mine.read_bytes() == content


def test_somebody_elses_graph_is_not_written_over(run: Any, tmp_path: Path) -> None:
    import kglite

    theirs = kglite.KnowledgeGraph()
    theirs.cypher("CREATE (n:Thing {id: 'x', name: 'X', title: 'X'})")
    theirs.save(str(tmp_path / "theirs.kgl"))
    before = (tmp_path / "theirs.kgl").read_bytes()
    assert "it is not written over" in clear_line(run("who", "Bari", "--store", str(tmp_path / "theirs.kgl")))
    assert (tmp_path / "theirs.kgl").read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [["map", "-o", "."], ["export", "-o", "/"], ["ask", "dimensions-by-country", "--store", "."], ["who", "Bari", "--store", "a" * 300]]
)
def test_a_place_that_is_no_file_gets_one_clear_line(run: Any, arguments: list[str]) -> None:
    clear_line(run(*arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        ["map", "--country", ""],
        ["map", "--focus", ""],
        ["who", "Bari", "--data", ""],
        ["who", "Bari", "--time-limit", "nan"],
        ["who", "Bari", "--time-limit", "inf"],
        ["who", "Bari", "--time-limit", "-1"],
    ],
)
def test_an_empty_or_impossible_option_is_wrong_usage(run: Any, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_report_does_not_go_among_the_tables(run: Any, tables: Any, base: Any) -> None:
    folder = tables(documents=base["documents"])
    assert run("report", "--data", str(folder), "-o", str(folder)).exit_code == 2
    assert [p.name for p in folder.iterdir()] == ["documents.csv"]


def test_a_map_goes_to_standard_output_too(run: Any) -> None:
    assert run("map", "--focus", "CLIP", "-o", "-").output.startswith("<!doctype html>")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full to stand for a full disk")
@pytest.mark.parametrize("arguments", [["who", "Bari"], ["export"], ["ask"], ["build"]])
def test_a_full_disk_behind_standard_output_is_told(workspace: Workspace, seed_store: object, arguments: list[str], tmp_path: Path) -> None:
    store = str(tmp_path / "g.kgl") if arguments == ["build"] else workspace.store
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "interlocal", *arguments, *([] if arguments == ["ask"] else ["--store", store])]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 1
    assert "standard output cannot be written (No space left on device)" in result.stderr
    assert "Traceback" not in result.stderr


def test_without_a_home_or_a_standard_error_it_still_says_or_does_what_it_should(workspace: Workspace, seed_store: object, tmp_path: Path) -> None:
    command = f"{sys.executable} -m interlocal report --store {workspace.store} -o {tmp_path / 'out'} 2>&-"
    assert subprocess.run(command, shell=True, stdout=subprocess.PIPE, check=False).returncode == 0
    assert (tmp_path / "out" / "index.html").is_file()


def test_letters_that_are_no_text_end_in_one_line(workspace: Workspace, seed_store: object) -> None:
    result = subprocess.run([sys.executable, "-m", "interlocal", "who", b"\xff", "--store", workspace.store], capture_output=True, check=False)
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = subprocess.run(
        [sys.executable, "-m", "interlocal", "who", "Poznań", "--store", workspace.store], capture_output=True, env=environment, check=False
    )
    assert b"Traceback" not in result.stderr


def test_a_table_that_changes_while_it_is_read_does_not_give_a_stale_graph(tables: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"id": "lra:fr/x", "name": "Old", "level": "municipality", "country": "FR", "evidence": "cses-2013#1"}
    folder = tables(lras=[row])
    real, calls = seed.load, []

    def load(folders: Any) -> Any:
        records = real(folders)
        if not calls:
            tables(lras=[{**row, "name": "New"}])
        calls.append(1)
        return records

    monkeypatch.setattr(seed, "load", load)
    assert Workspace((folder,), str(tmp_path / "g.kgl")).open().read().by_id["lra:fr/x"].name == "New"
    assert len(calls) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full to stand for a full disk")
def test_a_full_disk_leaves_what_was_there(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("report", "-o", str(tmp_path))
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    real = Path.open
    monkeypatch.setattr(
        Path, "open", lambda self, *a, **k: real(Path("/dev/full"), *a, **k) if "findings" in self.name and a == ("wb",) else real(self, *a, **k)
    )
    assert "No space left on device" in clear_line(run("report", "-o", str(tmp_path)))
    monkeypatch.undo()
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_ctrl_c_in_the_middle_ends_with_one_line(tmp_path: Path) -> None:
    code = "import interlocal.workspace as w, time\nreal = w.assemble\nw.assemble = lambda r: (print('now', flush=True), time.sleep(20), real(r))[2]\nfrom interlocal.__main__ import run\nrun()"
    command = [sys.executable, "-c", code, "build", "--store", str(tmp_path / "g.kgl")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n"
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=20)
    assert process.returncode == 1
    assert error.strip() == "Error: stopped. What was there before is unchanged."
    assert list(tmp_path.iterdir()) == []


def test_in_daily_use_nothing_is_set_up(tmp_path: Path) -> None:
    """Without --store and INTERLOCAL_STORE the graph is in the user's data folder, built the first time anything asks."""
    home = {k: v for k, v in os.environ.items() if k not in ("INTERLOCAL_STORE", "XDG_DATA_HOME")} | {"HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    result = subprocess.run([sys.executable, "-m", "interlocal", "who", "Bari"], env=home, capture_output=True, check=True)
    assert "Bari" in result.stdout.decode("utf-8")
    assert result.stderr == b""
    assert [p.name for p in tmp_path.rglob("*.kgl")] == ["graph.kgl"]


def test_a_reader_that_goes_away_is_no_error(workspace: Workspace, seed_store: object) -> None:
    command = f"{sys.executable} -m interlocal export --store {workspace.store} | head -1"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert result.stdout.startswith('{"aliases"')
    assert "Traceback" not in result.stderr


def test_help_loads_no_heavy_package() -> None:
    code = "import sys, interlocal.cli; print(sorted({m.split('.')[0] for m in sys.modules} & {'kglite', 'networkx', 'pyvis', 'numpy', 'jinja2', 'rich', 'IPython', 'rustworkx', 'rapidfuzz'}))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_seed_is_part_of_the_package() -> None:
    assert (seed.seed_folder() / "relationships.csv").is_file()
    assert (seed.seed_folder() / "LICENCE.txt").is_file()
