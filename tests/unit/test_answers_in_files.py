"""Answers as Markdown, workbook, JSON and CSV: one, or all that take what is asked for."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from click.testing import CliRunner

from interlocal.cli import main
from interlocal.graph.store.base import Store
from interlocal.queries.ask import ask
from interlocal.queries.catalogue import QUESTIONS
from interlocal.report.answers import markdown, workbook
from interlocal.workspace import Workspace


@pytest.fixture
def run(workspace: Workspace, seed_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, ["ask", *arguments, "--store", workspace.store])


def test_all_are_answered_that_take_what_is_asked_for_and_the_others_are_named(run: Any) -> None:
    result = run("--all", "--country", "PL", "--format", "json")
    taking = [slug for slug, q in QUESTIONS.items() if "country" in q.parameters]
    answers = json.loads(result.stdout)
    assert [a["slug"] for a in answers] == taking
    assert answers[0] == json.loads(run(taking[0], "--country", "PL", "--format", "json").stdout)
    assert all(slug in result.stderr for slug in QUESTIONS if slug not in taking)


def test_a_workbook_has_an_overview_and_a_sheet_a_question(run: Any, tmp_path: Path, seed_store: Store) -> None:
    assert run("--all", "--format", "xlsx", "-o", "all.xlsx").output == "Wrote all.xlsx\n"
    book = python_calamine.CalamineWorkbook.from_path(str(tmp_path / "all.xlsx"))
    assert book.sheet_names[0] == "Answers"
    assert len(book.sheet_names) == 1 + len(QUESTIONS)
    overview = book.get_sheet_by_name("Answers").to_python()
    answers = [ask(q, seed_store) for q in QUESTIONS.values()]
    assert [row[:4] for row in overview[1:]] == [[a.question.title, a.headline, float(a.count) if a.answerable else "", float(a.of)] for a in answers]
    for answer, sheet in zip(answers, book.sheet_names[1:], strict=True):
        rows = book.get_sheet_by_name(sheet).to_python()
        assert [row[-2] for row in rows[1:]] == list(answer.row_sentences)


def test_equal_answers_give_equal_workbooks(seed_store: Store) -> None:
    first, second = (workbook([ask(QUESTIONS["what-funds-fund"], seed_store)]) for _ in range(2))
    assert first == second


def test_no_text_becomes_a_formula(seed_store: Store) -> None:
    answer = ask(QUESTIONS["what-funds-fund"], seed_store)
    said = ["=1+1", "https://example.org", "x" * 40_000]
    object.__setattr__(answer, "row_sentences", [*said, *answer.row_sentences[3:]])
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook([answer]))).get_sheet_by_index(1).to_python()
    # A cell holds 32,767 letters.
    assert [row[-2] for row in sheet[1:4]] == [said[0], said[1], said[2][:32_767]]


def test_markdown_says_the_answer_the_rows_and_the_caveat_and_nothing_in_it_is_markup(seed_store: Store) -> None:
    answer = ask(QUESTIONS["what-funds-fund"], seed_store)
    text = markdown([answer])
    assert text.startswith("## What is each fund stated to fund, by kind of organiser?\n\n**Of ")
    assert text.count("\n- ") == len(answer.rows)
    assert "*Caveat:* The reports selected good practice" in text
    object.__setattr__(answer, "headline", "a *b* _c_ | <d> [e](f) `g`")
    assert "**a \\*b\\* \\_c\\_ \\| \\<d\\> \\[e\\](f) \\`g\\`**" in markdown([answer])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("what-funds-fund", "--all"), "name one question, or --all, not both"),
        (("--all", "--format", "xlsx"), "a workbook is a file: name it with -o"),
        (("--format", "md"), "name a question, or --all"),
        (("what-funds-fund", "-o", "x.txt"), "a table is for the screen"),
        (("--all", "--fund", "EIF", "--level", "region"), "no question takes all of these options: --fund, --level"),
        (("--country", "PL"), "name the question that these options are for"),
    ],
)
def test_wrong_use_is_said_and_ends_with_2(run: Any, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, said in " ".join(result.output.split())) == (2, True), result.output


def test_one_answer_into_a_file(run: Any, tmp_path: Path) -> None:
    for form in ("md", "csv", "json"):
        assert run("what-funds-fund", "--format", form, "-o", f"answer.{form}").exit_code == 0
        assert (tmp_path / f"answer.{form}").read_text(encoding="utf-8") == run("what-funds-fund", "--format", form).stdout
