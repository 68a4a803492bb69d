"""Answers as files for people: Markdown for a text, a workbook for who calculates. The same answers give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from interlocal.queries.question import Answer, evidence_of
from interlocal.report.tables import filled_columns, shown_cell

_OVERVIEW = {
    "question": 40, "answer": 80, "found": 8, "of": 8, "what was looked at": 30, "as of": 24, "caveat": 60, "sources": 60, "sheet": 30,
}  # fmt: skip
# A sheet's name has at most 31 letters.
_LONGEST_SHEET = 31
_WIDEST = 60


def markdown(answers: Sequence[Answer]) -> str:
    """A section a question: the answer, how many of how many, a sentence a row with its sources, the caveat."""
    return "\n".join(_section(answer) for answer in answers)


def _section(answer: Answer) -> str:
    lines = [f"## {_plain(answer.question.title)}", "", f"**{_plain(answer.headline)}**", ""]
    if answer.answerable:
        lines += [f"{_plain(answer.of_how_many())}, as of {_plain(answer.as_of)}.", ""]
    lines += [f"- {_plain(said)}" for said in answer.row_sentences]
    lines += [""] * bool(answer.row_sentences) + [f"*Caveat:* {_plain(answer.question.caveat)}", ""]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Text in which nothing is markup."""
    for sign in "\\`*_<>[]|#":
        text = text.replace(sign, f"\\{sign}")
    return text


def workbook(answers: Sequence[Answer]) -> bytes:
    """A workbook (xlsx): an overview, and a sheet a question with its rows. No text is taken for a formula or a link."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    # Not the time at which it was made: the same answers give the same file.
    book.set_properties({"title": "Answers of interlocal", "created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    names = _sheet_names(answers)
    rows = [
        [a.question.title, a.headline, a.count if a.answerable else "", a.of, a.population, a.as_of, a.question.caveat, a.sources(), name]
        for a, name in zip(answers, names, strict=True)
    ]
    _sheet(book, "Answers", list(_OVERVIEW), rows, list(_OVERVIEW.values()), head, text)
    for answer, name in zip(answers, names, strict=True):
        columns = filled_columns(answer)
        found = (
            [*(_value(shown.get(c)) for c in columns), said, answer.citations.exact(evidence_of(row))]
            for shown, row, said in zip(answer.shown, answer.rows, answer.row_sentences, strict=True)
        )
        table = list(found)
        headings = [*columns.values(), "in a sentence", "sources"]
        _sheet(book, name, headings, table, [*(_width(h, [row[i] for row in table]) for i, h in enumerate(headings[:-2])), 60, 50], head, text)
    book.close()
    return out.getvalue()


def _sheet(book: Any, name: str, headings: Sequence[str], rows: Sequence[Sequence[Any]], widths: Sequence[int], head: Any, text: Any) -> None:
    sheet = book.add_worksheet(name)
    for number, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, heading, head)
    for line, row in enumerate(rows, 1):
        for number, value in enumerate(row):
            if isinstance(value, int | float) and not isinstance(value, bool):
                sheet.write_number(line, number, value, text)
            else:
                sheet.write_string(line, number, str(value)[:32_767], text)
    sheet.freeze_panes(1, 1)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(headings) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _value(value: Any) -> Any:
    """Numbers stay numbers; all else in the words of people."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else shown_cell(value)


def _width(heading: str, values: Sequence[Any]) -> int:
    return min(_WIDEST, max(len(heading), *(len(str(value)) for value in values), 8) + 2)


def _sheet_names(answers: Sequence[Answer]) -> list[str]:
    """The slugs, shortened to what a sheet may be called, each once."""
    names: list[str] = []
    for answer in answers:
        name = answer.question.slug[:_LONGEST_SHEET]
        number = 2
        while name in names or name == "Answers":
            name = f"{answer.question.slug[: _LONGEST_SHEET - 2]}-{number}"
            number += 1
        names.append(name)
    return names
