"""Answers as files for people: Markdown for a text, a workbook for who calculates. The same answers give the same bytes."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.parameters import PARAMETERS
from interlocal.queries.question import Answer, evidence_of
from interlocal.report.columns import CODES, filled_columns, is_number, number_code
from interlocal.report.sentences import names_cut
from interlocal.report.tables import shown_cell
from interlocal.text import listed

_OVERVIEW = {"question": 28, "answer": 54, "found": 8, "of": 8, "what was looked at": 20, "as of": 13, "caveat": 40, "sources": 36}
_OVERVIEW_NAME = "Answers"
# What Excel allows: letters of a sheet's name and of a cell, and the height of a row in points.
_LONGEST_SHEET = 31
_LONGEST_CELL = 32_767
_CUT = " … (cut here: all of it with --format csv)"
_HIGHEST_ROW = 409
# Cells are set in 10 points, a line of which needs 13. A width counts digits of 11 points, so a line holds more letters than its width says:
# about a third more in the font of Excel, less in the wider ones that stand in for it elsewhere.
_FONT = 10
_LINE = 13
_LETTERS = 1.2
# A column is made so wide that most of its cells have few lines, and so much wider that all can be seen whole.
_FEW_LINES, _MOST_LINES = 4, 30
_SHORT, _WIDE = 28, 60
# Pixels across a landscape page of A4 within its margins, and the smallest size in per cent that is still read with ease.
_PAGE, _SMALLEST = 1045, 70
# The answer stands above the table in cells joined to about the width of a screen; above this height it does not stay when one scrolls.
_SCREEN, _SCREEN_AT_LEAST = 175, 60
_HIGHEST_FROZEN = 250
_FIRST_WIDTH = 20
# No slug ends in one of these when it is cut.
_SMALL_WORDS = {"a", "and", "at", "by", "for", "in", "not", "of", "on", "or", "the", "to", "with", "without"}


def markdown(answers: Sequence[Answer]) -> str:
    """A section a question: the answer, how many of how many, what its words mean, a sentence a row with its sources, the caveat."""
    return "\n".join(_section(answer) for answer in answers)


def _section(answer: Answer) -> str:
    lines = [f"## {_plain(answer.question.title)}", "", f"**{_plain(answer.headline)}**", ""]
    if answer.answerable:
        lines += [f"{_plain(answer.of_how_many())}, as of {_plain(answer.as_of)}.", ""]
    lines += [f"*What it means:* {_plain(answer.question.definition)}", ""]
    lines += [f"- {_plain(names_cut(said, row))}" for said, row in zip(answer.row_sentences, answer.shown, strict=True)]
    lines += [""] * bool(answer.row_sentences) + [f"*Caveat:* {_plain(answer.question.caveat)}", ""]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Text in which nothing is markup."""
    for sign in "\\`*_<>[]|#":
        text = text.replace(sign, f"\\{sign}")
    return text


