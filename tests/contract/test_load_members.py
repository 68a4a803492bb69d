"""``interlocal load members`` and ``unload`` as people use them: what the questions answer before, with and after a list."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from click.testing import CliRunner, Result

from interlocal.cli import main

# Bari, Florence and Vienna; Ville-Neuve-sur-Lac is in no graph.
CLIP = (
    "Full_Name;CountryCode;Statut;Entity\nBari ;IT;Member;City\nFirenze;Italie;Member;City\nWien;AT;Former Member;City\nVille-Neuve-sur-Lac;CH;Associate;City\n"
)


@pytest.fixture
def run(tmp_path: Path) -> Any:
    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, list(arguments), env={"INTERLOCAL_STORE": str(tmp_path / "graph.kgl"), "NO_COLOR": "1"})

    return call


@pytest.fixture
def clip(tmp_path: Path) -> str:
    (tmp_path / "clip.csv").write_text(CLIP, encoding="utf-8")
    return str(tmp_path / "clip.csv")


def answers(run: Any, *arguments: str) -> dict[str, Any]:
    result = run("ask", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)  # type: ignore[no-any-return]


def of(answer: dict[str, Any], column: str) -> dict[str, Any]:
    return {row["lra"]: row[column] for row in answer["rows"]}


def test_a_complete_list_turns_unknown_into_answers_and_unload_restores_them(run: Any, clip: str) -> None:
    question = ("lras-outside-any-network", "--network", "CLIP")
    before = answers(run, *question)
    named_before = answers(run, "network-members-named", "--network", "CLIP")
    assert set(of(before, "answer").values()) == {"member", "unknown"}
    loaded = run("load", "members", clip, "--network", "CLIP", "--as-of", "2015", "--roster", "complete")
    assert loaded.exit_code == 0, loaded.output
    assert "4 rows read = 3 matched + 1 new + 0 unsure + 0 skipped" in loaded.output
    # CSES: founders and steering body of CLIP (C 945-951); Vienna is on the list as a former member.
    assert "Recorded by other sources, and not on this list: Amsterdam (on the steering body); " in loaded.output
    assert "Stuttgart (founder)" in loaded.output
    assert "  3 members, of these one as associate, 1 former member\n" in loaded.output
    assert "Warning: a source states 30 members, and this list has 3." in loaded.output
    after = of(answers(run, *question), "answer")
    # CSES names Stuttgart, Vienna and Amsterdam on the steering body; they stay members although the list lacks two of them.
    assert {name for name, answer in after.items() if answer == "member"} == {"Amsterdam", "Bari", "Florence", "Stuttgart", "Vienna", "Ville-Neuve-sur-Lac"}
    assert {answer for name, answer in after.items()} == {"member", "non-member"}
    (named,) = answers(run, "network-members-named", "--network", "CLIP")["rows"]
    assert (named["roster"], named["roster_as_of"]) == ("complete", "2015")
    assert "members-clip-2015#2" in json.dumps(named["evidence"])
    # The list is no disagreement of sources.
    assert "roster" not in run("differences", "CLIP").output
    assert run("unload", "clip").exit_code == 0
    assert answers(run, *question) == before
    assert answers(run, "network-members-named", "--network", "CLIP") == named_before


def test_a_partial_list_calls_nobody_a_non_member(run: Any, clip: str) -> None:
    assert run("load", "members", clip, "--network", "CLIP", "--as-of", "2015").exit_code == 0
    after = of(answers(run, "lras-outside-any-network", "--network", "CLIP"), "answer")
    assert (after["Bari"], after["Milan"]) == ("member", "unknown")


def test_a_list_with_unsure_rows_is_partial_until_they_are_decided(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "clip.csv"
    path.write_text("City;Country\nFrankfurt am Main;DE\nBari;IT\n", encoding="utf-8")
    command = ("load", "members", str(path), "--network", "CLIP", "--as-of", "2015", "--roster", "complete")
    first = run(*command)
    assert "2 rows read = 1 matched + 0 new + 1 unsure + 0 skipped" in first.output
    assert "The list counts as partial" in first.output
    assert of(answers(run, "lras-outside-any-network", "--network", "CLIP"), "answer")["Milan"] == "unknown"
    review = tmp_path / "clip.csv.review.csv"
    review.write_text(review.read_text(encoding="utf-8-sig").replace("(Frankfurt),", "(Frankfurt),lra:de/frankfurt"), encoding="utf-8")
    second = run(*command)
    assert "2 rows read = 2 matched + 0 new + 0 unsure + 0 skipped" in second.output
    after = of(answers(run, "lras-outside-any-network", "--network", "CLIP"), "answer")
    assert (after["Frankfurt"], after["Milan"]) == ("member", "non-member")
    # A third run obeys it as well.
    assert "0 unsure" in run(*command).output


def test_the_same_list_again_updates(run: Any, clip: str, tmp_path: Path) -> None:
    command = ("load", "members", clip, "--network", "CLIP", "--as-of", "2015", "--format", "json")
    first = json.loads(run(*command).output)
    before = {p.name: p.read_bytes() for p in (tmp_path / "graph.lists" / "members-clip-2015").iterdir()}
    assert json.loads(run(*command).output) == first
    assert {p.name: p.read_bytes() for p in (tmp_path / "graph.lists" / "members-clip-2015").iterdir()} == before
    Path(clip).write_text(CLIP.replace("Firenze;Italie;Member", "Milano;IT;Member"), encoding="utf-8")
    assert run(*command).exit_code == 0
    (one,) = json.loads(run("unload", "--format", "json").output)
    assert (one["id"], one["network"], one["as_of"], one["read"], one["new"]) == ("members-clip-2015", "CLIP", "2015", 4, 1)
    after = of(answers(run, "lras-outside-any-network", "--network", "CLIP"), "answer")
    assert (after["Milan"], after["Florence"]) == ("member", "unknown")
    assert [p.name for p in (tmp_path / "graph.lists").iterdir()] == ["members-clip-2015"]


def test_former_members_are_former(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("City;Country;Status;End\nMilano;IT;Former Member;\nBari;IT;Ancien membre;2011\nNantes;FR;Member;\n", encoding="utf-8")
    assert run("load", "members", str(path), "--network", "Eurocities", "--as-of", "2015", "--roster", "complete").exit_code == 0
    rows = {row["lra"]: row for row in answers(run, "lras-outside-any-network", "--network", "Eurocities")["rows"]}
    assert (rows["Milan"]["answer"], rows["Milan"]["was_member_of"], rows["Nantes"]["answer"]) == ("non-member", ["Eurocities"], "member")
    assert "until 2011" in run("who", "Bari").output


def test_a_workbook_with_a_sheet_a_network(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "networks.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in {
            "Read me": [["About this file"]],
            "CLIP ": [["Members"], [], ["City", "Country", "Joined"], ["Bari ", "IT", 2006.0], ["Roubaix", "FR", 2008]],
            "EUROCITIES": [["Membre", "Pays", "Statut"], ["Lombardia", "Italie", "Associate"], ["Nirgendwo", "Wunderland", "Member"]],
        }.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    result = run("load", "members", str(path), "--as-of", "2015-06")
    assert result.exit_code == 0, result.output
    assert "All lists: 4 rows read = 3 matched + 0 new + 0 unsure + 1 skipped" in result.output
    assert "networks.xlsx, sheet EUROCITIES!3: Nirgendwo: the country “Wunderland” is unknown" in result.output
    assert "sheet Read me: not read" in result.output
    assert {one["id"] for one in json.loads(run("unload", "--format", "json").output)} == {"members-clip-2015-06", "members-eurocities-2015-06"}
    assert "since 2006" in run("who", "Bari").output
    two = run("load", "members", str(path), "--network", "ERLAI", "--as-of", "2015")
    assert two.exit_code == 1
    assert "has 2 sheets with members. Name one with --sheet: CLIP or EUROCITIES" in two.stderr


def test_lists_stand_on_their_own(run: Any, clip: str, tmp_path: Path) -> None:
    """A new authority of one list, met again in another, stays when the first one is unloaded."""
    other = tmp_path / "euro.csv"
    other.write_text("City;Country\nVille-Neuve-sur-Lac;CH\n", encoding="utf-8")
    assert run("load", "members", clip, "--network", "CLIP", "--as-of", "2015").exit_code == 0
    assert "1 matched + 0 new" in run("load", "members", str(other), "--network", "Eurocities", "--as-of", "2016").output
    assert run("unload", "members-clip-2015").exit_code == 0
    assert of(answers(run, "lras-outside-any-network", "--network", "Eurocities"), "answer")["Ville-Neuve-sur-Lac"] == "member"


def test_a_newer_partial_list_does_not_undo_a_complete_one(run: Any, clip: str, tmp_path: Path) -> None:
    assert run("load", "members", clip, "--network", "CLIP", "--as-of", "2015", "--roster", "complete").exit_code == 0
    newer = tmp_path / "newer.csv"
    newer.write_text("City;Country\nMilano;IT\n", encoding="utf-8")
    assert run("load", "members", str(newer), "--network", "CLIP", "--as-of", "2018").exit_code == 0
    after = of(answers(run, "lras-outside-any-network", "--network", "CLIP"), "answer")
    assert (after["Milan"], after["Roubaix"]) == ("member", "non-member")
    assert "2 of 4" not in run("unload").output
    gone = run("unload", "CLIP").output.splitlines()
    assert (len(gone), gone[0]) == (3, "Unloaded two lists of CLIP, as of 2015 and 2018 (--as-of takes one):")


def test_one_of_two_lists_is_unloaded_by_its_date(run: Any, clip: str) -> None:
    for year in ("2010", "2014"):
        assert run("load", "members", clip, "--network", "CLIP", "--as-of", year).exit_code == 0
    wrong = run("unload", "CLIP", "--as-of", "2012")
    assert (wrong.exit_code, "no list of members of “CLIP” as of 2012 is loaded. What is loaded is as of 2010 and 2014." in wrong.stderr) == (1, True)
    assert run("unload", "CLIP", "--as-of", "2010").output.startswith("Unloaded members-clip-2010: CLIP, as of 2010")
    assert [one["as_of"] for one in json.loads(run("unload", "--format", "json").output)] == ["2014"]


def test_a_list_that_cannot_be_loaded_leaves_the_former_one(run: Any, clip: str, tmp_path: Path) -> None:
    command = ("load", "members", clip, "--network", "CLIP", "--as-of", "2015")
    assert run(*command).exit_code == 0
    before = run("unload").output
    Path(clip).write_text("City\nBari\nMilano\n", encoding="utf-8")
    bad = run(*command)
    assert (bad.exit_code, len(bad.stderr.splitlines())) == (1, 1)
    assert "no row has a country. Add --country AT" in bad.stderr
    assert run("unload").output == before
    # Where people have to decide first, they can.
    Path(clip).write_text("City;Country\nFrankfurt am Main;DE\n", encoding="utf-8")
    assert not (tmp_path / "clip.csv.review.csv").exists()
    assert run(*command).exit_code == 1
    assert "Frankfurt am Main" in (tmp_path / "clip.csv.review.csv").read_text(encoding="utf-8-sig")
    assert run("unload").output == before


def test_an_empty_list_among_others_is_left_out(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "networks.csv"
    path.write_text("Network;City;Country\nCLIP;Bari;IT\nEurocities;Bari;Nowhere\n", encoding="utf-8")
    result = run("load", "members", str(path), "--as-of", "2015")
    assert result.exit_code == 0
    assert "Not loaded, it has no row that can be: Eurocities" in result.output
    assert "Not loaded before they are decided: one row." in result.output
    assert [one["id"] for one in json.loads(run("unload", "--format", "json").output)] == ["members-clip-2015"]


def test_states_and_networks_on_a_list_are_found_again(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "eukn.csv"
    path.write_text("Member;Country\nGermany;DE\nUkraine;UA\nEurocities;BE\n", encoding="utf-8")
    assert run("load", "members", str(path), "--network", "EUKN", "--as-of", "2014").exit_code == 0
    assert "is a member of EUKN" in run("who", "Ukraine").output
    assert "is a member of EUKN" in run("who", "DE").output


def test_a_date_in_the_future_is_told(run: Any, clip: str) -> None:
    assert "Warning: --as-of 2099 lies in the future" in run("load", "members", clip, "--network", "CLIP", "--as-of", "2099").stderr
    assert "future" not in run("load", "members", clip, "--network", "CLIP", "--as-of", "2015").stderr


def test_a_country_that_the_graph_has_not(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("City,Country\nLviv,Ukraine\nIzmir,Türkiye\n", encoding="utf-8")
    assert "2 new" in run("load", "members", str(path), "--network", "ICC", "--as-of", "2019").output
    (row,) = answers(run, "lras-outside-any-network", "--network", "ICC", "--country", "Ukraine")["rows"]
    assert (row["lra"], row["level"], row["answer"]) == ("Lviv", "municipality", "member")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["load", "members", "nowhere.csv", "--network", "CLIP", "--as-of", "2015"], 1, "nowhere.csv: cannot be read"),
        (["load", "members", "{clip}", "--as-of", "2015"], 1, "names no network. Name it: --network CLIP."),
        (["load", "members", "{clip}", "--network", "CLIPP", "--as-of", "2015"], 1, "no network “CLIPP” is in the graph. Did you mean “CLIP”?"),
        (["load", "members", "{clip}", "--network", "CLIP", "--as-of", "soon"], 2, "write a year"),
        (["load", "members", "{clip}", "--network", "CLIP"], 2, "Missing option '--as-of'"),
        (["load", "members", "{clip}", "--network", "CLIP", "--as-of", "2015", "--country", "Atlantis"], 2, "is no country"),
        (["load", "members", "{clip}", "--network", "CLIP", "--as-of", "2015", "--sheet", "x"], 1, "has no sheet “x”"),
        (["unload", "CLIP"], 1, "no list of members of “CLIP” is loaded. No list is loaded."),
    ],
)
def test_what_is_wrong_is_told_in_one_line_and_nothing_is_loaded(run: Any, clip: str, tmp_path: Path, arguments: list[str], code: int, says: str) -> None:
    result = run(*(a.format(clip=clip) for a in arguments))
    assert result.exit_code == code, result.output
    assert says in result.stderr
    assert not (tmp_path / "graph.lists").exists()


def test_a_dry_run_loads_nothing(run: Any, clip: str, tmp_path: Path) -> None:
    result = run("load", "members", clip, "--network", "CLIP", "--as-of", "2015", "--dry-run")
    assert "Would load CLIP, as of 2015" in result.output
    assert run("unload").output == "No list of members is loaded.\n"
    assert not list((tmp_path / "graph.lists").glob("*"))


def test_a_list_together_with_own_tables(run: Any, clip: str, tmp_path: Path) -> None:
    """What a list meets in a user's own tables must not be missing when these are not named."""
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "documents.csv").write_text("id,title,publisher,year,as_of_year,url,licence\nours-2020,Ours,,2020,2020,,\n")
    (ours / "sections.csv").write_text("document,first,last,title,path\nours-2020,1,9,All,\n")
    (ours / "lras.csv").write_text(
        "id,name,aliases,level,country,part_of,nuts,lau,lat,lon,reference,evidence\nlra:ch/vns,Ville-Neuve-sur-Lac,,municipality,CH,,,,,,,ours-2020#1\n"
    )
    assert "4 matched" in run("load", "members", clip, "--network", "CLIP", "--as-of", "2015", "--data", str(ours)).output
    assert "is a member of CLIP" in run("who", "lra:ch/vns").output
    assert "is a member of CLIP" in run("who", "lra:ch/vns", "--data", str(ours)).output
