"""Answers as tables for scripts and spreadsheets."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from interlocal.graph.cite import Citations
from interlocal.graph.records import Evidence
from interlocal.graph.words import code_words
from interlocal.queries.question import Answer, evidence_of

FINDINGS_HEADER = ("question", "slug", "finding", "sentence", "as_of", "count", "of", "population", "caveat", "sources", "evidence")


def cell(value: Any) -> str:
    """A value as a cell: lists joined by ``; ``, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(cell(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def shown_cell(value: Any) -> str:
    """A value as people read it: codes of closed lists in words."""
    if isinstance(value, list | tuple):
        return "; ".join(shown_cell(item) for item in value)
    return code_words(cell(value))


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell(value) if isinstance(value, int | float) else safe(cell(value)) for value in row] for row in rows)
    return out.getvalue()


def for_spreadsheets(content: bytes) -> bytes:
    """A CSV as a file: spreadsheets on Windows take it for UTF-8 only when it begins with a byte-order mark. Scripts that read a stream want none."""
    return codecs.BOM_UTF8 + content


def answer_csv(answer: Answer) -> str:
    """The rows of an answer; the last columns are where to look and the exact lines."""
    columns = list(answer.question.columns)
    header = [*columns, "sources", "evidence"]
    return csv_text(header, ([*(row.get(c) for c in columns), answer.citations.brief(evidence_of(row)), row["evidence"]] for row in answer.rows))


def findings_csv(answers: Iterable[Answer]) -> str:
    """Every answer as a row with its denominator, and below it every one of its rows, with the exact lines."""
    rows = []
    for answer in answers:
        q = answer.question
        rows.append([q.title, q.slug, "answer", answer.headline, answer.as_of, answer.count, answer.of, answer.population, q.caveat, answer.sources(), ""])
        for row, said in zip(answer.rows, answer.row_sentences, strict=True):
            kind = "found" if q.found(row) else "detail"
            rows.append([q.title, q.slug, kind, said, answer.as_of, "", "", "", q.caveat, answer.citations.exact(evidence_of(row)), row["evidence"]])
    return csv_text(FINDINGS_HEADER, rows)


def lines_csv(lines: Iterable[tuple[str, str, Sequence[Evidence]]], citations: Citations) -> str:
    """Said things in groups (a profile, a path) as a table."""
    rows = ([group, says, citations.brief(evidence), [str(e) for e in evidence]] for group, says, evidence in lines)
    return csv_text(("group", "says", "sources", "evidence"), rows)