def workbook(answers: Sequence[Answer]) -> bytes:
    """A workbook (xlsx): an overview, and a sheet a question with its answer and its rows. No text is taken for a formula or a link."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    # Not the time at which it was made: the same answers give the same file.
    book.set_properties({"title": "Answers of interlocal", "created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    formats = {name: book.add_format({"valign": "top", "text_wrap": True, "font_size": _FONT, **more}) for name, more in _FORMATS.items()}
    names = _sheet_names([answer.question.slug for answer in answers])
    _overview(book, answers, names, formats)
    for answer, name in zip(answers, names, strict=True):
        _answer(book.add_worksheet(name), answer, formats)
    book.close()
    return out.getvalue()


_GRID = {"border": 1, "border_color": "#C8D0D8"}
_FORMATS: Mapping[str, Mapping[str, Any]] = {
    "text": _GRID,
    "head": _GRID | {"bold": True, "bg_color": "#E8EDF2"},
    "label": {"bold": True},
    "title": {"bold": True, "font_size": 13},
    "above": {},
    "plain": {},
    "link": {"font_color": "#0563C1", "underline": 1},
    "entry": _GRID | {"font_color": "#0563C1", "underline": 1},
    "aside": _GRID | {"italic": True, "font_color": "#555555"},
    **{code: _GRID | {"num_format": code} for code in CODES},
}


def _overview(book: Any, answers: Sequence[Answer], names: Sequence[str], formats: Mapping[str, Any]) -> None:
    """A row a question, which leads to its sheet; below them what was left out, and why."""
    sheet = book.add_worksheet(_OVERVIEW_NAME)
    rows = [
        [a.question.title, a.headline, a.count if a.answerable else "", a.of, a.population, a.as_of, a.question.caveat, a.sources()] for a in answers
    ]  # fmt: skip
    widths = list(_OVERVIEW.values())
    _table(sheet, 0, {heading: heading for heading in _OVERVIEW}, rows, widths, formats)
    for line, (answer, name) in enumerate(zip(answers, names, strict=True), 1):
        # As a formula, for LibreOffice does not wrap a link that is none; what it shows is our own title.
        title = answer.question.title
        sheet.write_formula(line, 0, f'=HYPERLINK("#\'{name}\'!A1","{title.replace(chr(34), chr(34) * 2)}")', formats["entry"], title)
    for line, (title, why) in enumerate(_left_out(answers).items(), len(answers) + 1):
        _row(sheet, line, [title, why], widths, [formats["aside"]] * 2)
    sheet.freeze_panes(1, 1)
    _paper(sheet, widths, 0)


def _left_out(answers: Sequence[Answer]) -> dict[str, str]:
    """The questions that do not take an option given, and which it is; none unless all that take the options are answered."""
    same = [name for name in PARAMETERS if all(name in a.question.parameters for a in answers) and len({a.parameters.get(name) for a in answers}) == 1]
    given = [name for name in same if answers[0].parameters.get(name)]
    # A value that holds when nobody asks was given only where nothing else tells the questions apart.
    chosen = [name for name in given if all(a.parameters[name] != a.question.defaults.get(name, PARAMETERS[name].default) for a in answers)]
    asked = {answer.question.slug for answer in answers}
    why = {}
    for question in QUESTIONS.values():
        if question.slug not in asked:
            missing = [n for n in chosen if n not in question.parameters] or [n for n in given if n not in question.parameters]
            if not missing:
                return {}
            why[question.title] = f"Left out: this question does not take {listed(PARAMETERS[name].option for name in missing)}."
    return why


def _answer(sheet: Any, answer: Answer, formats: Mapping[str, Any]) -> None:
    """What must not be quoted without each other, and below it the table."""
    columns = filled_columns(answer)
    rows = [
        [*(_value(shown.get(c)) for c in columns), said, answer.citations.exact(evidence_of(row))]
        for shown, row, said in zip(answer.shown, answer.rows, answer.row_sentences, strict=True)
    ]
    headings = {**columns, "sentence": "in a sentence", "evidence": "sources"} if rows else {}
    widths = [_width(heading, [row[i] for row in rows]) for i, heading in enumerate(headings.values())] or [_FIRST_WIDTH, _SCREEN - _FIRST_WIDTH]
    widths[0] = max(widths[0], _FIRST_WIDTH)
    top, height = _above(sheet, answer, widths, formats)
    if rows:
        _table(sheet, top, headings, rows, widths, formats)
        # What is frozen must leave room for rows to scroll in.
        sheet.freeze_panes(top + 1 if height <= _HIGHEST_FROZEN else 0, 1)
    else:
        _set_widths(sheet, widths)
    _paper(sheet, widths, top)


def _above(sheet: Any, answer: Answer, widths: Sequence[int], formats: Mapping[str, Any]) -> tuple[int, int]:
    """The question, the answer and what belongs to it; gives the row after an empty one of 15 points, and the height of all."""
    said = {
        "Answer": answer.headline,
        "Of how many": answer.of_how_many(),
        "To load": "" if answer.answerable else "; ".join(need.to_load for need in answer.question.needs),
        "As of": answer.as_of,
        "What it means": answer.question.definition,
        "Caveat": answer.question.caveat,
        "Would help": f"{answer.question.would_help}: load them to learn more." if answer.question.would_help else "",
        "Sources": answer.sources(),
    }
    last = max(i for i in range(1, len(widths)) if sum(widths[: i + 1]) <= _SCREEN or sum(widths[1:i]) < _SCREEN_AT_LEAST)
    room = sum(widths[1 : last + 1])
    sheet.write_url(0, 0, f"internal:'{_OVERVIEW_NAME}'!A1", formats["link"], "Back to all answers")
    # Letters of the question are larger.
    heights = [_lines(answer.question.title, room * 3 // 4) * 18, *(_lines(f"{label}: {text}", room) * _LINE + 2 for label, text in said.items() if text)]
    # Nothing stands in the first column, which is printed on every page: there a label without its text would speak of nothing.
    for line, height in enumerate(heights):
        sheet.set_row(line, min(_HIGHEST_ROW, height))
        if last > 1:
            sheet.merge_range(line, 1, line, last, "", formats["above"])
    sheet.write_string(0, 1, answer.question.title, formats["title"])
    for line, (label, text) in enumerate(((label, text) for label, text in said.items() if text), 1):
        sheet.write_rich_string(line, 1, formats["label"], f"{label}: ", formats["plain"], _fitting(text, _LONGEST_CELL - 20), formats["above"])
    return len(heights) + 1, sum(heights) + 15


def _table(sheet: Any, top: int, headings: Mapping[str, str], rows: Sequence[Sequence[Any]], widths: Sequence[int], formats: Mapping[str, Any]) -> None:
    """Headings by column, in row ``top``, and the rows below them."""
    _set_widths(sheet, widths)
    # The arrow of the filter takes two letters.
    _row(sheet, top, list(headings.values()), [width - 2 for width in widths], [formats["head"]] * len(headings))
    styles = [formats[number_code(column, [row[i] for row in rows])] for i, column in enumerate(headings)]
    for line, row in enumerate(rows, top + 1):
        _row(sheet, line, row, widths, [style if is_number(value) else formats["text"] for value, style in zip(row, styles, strict=True)])
    if rows:
        sheet.autofilter(top, 0, top + len(rows), len(headings) - 1)


def _row(sheet: Any, line: int, values: Sequence[Any], widths: Sequence[int], styles: Sequence[Any]) -> None:
    """One row, as high as its longest text needs in the width of its column."""
    for number, (value, style) in enumerate(zip(values, styles, strict=True)):
        if is_number(value):
            sheet.write_number(line, number, value, style)
        else:
            sheet.write_string(line, number, _fitting(value), style)
    lines = max(_lines(str(value), width) for value, width in zip(values, widths, strict=False))
    sheet.set_row(line, min(_HIGHEST_ROW, lines * _LINE + 2))


def _fitting(text: str, longest: int = _LONGEST_CELL) -> str:
    """A text as far as a cell holds it; what is cut says so."""
    return text if len(text) <= longest else text[: longest - len(_CUT)] + _CUT


def _set_widths(sheet: Any, widths: Sequence[int]) -> None:
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)


def _paper(sheet: Any, widths: Sequence[int], top: int) -> None:
    """Landscape, the headings on every page: one page wide where that can be read, else several with the first column on each."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&8&A&R&8Page &P of &N")
    sheet.repeat_rows(top)
    # A width of one is a digit of seven pixels; each column has five more for its margins.
    if sum(7 * width + 5 for width in widths) * _SMALLEST <= _PAGE * 100:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(_SMALLEST)
        sheet.repeat_columns(0)


