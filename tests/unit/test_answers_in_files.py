"""Answers as Markdown, workbook, JSON and CSV: one, or all that take what is asked for."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import python_calamine
from click.testing import CliRunner

from interlocal.cli import main
from interlocal.graph.store.base import Store
from interlocal.queries.ask import ask
from interlocal.queries.catalogue import QUESTIONS
from interlocal.queries.question import Answer
from interlocal.report.answers import markdown, workbook
from interlocal.report.columns import filled_columns, leans, number_code
from interlocal.report.sentences import MOST_NAMES, names_cut
from interlocal.report.tables import answer_csv, for_spreadsheets
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
        assert [row[-2] for row in below(rows)] == list(answer.row_sentences)


def below(rows: list[list[Any]]) -> list[list[Any]]:
    """The rows of the table of a sheet, which begins below the line of its headings."""
    heads = [line for line, row in enumerate(rows) if "in a sentence" in row]
    return rows[heads[0] + 1 :] if heads else []


def test_equal_answers_give_equal_workbooks(seed_store: Store) -> None:
    first, second = (workbook([ask(QUESTIONS["what-funds-fund"], seed_store)]) for _ in range(2))
    assert first == second


def test_no_text_becomes_a_formula(seed_store: Store) -> None:
    answer = ask(QUESTIONS["what-funds-fund"], seed_store)
    said = ["=1+1", "https://example.org", "x" * 40_000]
    object.__setattr__(answer, "row_sentences", [*said, *answer.row_sentences[3:]])
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook([answer]))).get_sheet_by_index(1).to_python()
    # A cell holds 32,767 letters.
    told = [row[-2] for row in below(sheet)[:3]]
    assert told[:2] == said[:2]
    assert (len(told[2]), told[2][:32_000]) == (32_767, said[2][:32_000])


_XML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Opened:
    """A workbook as it is written: what a spreadsheet shows of it beside the values."""

    def __init__(self, content: bytes) -> None:
        self.names = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            self.sheets = {name: ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{i}.xml")) for i, name in enumerate(self.names, 1)}
            strings = ElementTree.fromstring(parts.read("xl/sharedStrings.xml"))
            styles = ElementTree.fromstring(parts.read("xl/styles.xml"))
            self.book = parts.read("xl/workbook.xml").decode()
        self.strings = ["".join(part.text or "" for part in entry.iter(f"{_XML}t")) for entry in strings]
        own = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(f"{_XML}numFmt")}
        known = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%"}
        cells = styles.find(f"{_XML}cellXfs")
        assert cells is not None
        self.formats = [own.get(x.get("numFmtId")) or known[x.get("numFmtId", "")] for x in cells]

    def rows(self, name: str) -> list[tuple[float, list[tuple[int, Any, str]]]]:
        """Each row: its height, and of each cell its column, its value and its number format."""
        return [(float(row.get("ht", 0)), [self._cell(c) for c in row]) for row in self.sheets[name].iter(f"{_XML}row")]

    def _cell(self, cell: ElementTree.Element) -> tuple[int, Any, str]:
        letters = re.sub(r"\d", "", cell.get("r", ""))
        value = cell.findtext(f"{_XML}v")
        shown: Any = self.strings[int(value or 0)] if cell.get("t") == "s" else value if cell.get("t") == "str" else float(value) if value else ""
        column = sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(letters))) - 1
        return column, shown, self.formats[int(cell.get("s", 0))]

    def widths(self, name: str) -> list[float]:
        return [
            float(c.get("width", 0)) for c in self.sheets[name].iter(f"{_XML}col") for _ in range(int(c.get("min", 0)), int(c.get("max", 0)) + 1)
        ]  # fmt: skip

    def joined(self, name: str) -> dict[int, int]:
        """The last column of the cells that are joined from the second on, by line."""
        found = {}
        for ref in (str(m.get("ref")) for m in self.sheets[name].iter(f"{_XML}mergeCell")):
            match = re.fullmatch(r"B(\d+):([A-Z])\1", ref)
            assert match, ref
            found[int(match[1]) - 1] = ord(match[2]) - 65
        return found

    def one(self, name: str, tag: str) -> dict[str, str]:
        element = next(self.sheets[name].iter(f"{_XML}{tag}"), None)
        return {} if element is None else dict(element.attrib)


@pytest.fixture(scope="module")
def answers(seed_store: Store) -> list[Answer]:
    return [ask(q, seed_store) for q in QUESTIONS.values()]


@pytest.fixture(scope="module")
def opened(answers: list[Answer]) -> Opened:
    return Opened(workbook(answers))


def test_every_row_is_high_enough_for_its_text_and_no_higher_than_excel_allows(opened: Opened) -> None:
    """Calibri in 10 points puts 1.35 letters at most on a unit of width, and a line is 12 points high at least."""
    for name in opened.names:
        widths, joined = opened.widths(name), opened.joined(name)
        for line, (height, cells) in enumerate(opened.rows(name)):
            for column, value, _ in cells:
                if isinstance(value, str):
                    room = sum(widths[column : joined.get(line, column) + 1]) if column == 1 else widths[column]
                    # The question alone stands in larger letters.
                    assert len(value) / (room * 1.35) * 12 <= (height or 15) <= 409, (name, line, column)


def test_columns_are_as_wide_as_their_words_and_sentences_get_more_room(opened: Opened) -> None:
    for name in opened.names[1:]:
        widths, first = opened.widths(name), len(opened.joined(name))
        table = [cells for _, cells in opened.rows(name)][first:]
        assert all(len(word) <= widths[c] for cells in table for c, value, _ in cells if isinstance(value, str) for word in value.split()), name
    widths = opened.widths("LRAs outside any network")
    # country, level, answer, and the sentence
    assert max(widths[1:4]) < 18 < 28 <= widths[-2]


def test_what_is_printed_can_be_read(opened: Opened) -> None:
    """A landscape page of A4 less margins is 10.89 inches wide, 1,045 pixels of which a unit of width takes seven; below 70 % of its size a text of 10 points is no longer read with ease."""
    several = []
    for number, name in enumerate(opened.names):
        setup, wide = opened.one(name, "pageSetup"), sum(opened.widths(name))
        assert setup["orientation"] == "landscape"
        rows = re.search(rf'<definedName name="_xlnm.Print_Titles" localSheetId="{number}"[^>]*>([^<]*)<', opened.book)
        assert rows, name
        if opened.one(name, "pageSetUpPr").get("fitToPage"):
            assert wide * 7 <= 1046 / 0.7
        else:
            assert setup["scale"] == "70"
            assert "!$A:$A," in rows[1]
            several.append(name)
    assert {"Needs and practice", "LRAs and civil society"} <= set(several)
    assert not {"Answers", "Overlap of networks", "Links between networks"} & set(several)


def test_headings_stay_when_one_scrolls_unless_what_is_above_them_fills_the_screen(opened: Opened) -> None:
    panes = {name: opened.one(name, "pane") for name in opened.names}
    assert panes["Answers"]["topLeftCell"] == "B2"
    assert all(pane["xSplit"] == "1" for name, pane in panes.items() if below_headings(opened, name))
    for name in opened.names[1:]:
        if "ySplit" in panes[name]:
            # An empty row before the headings is not written.
            kept = opened.rows(name)[: int(panes[name]["ySplit"]) - 1]
            assert "in a sentence" in [value for _, value, _ in kept[-1][1]]
            assert sum(height for height, _ in kept[:-1]) + 15 <= 250
    tables = [name for name in opened.names if below_headings(opened, name)]
    assert sum("ySplit" in panes[name] for name in tables) > len(tables) * 3 / 4


def below_headings(opened: Opened, name: str) -> bool:
    return any(value == "in a sentence" for _, cells in opened.rows(name) for _, value, _ in cells) or name == "Answers"


def test_what_must_not_be_quoted_alone_stands_above_each_table(answers: list[Answer], opened: Opened) -> None:
    for answer, name in zip(answers, opened.names[1:], strict=True):
        said = [value for _, cells in opened.rows(name) for column, value, _ in cells if column == 1][: len(opened.joined(name)) or None]
        wanted = [answer.question.title, f"Answer: {answer.headline}", f"Of how many: {answer.of_how_many()}", f"As of: {answer.as_of}"]
        wanted += [f"What it means: {answer.question.definition}"]
        wanted += [f"Caveat: {answer.question.caveat}", *([f"Sources: {answer.sources()}"] if answer.sources() else [])]
        assert [line for line in wanted if line not in said] == [], name


def test_a_sheet_without_an_answer_says_why_and_what_to_load(answers: list[Answer], opened: Opened) -> None:
    unseen = [(a, name) for a, name in zip(answers, opened.names[1:], strict=True) if not a.answerable]
    assert len(unseen) == 6
    for answer, name in unseen:
        said = [value for _, cells in opened.rows(name) for _, value, _ in cells]
        assert any(str(value).startswith("Answer: This cannot be seen from what is loaded. It needs") for value in said)
        assert f"To load: {'; '.join(need.to_load for need in answer.question.needs)}" in said


def test_the_overview_leads_to_each_sheet_and_each_sheet_back(opened: Opened) -> None:
    formulas = [f.text for f in opened.sheets["Answers"].iter(f"{_XML}f")]
    assert [re.match(r"HYPERLINK\(\"#'([^']+)'!A1\",", str(f))[1] for f in formulas] == opened.names[1:]  # type: ignore[index]
    assert all(opened.one(name, "hyperlink")["location"] == "'Answers'!A1" for name in opened.names[1:])


def test_sheets_are_named_in_whole_words(opened: Opened) -> None:
    for slug, name in zip(QUESTIONS, opened.names[1:], strict=True):
        words = name.lower().split()
        assert len(name) <= 31
        assert words == slug.split("-")[: len(words)]
        assert words[-1] not in ("or", "and", "of", "with", "the")
    assert "LRAs without structure" in opened.names
    assert "Bodies working with several" in opened.names


def test_two_questions_of_one_beginning_get_two_sheets(answers: list[Answer]) -> None:
    same = [replace(answers[0], question=replace(answers[0].question, slug=f"needs-and-practice-of-all-the-countries-{i}")) for i in range(3)]
    assert Opened(workbook(same)).names == ["Answers", "Needs and practice of all", "Needs and practice of all 2", "Needs and practice of all 3"]


def test_what_was_left_out_is_named_with_the_reason(run: Any, tmp_path: Path) -> None:
    def left(*options: str) -> dict[str, str]:
        assert run("--all", *options, "--format", "xlsx", "-o", "left.xlsx").exit_code == 0
        overview = python_calamine.CalamineWorkbook.from_path(str(tmp_path / "left.xlsx")).get_sheet_by_name("Answers").to_python()
        return {str(row[0]): str(row[1]) for row in overview if str(row[1]).startswith("Left out")}

    assert left() == {}
    for options, wanted, why in (
        (("--country", "PL"), {"country"}, "--country"),
        (("--level", "region", "--country", "PL"), {"level", "country"}, "--country and --level"),
        # What is said when nobody asks can be asked for, too.
        (("--scope", "named"), {"scope"}, "--scope"),
    ):
        found = left(*options)
        assert set(found) == {q.title for q in QUESTIONS.values() if not wanted <= set(q.parameters)}
        assert found[QUESTIONS["bodies-cooperating-with-lras"].title] == f"Left out: this question does not take {why}."
    assert left("--level", "region", "--country", "PL")[QUESTIONS["what-funds-fund"].title] == "Left out: this question does not take --level."


def test_one_question_leaves_none_out(seed_store: Store) -> None:
    overview = Opened(workbook([ask(QUESTIONS["what-funds-fund"], seed_store, {"country": "PL"})])).rows("Answers")
    assert len(overview) == 2


def test_numbers_are_numbers_and_shown_as_what_they_are(opened: Opened) -> None:
    shown: dict[tuple[str, str], set[str]] = {}
    for name in opened.names:
        rows = [cells for _, cells in opened.rows(name)]
        headings = next((cells for cells in rows if len(cells) > 2 and {value for _, value, _ in cells} & {"in a sentence", "caveat"}), [])
        for cells in rows:
            for column, value, form in cells:
                if isinstance(value, float):
                    shown.setdefault((name, headings[column][1]), set()).add(form)
    assert shown["Amounts stated", "amount"] == {"#,##0.00"} or shown["Amounts stated", "amount"] == {"#,##0"}
    assert shown["Amounts stated", "share of the whole"] == {"0%"}
    assert shown["Amounts stated", "still running in"] == {"0"}
    assert shown["Answers", "of"] == {"#,##0"}
    assert shown["Network members named", "stated members"] == {"#,##0"}


def given(slug: str, store: Store, *rows: dict[str, Any]) -> Answer:
    """An answer to a question with rows of its own."""
    whole = [dict.fromkeys(QUESTIONS[slug].columns) | {"evidence": []} | row for row in rows]
    return replace(ask(QUESTIONS[slug], store), rows=whole, shown=whole, row_sentences=["Said."] * len(whole), headline="Answer.")


@pytest.mark.parametrize(
    ("slug", "values", "codes"),
    [
        ("bridging-organisations", {"betweenness": 0.0456, "constraint": 0.0619, "effective_size": 0.9}, ["0.0%", "0.00", "#,##0.0"]),
        ("likely-missing-links", {"adamic_adar": 0.62, "resource_allocation": 0.31}, ["0.00", "0.00"]),
        ("cross-border-ties", {"e_i": 0.9783, "expected": 0.9887}, ["+0.00;-0.00;0.00"] * 2),
        ("nested-membership", {"contained": 0.39, "jaccard": 0.18, "nestedness": 0.5}, ["0%", "0%", "0.00"]),
        ("overlap-of-networks", {"jaccard": 0.2, "share_of_smaller": 1.0}, ["0%", "0%"]),
        ("amounts-stated", {"amount": 0.5, "share": 0.5, "ongoing_as_of": 2012}, ["#,##0.00", "0%", "0"]),
        # As many as a year has no thousands, and as few as one is no share.
        ("network-coverage", {"members": 1950}, ["#,##0"]),
        ("nested-membership", {"size": 1, "shared": 1.0}, ["#,##0", "#,##0"]),
    ],
)
def test_a_number_is_shown_as_what_its_column_says_whatever_its_value(seed_store: Store, slug: str, values: dict[str, float], codes: list[str]) -> None:
    book = Opened(workbook([given(slug, seed_store, values)]))
    table = [(value, form) for _, cells in book.rows(book.names[1])[-1:] for _, value, form in cells if isinstance(value, float)]
    assert table == list(zip(values.values(), codes, strict=True))


def test_shares_alone_are_per_cent() -> None:
    shares = {(slug, heading) for slug, q in QUESTIONS.items() for column, heading in q.columns.items() if number_code(column).endswith("%")}
    assert shares == {
        ("overlap-of-networks", "Jaccard"),
        ("overlap-of-networks", "share of the smaller"),
        ("amounts-stated", "share of the whole"),
        ("bridging-organisations", "betweenness"),
        ("nested-membership", "share of the smaller"),
        ("nested-membership", "share of either"),
    }


def test_a_column_stays_before_a_heading_that_speaks_of_it(seed_store: Store) -> None:
    def headings(slug: str, **values: Any) -> list[str]:
        return list(filled_columns(given(slug, seed_store, values)).values())

    assert headings("what-hangs-together", networks=["A"], holding=[], holding_count=0) == ["lists", "hold a part to the rest", "how many do"]
    assert headings("what-hangs-together", networks=["A"], holding=[]) == ["lists"]
    # What stands between the two goes when it is empty, and a column that nobody speaks of goes, too.
    assert headings("overlap-of-networks", shared=1, other_roles=["observer"]) == ["shared", "who", "in the other as"]
    assert headings("amounts-stated", funded="A", as_printed="EUR 1") == ["what is funded", "as printed"]
    book = Opened(workbook([given("what-hangs-together", seed_store, {"networks": ["A"], "holding": [], "holding_count": 0})]))
    assert [value for _, value, _ in book.rows(book.names[1])[-2][1]] == ["lists", "hold a part to the rest", "how many do", "in a sentence", "sources"]


def test_every_heading_that_says_nothing_alone_is_known_as_one() -> None:
    leaning = {heading for q in QUESTIONS.values() for heading in q.columns.values() if leans(heading)}
    assert {"as (in the same order)", "LRAs as (in the same order)", "other bodies as", "in the other as", "to (in the same order)"} <= leaning
    assert {"how many do", "how many", "of how many", "of what", "of these implied, not said outright", "their countries", "its members"} <= leaning
    # Something stands before each of them.
    assert not any(leans(next(iter(q.columns.values()))) for q in QUESTIONS.values())
    assert not leaning & {"total", "as stated", "as printed", "LRAs named", "countries", "who", "on both", "taking part"}


def test_what_the_words_of_a_question_mean_stands_in_its_section_and_on_its_sheet(answers: list[Answer], opened: Opened) -> None:
    sections = markdown(answers).split("\n## ")
    for answer, name, section in zip(answers, opened.names[1:], sections, strict=True):
        said = [value for _, cells in opened.rows(name) for column, value, _ in cells if column == 1]
        assert f"What it means: {answer.question.definition}" in said
        assert section.count("*What it means:* ") == 1
        before, _, after = section.partition("*What it means:* ")
        assert before.count("**") == 2
        assert "\n- " not in before
        assert answer.question.definition[:20] in after
    assert "What it means" not in json.dumps([answer.as_dict() for answer in answers])


def test_a_long_list_in_a_sentence_is_cut_for_who_reads_it_and_nowhere_else(run: Any, seed_store: Store) -> None:
    # A name with "and" in it and one with brackets are one each; a role stands in brackets behind its name.
    names = [f"Tyne and Wear {i} (Province)" for i in range(120)]
    roles = ["observer" if i in (39, 119) else "member" for i in range(120)]
    listing = [f"{name} (observer)" if role == "observer" else name for name, role in zip(names, roles, strict=True)]
    for joined in (f"{', '.join(listing[:-1])} and {listing[-1]}", f"{'; '.join(listing[:-1])}; and {listing[-1]}"):
        said = f"Tyne and Wear: 120 are named: {joined}; the size is stated. (CSES 2013)"
        row = {"network": "X", "named_lras": names, "lra_roles": roles}
        cut = names_cut(said, row)
        assert cut.startswith(said[: said.index(listing[39]) + len(listing[39])])
        assert cut.endswith(f"{listing[39]} and 80 more (all of them with --format csv); the size is stated. (CSES 2013)")
        answer = replace(given("network-members-named", seed_store, row), row_sentences=[said])
        assert "and 80 more \\(" not in (text := markdown([answer]))
        assert "and 80 more (all of them with --format csv); the size" in text
        assert "Wear 41" not in text
        book = Opened(workbook([answer]))
        assert said in [value for _, value, _ in book.rows(book.names[1])[-1][1]]
        assert names[119] in str(answer.as_dict())
        assert names[119] in answer_csv(answer)


def test_a_list_that_is_short_or_that_the_sentence_tells_in_another_way_stays_whole() -> None:
    few, many = ([f"N{i}" for i in range(count)] for count in (MOST_NAMES, MOST_NAMES + 1))
    for names, joined in ((few, ", ".join(few)), (many, ", ".join(reversed(many))), (many, f"{', '.join(many[:8])} and 33 more"), (many, " or ".join(many))):
        assert names_cut(f"Named: {joined} (CSES 2013).", {"who": names}) == f"Named: {joined} (CSES 2013)."
    # Brackets that are no role of the last one belong to the sentence.
    said = f"Named: {', '.join(many[:-1])} and {many[-1]} (CSES 2013)."
    assert names_cut(said, {"who": many}).endswith("N39 and 1 more (all of them with --format csv) (CSES 2013).")


def test_a_cell_that_holds_more_than_excel_allows_says_that_it_is_cut(seed_store: Store) -> None:
    answer = given("network-members-named", seed_store, {"network": "X", "named_lras": [f"Name {i}" for i in range(5_000)]})
    book = Opened(workbook([answer]))
    cell = next(value for _, value, _ in book.rows(book.names[1])[-1][1] if str(value).startswith("Name 0"))
    assert len(cell) == 32_767
    assert cell.endswith(" … (cut here: all of it with --format csv)")


def test_a_table_for_spreadsheets_begins_with_the_mark_by_which_they_know_utf_8() -> None:
    assert for_spreadsheets("Łódź\n".encode()) == b"\xef\xbb\xbf\xc5\x81\xc3\xb3d\xc5\xba\n"


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
        # A table alone begins with a byte-order mark, and only as a file.
        assert (tmp_path / f"answer.{form}").read_bytes().startswith(b"\xef\xbb\xbf") == (form == "csv")
        assert not run("what-funds-fund", "--format", form).stdout_bytes.startswith(b"\xef\xbb\xbf")
        assert (tmp_path / f"answer.{form}").read_text(encoding="utf-8-sig") == run("what-funds-fund", "--format", form).stdout
