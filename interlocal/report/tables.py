"""Answers as tables for scripts and spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from interlocal.graph.cite import Citations
from interlocal.graph.records import Evidence
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
    return f"{value:g}" if isinstance(value, float) else str(value)


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([safe(cell(value)) for value in row] for row in rows)
    return out.getvalue()


def answer_csv(answer: Answer) -> str:
    """The rows of an answer; the last columns are where to look and the exact lines."""
    columns = list(answer.question.columns)
    header = [*columns, "sources", "evidence"]
    return csv_text(header, ([*(row.get(c) for c in columns), answer.citations.brief(evidence_of(row)), row["evidence"]] for row in answer.rows))


def findings_csv(answers: Iterable[Answer]) -> str:
    """Every row of every answer as a finding in one table; an answer without rows is a row too."""
    rows = []
    for answer in answers:
        q = answer.question
        tail = [answer.as_of, answer.count, answer.of, q.population.words, q.caveat]
        rows.append([q.title, q.slug, "answer", answer.headline, *tail, answer.sources(), ""])
        for row, said in zip(answer.rows, answer.row_sentences, strict=True):
            kind = "found" if q.found(row) else "row"
            rows.append([q.title, q.slug, kind, said, *tail, answer.citations.brief(evidence_of(row)), row["evidence"]])
    return csv_text(FINDINGS_HEADER, rows)


def lines_csv(lines: Iterable[tuple[str, str, Sequence[Evidence]]], citations: Citations) -> str:
    """Said things in groups (a profile, a path) as a table."""
    rows = ([group, says, citations.brief(evidence), [str(e) for e in evidence]] for group, says, evidence in lines)
    return csv_text(("group", "says", "sources", "evidence"), rows)