def _value(value: Any) -> Any:
    """Numbers stay numbers; all else in the words of people."""
    return value if is_number(value) else shown_cell(value)


def _width(heading: str, values: Sequence[Any]) -> int:
    """A width for what is in a column: short values in one line, most sentences in few, and none taller than a row can be."""
    texts = [f"{value:,}" if is_number(value) else value for value in values]
    lengths = sorted(map(len, texts))
    # Two for the margins, two more for the arrow of the filter.
    least = max(max((len(word) + 2 for text in texts for word in text.split()), default=0), *(len(word) + 4 for word in heading.split()))
    most = lengths[-1] + 2
    width = min(max(least, min(most, max(_SHORT, min(_WIDE, lengths[len(lengths) * 9 // 10] // _FEW_LINES)))), 100)
    while any(_lines(text, width) > _MOST_LINES for text in texts if len(text) > width) and width < 250:
        width += 10
    return width


def _lines(text: str, width: int) -> int:
    return sum(max(1, len(textwrap.wrap(part, max(int(width * _LETTERS), 1)))) for part in text[:_LONGEST_CELL].split("\n"))


def _sheet_names(slugs: Sequence[str]) -> list[str]:
    """The questions' names in words, shortened to whole words that a sheet may be called, each once."""
    names: list[str] = []
    for slug in slugs:
        words = [{"lras": "LRAs", "lra": "LRA", "eu": "EU"}.get(word, word) for word in slug.split("-")]
        name, number = _short(words, _LONGEST_SHEET), 2
        while name.casefold() in {taken.casefold() for taken in (*names, _OVERVIEW_NAME)}:
            name = f"{_short(words, _LONGEST_SHEET - 3)} {number}"
            number += 1
        names.append(name)
    return names


def _short(words: Sequence[str], longest: int) -> str:
    kept = list(words)
    while len(kept) > 1 and (len(" ".join(kept)) > longest or (len(kept) < len(words) and kept[-1] in _SMALL_WORDS)):
        kept.pop()
    name = " ".join(kept)[:longest]
    return name[:1].upper() + name[1:]
