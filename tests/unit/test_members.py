"""Lists of members as people send them: what is read, what is refused in one line, numbers that add up."""

from __future__ import annotations

import contextlib
import csv
import io
from pathlib import Path
from typing import Any

import pytest

from interlocal.errors import InterlocalError, SourceError
from interlocal.graph.assemble import assemble
from interlocal.graph.conflicts import sides_of
from interlocal.graph.records import Evidence, Graph, NodeRecord, Origin, Records, Section
from interlocal.loaders.members.cells import date_of, membership_in, said_by
from interlocal.loaders.members.columns import field_of, find_header, is_personal
from interlocal.loaders.members.lists import Loading
from interlocal.loaders.members.loader import Loader
from interlocal.loaders.members.look_alikes import look_alikes
from interlocal.loaders.members.names import country_of
from interlocal.loaders.members.review import read_review
from interlocal.loaders.members.rows import Options
from interlocal.loaders.members.sheets import mended, read_sheets, safe, unsafe


@pytest.fixture
def load(seed_graph: Graph, tmp_path: Path) -> Any:
    """``load(text, network="CLIP")``: what a csv text gives against the seed."""
    ids = frozenset(node.id for node in seed_graph.nodes)

    def call(content: str | bytes, name: str = "list.csv", decisions: Any = (), **given: Any) -> Loading:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return Loader(seed_graph, ids, Options(as_of=given.pop("as_of", "2015"), **given), decisions).load(path)

    return call


def test_each_row_is_one_of_four(load: Any) -> None:
    # Eleven rows: Wien, Amsterdam, Stuttgart, Barcelona are in the graph; Copenhagen and the province are not; Frankfurt am Main is in
    # doubt; Vienna stands twice; one has no name, one an unknown country, one is a total.
    text = (
        "\ufeffMembers of CLIP;;;;\n;;;;\nFull_Name ;CountryCode;Statut;Year_of_Joining;Contact e-mail\nStadt Wien ;AT ;Member;2006;someone\nAmsterdam;NL;Member;2006;\n"
        "Landeshauptstadt Stuttgart;DE;Member;2006,0;\nKøbenhavn;DK;Former Member;;\nFrankfurt am Main;DE;Member;;\nDiputació de Barcelona;ES;Observer;;\n"
        "Barcelona;ES;Member;;\nVienna;Austria;Member;;\n;DE;Member;;\nAtlantis City;Atlantis;Member;;\nTotal: 10;;;;\n"
    )
    loading = load(text, network="clip", complete=True)
    (one,) = loading.lists
    assert loading.numbers() == one.numbers() == {"read": 11, "matched": 4, "new": 2, "unsure": 1, "skipped": 4}
    assert {o.row.number: o.id for o in one.outcomes if o.kind == "matched"} == {
        4: "lra:at/vienna",
        5: "lra:nl/amsterdam",
        6: "lra:de/stuttgart",
        10: "lra:es/barcelona",
    }
    assert {o.row.number: o.id for o in one.outcomes if o.kind == "new"} == {7: "lra:dk/copenhagen", 9: "lra:es/barcelona-province"}
    assert [(o.row.where, o.candidates[0].id) for o in one.outcomes if o.kind == "unsure"] == [("list.csv:8", "lra:de/frankfurt")]
    assert {o.row.number: o.why for o in one.outcomes if o.kind == "skipped"} == {
        11: "the same member as row 4", 12: "it has no name", 13: "the country “Atlantis” is unknown", 14: "a total, not a member",
    }  # fmt: skip
    assert (one.pending, one.roster) == (3, "partial")
    assert (one.members["lra:dk/copenhagen"].until, one.members["lra:dk/copenhagen"].note) == ("2015", "listed as a former member; when it left is not stated")
    assert one.members["lra:es/barcelona-province"].role == "observer"
    assert [one.members[i].since for i in ("lra:at/vienna", "lra:de/stuttgart")] == ["2006", "2006"]
    assert one.members["lra:at/vienna"].rows == [4, 11]
    assert loading.personal == ["Contact e-mail"]
    assert "someone" not in str(loading.as_dict())


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_of_many_makes(load: Any, separator: str, encoding: str) -> None:
    text = "\r\n".join(separator.join(row) for row in (("Ville / City", "Pays / Country"), ("Järvenpää ", "FI"), ("Nantes", "Frankreich"))) + "\r\n"
    loading = load(text.encode(encoding), network="CLIP")
    assert [o.id for o in loading.lists[0].outcomes] == ["lra:fi/jarvenpaa", "lra:fr/nantes"]
    assert bool(loading.notes) == (encoding == "cp1252")


def test_one_table_of_many_networks_and_one_of_them_alone(load: Any) -> None:
    text = "Network_Name,Full_Name,CountryCode,Statut,Entity\nCLIP ,Wien,AT,Member,City\nEurocities,Bari,IT,Former Member,City\nEurocities,Lombardia,IT,Associate,Region\n,Nantes,FR,Member,City\n"
    loading = load(text)
    assert {one.id: one.numbers()["matched"] for one in loading.lists} == {"members-clip-2015": 1, "members-eurocities-2015": 2}
    assert [(o.row.where, o.why) for o in loading.unplaced] == [("list.csv:5", "the row names no network")]
    assert loading.numbers() == {"read": 4, "matched": 3, "new": 0, "unsure": 0, "skipped": 1}
    alone = load(text, network="EUROCITIES")
    assert [one.id for one in alone.lists] == ["members-eurocities-2015"]
    assert alone.notes == ["1 row of CLIP: left out, --network names another network"]


def test_a_table_of_project_networks(load: Any) -> None:
    text = (
        "Code_Network ;NameCity;Country;City.Statut;Network;Start;End\nA1;Bari;Italy;Lead Partner;Active Towns;2009;2011\n"
        "A1;Tulln;Austria;Partner;Active Towns ;2009,0;2011\nB2;Gand;Belgium;Partner;Boating;2013;2018\n"
    )
    loading = load(text, new=True)
    active, boating = loading.lists
    assert [active.network.id, active.new_network, active.network.properties["scope"]] == ["network:active-towns", True, "european_lra"]
    lead = active.members["lra:it/bari"]
    assert (lead.role, lead.since, lead.until) == ("lead partner", "2009", "2011")
    assert set(active.members) == {"lra:it/bari", "lra:at/tulln"}
    # An end that lies after the date of the list has not come yet.
    ghent = boating.members["lra:be/ghent"]
    assert (ghent.until, ghent.note) == ("", "to end in 2018, as listed")


def test_an_unknown_network_needs_a_word(load: Any) -> None:
    with pytest.raises(InterlocalError) as error:
        load("City;Country\nBari;IT\n", network="Euro-cities")
    assert "no network “Euro-cities” is in the graph. Did you mean “Eurocities”? Add --new" in "\n".join(error.value.lines())
    remarks = load("City;Country\nBari;IT\n", network="Euro-cities", new=True).lists[0].remarks
    assert remarks == ["“Euro-cities” is made a network beside Eurocities: are they one?"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n \n", "is empty"),
        (b"\x00\x01\x02" * 200, "is no table"),
        (b"PK\x03\x04 not a zip at all", "is no workbook that can be read"),
        (b"\xd0\xcf\x11\xe0 not a workbook", "is no workbook that can be read"),
        (b"Wien;AT;Member;City\nBari;IT;Member;City\n", "has no header that names the members"),
        (b"a,b,c\n1,2,3\n", "has no header that names the members"),
        (b"City;Country\n\n;;\n", "has a header and no row below it"),
        (b'City;Country\n"Bari;IT\n' + b"x" * 50, ""),
    ],
)
def test_what_is_no_list_is_told_in_one_line(load: Any, content: bytes, says: str) -> None:
    if not says:
        load(content, network="CLIP")
        return
    with pytest.raises(SourceError) as error:
        load(content, network="CLIP")
    assert says in str(error.value)
    assert len(error.value.lines()) == 1


def test_hostile_cells_are_skipped_with_their_reason(load: Any) -> None:
    rows = ["=HYPERLINK(1)", "x" * 300, "a.person@example.org", "12345", "-", "Bari", "BARI ", "  bari|Bari"]
    loading = load("Name;Country\n" + "".join(f"{row};IT\n" for row in rows), network="CLIP", complete=True)
    (one,) = loading.lists
    assert {o.row.number: o.why for o in one.outcomes if o.kind == "skipped"} == {
        2: "a formula stands in the place of the name", 3: "the name is longer than 200 letters", 4: "an e-mail address stands in the place of the name",
        5: "the name has no letters", 6: "the name has no letters", 8: "the same member as row 7", 9: "the same member as row 7",
    }  # fmt: skip
    assert "example.org" not in str(loading.as_dict())
    assert one.roster == "partial"


def test_persons_are_never_stored(load: Any) -> None:
    loading = load(
        "First name;Surname;Name;Organisation;Country;Mayor;Type\nAnn;Lee;Ann Lee;Bari;IT;M. X;City\nBo;Ek;Bo Ek;Bo Ek;SE;;Individual member\n", network="CLIP"
    )
    assert loading.personal == ["First name", "Surname", "Name", "Mayor"]
    assert loading.lists[0].numbers() == {"read": 2, "matched": 1, "new": 0, "unsure": 0, "skipped": 1}
    assert not {"Ann", "Bo Ek", "M. X"} & set(str(loading.as_dict()).replace("'", " ").split())
    assert "Bo Ek" not in str(loading.as_dict())


def test_bodies_become_organisations(load: Any) -> None:
    loading = load(
        "Name;Country;Type\nUniversity of Foggia;IT;University\nAssociation of Towns;IT;\nBari;IT;City\nUniversity of Bari;IT;University\n", network="CLIP"
    )
    (one,) = loading.lists
    assert {i: n.properties["kind"] for i, n in one.nodes.items()} == {
        "org:it/university-of-foggia": "university", "org:it/association-of-towns": "association",
    }  # fmt: skip
    # One of them is in the graph.
    assert one.numbers()["matched"] == 2
    text = "Name;Country\nTown Works S.p.A.;IT\nMioveni AG;RO\nSecretariat of the network;BE\nLa Unión;ES\nHelping Hands e.V.;DE\nPanepistimio Kritis;GR\n"
    assert [node.type for node in load(text, network="CLIP").lists[0].nodes.values()] == [
        "Organisation",
        "LRA",
        "Organisation",
        "LRA",
        "Organisation",
        "Organisation",
    ]


def test_a_list_of_associations(load: Any) -> None:
    text = "National association;Country\nSvaz měst a obcí České republiky;CZ\nKS;NO\nKommunernes Landsforening;DK\nDanske Regioner;DK\n"
    (one,) = load(text, network="CEMR").lists
    assert {(n.type, n.properties.get("kind")) for n in one.nodes.values() if n.type != "Country"} == {("Organisation", "association")}
    # In a list that says nothing of the kind, by the words of the name.
    (one,) = load("Member;Country\nZwiązek Miast Polskich;PL\nUnion of Cyprus Municipalities;CY\n", network="CEMR").lists
    assert [n.type for n in one.nodes.values()] == ["Organisation", "Organisation"]


def test_who_is_listed_twice_is_one_member_and_current_before_former(load: Any) -> None:
    (one,) = load("Name;Country;Status\nBari;IT;Former Member\nBari;IT;Member\nNantes;FR;Member\nNantes;FR;Former Member\n", network="CLIP").lists
    assert {i: (m.until, m.rows) for i, m in one.members.items()} == {"lra:it/bari": ("", [2, 3]), "lra:fr/nantes": ("", [4, 5])}
    assert one.numbers() == {"read": 4, "matched": 2, "new": 0, "unsure": 0, "skipped": 2}


def test_a_new_authority_is_found_by_every_name_of_the_list(load: Any) -> None:
    (one,) = load("Name;Country\nKöln;DE\nCologne;DE\nStadt Köln;DE\n", network="CLIP").lists
    assert {i: n.names for i, n in one.nodes.items()} == {"lra:de/koln": ("Cologne", "Köln")}
    assert one.members["lra:de/koln"].rows == [2, 3, 4]


def test_states_networks_and_bodies_are_what_they_are(load: Any) -> None:
    text = (
        "Member;Country\nGermany;DE\nFrankreich;FR\nThe Netherlands;\nEUROCITIES;BE\nEuropean Commission;BE\nANCI;IT\n"
        "National Association of Italian Municipalities;IT\nUkraine;UA\n"
    )
    (one,) = load(text, network="EUKN", complete=True).lists
    assert {o.row.number: o.id for o in one.outcomes} == {
        2: "DE", 3: "FR", 4: "NL", 5: "network:eurocities", 6: "org:eu/european-commission", 7: "network:it/anci", 8: "network:it/anci", 9: "UA",
    }  # fmt: skip
    assert one.numbers() == {"read": 8, "matched": 7, "new": 0, "unsure": 0, "skipped": 1}
    # The graph has no Ukraine; CSES names Eurocities and the Commission as participants (C 1090-1093), and both are on the list.
    assert ({i: n.type for i, n in one.nodes.items()}, one.missing, one.roster) == ({"UA": "Country"}, [], "complete")


def test_a_kind_makes_no_second_body_of_a_network(load: Any) -> None:
    (one,) = load("Name;Country;Entity\nANCI;IT;Association\nANCI Liguria;IT;Association\n", network="CEMR").lists
    assert [o.id for o in one.outcomes] == ["network:it/anci", "org:it/anci-liguria"]


@pytest.mark.parametrize(
    ("row", "candidates"),
    [
        ("ANCI Toscana;IT;", ["network:it/anci"]), ("Euro-cities;BE;", ["network:eurocities"]), ("European Commission DG HOME;BE;", ["org:eu/dg-home", "org:eu/european-commission"]),
        ("ANCI;;", ["network:it/anci"]), ("VNG;NL;", []), ("Moldova;RO;", ["MD"]), ("Luxembourg;LU;", ["LU"]), ("Granada;;", ["GD"]), ("Germany - BMI;DE;", ["DE"]), ("Germany;DE;City", ["DE"]),
    ],
)  # fmt: skip
def test_what_may_be_a_state_or_a_network_is_decided_by_people(load: Any, row: str, candidates: list[str]) -> None:
    (one,) = load(f"Member;Country;Entity\n{row}\nBari;IT;City\n", network="CEMR").lists
    assert (one.outcomes[0].kind, [c.id for c in one.outcomes[0].candidates]) == ("unsure", candidates)
    assert list(one.members) == ["lra:it/bari"]


def test_a_town_that_is_called_as_its_state_or_another(load: Any) -> None:
    (one,) = load("City;Country\nLuxembourg;LU\n", network="CEMR").lists
    assert list(one.members) == ["lra:lu/luxembourg"]
    # Granada is a town of Spain, and what Spanish calls Grenada.
    assert list(load("Name\nGranada\n", network="CEMR", country="ES").lists[0].members) == ["lra:es/granada"]
    assert "GB" not in load("Name;Country\nScotland;UK\n", network="CEMR").lists[0].members
    # A region of France far away has a code of its own; a province of Belgium is called as the state beside it.
    (one,) = load("Name;Country;Type\nLa Réunion;FR;Region\nLuxembourg;BE;Province\n", network="CEMR").lists
    assert {n.properties["level"] for n in one.nodes.values()} == {"region", "province"}
    # In a list in capitals VIC is no short name of a body.
    assert [o.kind for o in load("Name;Country\nSITGES;ES\nREUS;ES\nVIC;ES\n", network="CEMR").lists[0].outcomes] == ["new", "new", "new"]


def test_states_one_a_row_are_no_headings(load: Any) -> None:
    (one,) = load("Member;Since\nGermany;\nFrance;\nNetherlands;\nEurocities;\n", network="EUKN").lists
    assert set(one.members) == {"DE", "FR", "NL", "network:eurocities"}


def test_the_network_itself_is_no_member(load: Any) -> None:
    (one,) = load("Member;Country\nEUKN;NL\nGermany;DE\n", network="EUKN", complete=True).lists
    assert ([o.why for o in one.outcomes], one.roster) == (["the network itself, not a member", ""], "complete")


def test_a_member_that_is_a_network_of_own_tables_stands_in_the_list(seed_graph: Graph, tmp_path: Path) -> None:
    from interlocal.loaders.members.kept import write

    path = tmp_path / "list.csv"
    path.write_text("Member;Country\nANCI;IT\n")
    ids = frozenset(node.id for node in seed_graph.nodes) - {"network:it/anci"}
    loading = Loader(seed_graph, ids, Options(as_of="2015", network="CEMR")).load(path)
    table = (write(loading.lists, tmp_path) / "members-cemr-2015" / "networks.csv").read_text(encoding="utf-8")
    assert [row["id"] for row in csv.DictReader(io.StringIO(table))] == ["network:cemr", "network:it/anci"]


@pytest.mark.parametrize(
    ("printed", "role", "note"),
    [
        ("Observer", "observer", ""), ("Beobachter", "observer", "listed as “Beobachter”"), ("Assoziiertes Mitglied", "associate", "listed as “Assoziiertes Mitglied”"),
        ("Associate member", "associate", ""), ("Partner", "partner", ""), ("Partenaire", "partner", "listed as “Partenaire”"),
        ("Ehrenmitglied", "honorary", "listed as “Ehrenmitglied”"), ("Affiliated", "affiliate", "listed as “Affiliated”"), ("Full member", "", ""),
        ("Observer, speak to somebody@example.org", "observer", ""),
    ],
)  # fmt: skip
def test_one_english_word_for_each_role(load: Any, printed: str, role: str, note: str) -> None:
    (one,) = load(f"City;Country;Status\nBari;IT;{printed}\n", network="CLIP").lists
    assert (one.members["lra:it/bari"].role, one.members["lra:it/bari"].note) == (role, note)


def test_roles_are_counted_apart(load: Any) -> None:
    text = "City;Country;Status\nBari;IT;Observer\nMilano;IT;Beobachter\nNapoli;IT;associate\nFirenze;IT;Former observer\nNantes;FR;Member\n"
    (one,) = load(text, network="CLIP").lists
    assert (one.current, one.roles) == (4, {"observer": 2, "associate": 1})


def test_rows_of_unknown_countries_are_decided_in_the_review_file(load: Any, tmp_path: Path) -> None:
    text = "City;Country\nNeustadt am Rand;Musterland\nBari;IT\nWien;\n;IT\n"
    first = load(text, network="CLIP", complete=True)
    rows = list(csv.DictReader(io.StringIO(first.review_text())))
    assert [(r["name"], r["country"], r["why"]) for r in rows] == [
        ("Neustadt am Rand", "Musterland", "the country “Musterland” is unknown"), ("Wien", "", "no country is given"),
    ]  # fmt: skip
    # A row without a name can only be mended in the file.
    assert (first.to_review, first.lists[0].pending) == (2, 3)

    def decided(one: str, other: str) -> dict[int, str]:
        review = tmp_path / "review.csv"
        with review.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]))
            writer.writeheader()
            writer.writerows([{**rows[0], "decision": one}, {**rows[1], "decision": other}])
        return {o.row.number: o.id or o.kind for o in load(text, network="CLIP", decisions=read_review(review)).lists[0].outcomes[:3:2]}

    assert decided("skip", "lra:at/vienna") == {2: "skipped", 4: "lra:at/vienna"}
    assert decided("new AT", "new organisation AT") == {2: "lra:at/neustadt-am-rand", 4: "org:at/wien"}
    assert decided("DE", "network:eurocities") == {2: "DE", 4: "network:eurocities"}
    with pytest.raises(SourceError, match="the decision “new” needs a country. Write it after it: “new AT”"):
        decided("new", "skip")


def test_a_list_of_which_nothing_can_be_loaded_says_why(load: Any) -> None:
    assert load("City\nBari\nMilano\n", network="CLIP").nothing()[0] == "no row has a country"
    assert load("City;Country\nBari;X\nWien;X\nFrankfurt am Main;DE\n", network="CLIP").nothing()[0] == (
        "has no row that can be loaded: the country “X” is unknown (2) and a name that is like it (1)"
    )
    assert load("City;Country\nBari;IT\nWien;X\n", network="CLIP").nothing() == ("", "")


def test_who_else_is_recorded_and_how_many_are_stated(load: Any) -> None:
    # CSES: 30 cities (C 953, 958); Stuttgart founded it, Vienna and Amsterdam steer it.
    (one,) = load("City;Country\nBari;IT\nWien;AT\n", network="CLIP", complete=True).lists
    assert "Stuttgart (founder)" in one.missing
    assert "Amsterdam (on the steering body)" in one.missing
    assert not any("Vienna" in name for name in one.missing)
    assert (one.stated, one.far_from_stated) == (30, True)
    # 23 of 30 are not far from it.
    many = "".join(f"Town {letter};IT\n" for letter in "ABCDEFGHIJKLMNOPQRSTUVW")
    assert [load(f"City;Country\n{rows}", network="CLIP", complete=True).lists[0].far_from_stated for rows in (many, many[:-20])] == [False, True]
    assert not load("City;Country\nBari;IT\n", network="CLIP").lists[0].far_from_stated


def test_new_authorities_get_their_usual_english_name(load: Any) -> None:
    text = "Name;Country\nKopenhagen (Denmark);DK\nPrag;CZ\nStraßburg;FR\nStadt Köln;DE\nZürich;CH\nProvincia di Padova;IT\nVille-Neuve-sur-Lac;CH\n"
    (one,) = load(text, network="CLIP").lists
    names = [n.names for n in one.nodes.values() if n.type == "LRA"]
    assert [(first, *sorted(others)) for first, *others in names] == [
        ("Copenhagen", "Kopenhagen"), ("Prague", "Prag"), ("Strasbourg", "Straßburg"), ("Cologne", "Köln", "Stadt Köln"), ("Zürich",),
        ("Provincia di Padova",), ("Ville-Neuve-sur-Lac",),
    ]  # fmt: skip


def test_two_towns_of_one_name_in_different_provinces_are_two(load: Any) -> None:
    text = "Town;Province;Country\nEl Perelló;Tarragona;ES\nEl Perelló;Valencia;ES\nBari;BA;IT\nBari;BA;IT\n"
    loading = load(text, network="CLIP")
    (one,) = loading.lists
    assert {i: m.rows for i, m in one.members.items()} == {
        "lra:es/el-perello-tarragona": [2], "lra:es/el-perello-valencia": [3], "lra:it/bari": [4, 5],
    }  # fmt: skip
    assert loading.used["Province"] == "area"
    # Where one of the rows does not tell it, nothing tells them apart.
    assert len(load("Town;Province;Country\nEl Perelló;Tarragona;ES\nEl Perelló;;ES\n", network="CLIP").lists[0].members) == 1


def test_countries_as_headings_and_by_option(load: Any) -> None:
    (one,) = load("City;Status\nItalie\nBari;Member\nDeutschland;\nStuttgart;Member\n", network="CLIP").lists
    assert set(one.members) == {"lra:it/bari", "lra:de/stuttgart"}
    (one,) = load("City;Status\nBari;Member\n", network="CLIP", country="IT").lists
    assert set(one.members) == {"lra:it/bari"}


@pytest.mark.parametrize(
    ("decision", "kind", "target"),
    [
        ("lra:de/frankfurt", "matched", "lra:de/frankfurt"), ("new", "new", "lra:de/frankfurt-am-main"), ("New Organisation", "new", "org:de/frankfurt-am-main"),
        ("skip", "skipped", ""),
    ],
)  # fmt: skip
def test_the_review_file_is_obeyed(load: Any, tmp_path: Path, decision: str, kind: str, target: str) -> None:
    text = "Name;Country\nFrankfurt am Main;DE\nBari;IT\n"
    first = load(text, network="CLIP", complete=True)
    rows = list(csv.DictReader(io.StringIO(first.review_text())))
    assert [(r["row"], r["candidates"], r["decision"]) for r in rows] == [("list.csv:2", "lra:de/frankfurt (Frankfurt)", "")]
    # As a spreadsheet of much of Europe saves it; and the row has moved.
    review = tmp_path / "review.csv"
    with review.open("w", encoding="cp1252", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerow({**rows[0], "decision": decision})
    again = load(f"A title\n{text}", network="CLIP", complete=True, decisions=read_review(review))
    outcome = again.lists[0].outcomes[0]
    assert (outcome.kind, outcome.id) == (kind, target)
    assert again.lists[0].roster == "complete"
    assert decision in again.review_text()


def test_a_decision_that_cannot_be_followed_is_told_with_its_row(load: Any, tmp_path: Path) -> None:
    review = tmp_path / "review.csv"
    review.write_text(
        "network,row,name,place,country,level,why,candidates,decision\nCLIP,list.csv:2,Frankfurt am Main,,DE,,,,lra:de/frankfort\n", encoding="utf-8"
    )
    with pytest.raises(SourceError, match="review.csv:2: the decision “lra:de/frankfort” is no authority"):
        load("Name;Country\nFrankfurt am Main;DE\n", network="CLIP", decisions=read_review(review))
    review.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(SourceError, match="is no review file"):
        read_review(review)


def test_headers_in_many_languages() -> None:
    wanted = {
        "Full_Name": "name", "Locality_Siege": "locality", "CountryCode": "country", "Statut": "kind", "Entity": "kind", "Year_of_Joining": "since",
        "Network_Name": "network", "Code_Network ": "code", "NameCity": "locality", "City.Statut": "kind", "End": "until", "Mitglied seit": "since",
        "Année d’adhésion": "since", "Stadt": "locality", "Land": "country", "Pays / Country": "country", "Name of the member (in English)": "name",
        "Date de sortie": "until", "Denominazione ente": "name", "Data adesione": "since", "Soort lid": "kind", "Project Partner": "name",
        "date_of_adhesion": "since", "signatory_status": "kind", "Año de alta": "since", "Lead Partner": "", "Legal status": "", "Project Name": "",
        "Population": "", "E-mail": "", "Contact name": "", "Χώρα": "country", "Miasto": "locality",
    }  # fmt: skip
    assert {header: field_of(header) for header in wanted} == wanted
    assert [is_personal(h) for h in ("Bürgermeister", "Maire", "Mairie", "Signatory name", "Tel.")] == [True, True, False, True, True]


def test_a_header_over_two_lines_in_two_languages() -> None:
    header = find_header([["Membres du réseau"], ["Ville", "Pays", "Statut"], ["City", "Country", "Status"], ["Bari", "IT", "Member"]])
    assert header is not None
    assert (header.row, header.last_row, dict(header.columns)) == (1, 2, {"locality": 0, "country": 1})


def test_cells_of_status_and_kind() -> None:
    assert said_by(
        (
            "Former Member",
            "City",
        )
    ).former
    assert said_by(("Ancien membre",)).former
    assert (
        said_by(("Lead Partner",)).role,
        said_by(
            (
                "Observer",
                "Region",
            )
        ).level,
    ) == ("lead partner", "region")
    assert said_by(("Candidate",)).candidate
    assert said_by(("full member",)).role == ""
    assert said_by(("xyz",)).unknown == ["xyz"]


def test_dates_are_years_or_more_precise() -> None:
    assert [date_of(t) for t in ("2006", "2006,0", "2006.0", "01/05/2004", "2004-05-01", "since the start", "")] == [
        "2006",
        "2006",
        "2006",
        "2004",
        "2004-05-01",
        "",
        "",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@x", "Bari", "'quoted"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert not safe(text).startswith(("=", "+", "-", "@"))
    assert unsafe(safe(text)) == text


def test_a_workbook_keeps_rows_where_they_stand(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("CLIP ")
        sheet.write(2, 1, " Name ")
        sheet.write(4, 1, 2015.0)
    (read,) = read_sheets(path)
    assert (read.name, read.rows[2][1], read.rows[4][1], read.where(5)) == ("CLIP", "Name", "2015", "book.xlsx, sheet CLIP!5")


# --- lists as networks publish them ---


def found(loading: Loading) -> dict[int, str]:
    """What became of each row: the id of who is linked, else the kind."""
    return {o.row.number: o.id if o.kind == "matched" else o.kind for one in loading.lists for o in one.outcomes}


def test_a_running_number_is_no_country(load: Any) -> None:
    text = (
        "Mitgliederverzeichnis\nStand: 2014\n\nNr.;Stadt;Mitgliedsart\n1;Stadt Heilbronn;außerordentliches Mitglied\n2;Hamburg;ruhend\n* ruht;;\nGesamt: 2;;\n"
    )
    loading = load(text, network="CLIP", country="DE", complete=True)
    (one,) = loading.lists
    assert found(loading) == {5: "lra:de/heilbronn", 6: "lra:de/hamburg", 7: "skipped", 8: "skipped"}
    assert {i: m.role for i, m in one.members.items()} == {"lra:de/heilbronn": "extraordinary", "lra:de/hamburg": "inactive"}
    # Notes below the table keep no list from being complete.
    assert (one.roster, one.pending) == ("complete", 0)


def test_a_header_that_names_the_member_and_nothing_else_that_is_known(load: Any) -> None:
    assert found(load("Comune;Abitanti\nComune di Bari;320000\nNapoli;900000\n", network="CLIP", country="IT")) == {2: "lra:it/bari", 3: "lra:it/naples"}


def test_the_town_of_a_partner_is_not_the_partner(load: Any) -> None:
    text = "Project Partner;Town;Country\nGeological Survey of Austria;Vienna;AT\nCity of Vienna;Wien;AT\nFondazione Vita;Milano;IT\n"
    assert found(load(text, network="CLIP")) == {2: "unsure", 3: "lra:at/vienna", 4: "new"}


def test_countries_once_over_their_group(load: Any) -> None:
    text = "Country,City\nITALY,Milano\n,• Napoli\n,Bari*\nSPAIN,Madrid\n,Barcelona\n"
    loading = load(text, network="CLIP")
    assert found(loading) == {2: "lra:it/milan", 3: "lra:it/naples", 4: "lra:it/bari", 5: "lra:es/madrid", 6: "lra:es/barcelona"}
    assert loading.notes == ["list.csv:1: each country stands once, above its members, and was taken for those below it"]
    # A country that comes twice is written in each row, and a blank is a gap.
    gap = load("Country,City\nITALY,Milano\n,Napoli\nITALY,Bari\n,Madrid\n", network="CLIP")
    assert found(gap) == {2: "lra:it/milan", 3: "skipped", 4: "lra:it/bari", 5: "skipped"}


def test_a_heading_says_it_of_those_below_it(load: Any) -> None:
    text = "Name;Country\nFull members;\nBari;IT\nMilano;IT\nObservers (1):;\nNapoli;IT\nRegions;\nPuglia;IT\nLombardia;IT\nFormer members;\nFirenze;IT\n"
    (one,) = load(text, network="CLIP").lists
    assert {i: (m.role, bool(m.until)) for i, m in one.members.items()} == {
        "lra:it/bari": ("", False), "lra:it/milan": ("", False), "lra:it/naples": ("observer", False), "lra:it/apulia": ("", False),
        "lra:it/lombardy": ("", False), "lra:it/florence": ("", True),
    }  # fmt: skip
    assert one.numbers()["read"] == 6


def test_countries_that_are_missing_at_the_end_are_not_taken_from_above(load: Any) -> None:
    loading = load("Country,City\nITALY,Milano\nFRANCE,Nantes\nSPAIN,Madrid\n,Barcelona\n,Bari\n,Lleida\n", network="CLIP")
    assert found(loading) == {2: "lra:it/milan", 3: "lra:fr/nantes", 4: "lra:es/madrid", 5: "skipped", 6: "skipped", 7: "skipped"}


def test_the_country_in_the_name(load: Any) -> None:
    assert found(load("Members\nBari, Italy\nVienna (Austria)\nNantes - France\nMilan\n", network="CLIP")) == {
        2: "lra:it/bari", 3: "lra:at/vienna", 4: "lra:fr/nantes", 5: "skipped",
    }  # fmt: skip
    assert found(load("Members\nBari (IT)\nVienna (AT)\nNantes (FR)\n", network="CLIP")) == {2: "lra:it/bari", 3: "lra:at/vienna", 4: "lra:fr/nantes"}
    # Signs of provinces: Milano, Bari; some are codes of countries (BA is Bosnia).
    assert set(found(load("Comuni\nMilano (MI)\nBari (BA)\n", network="CLIP")).values()) == {"skipped"}


def test_a_status_or_a_year_in_brackets_is_none_of_the_name(load: Any) -> None:
    text = "City;Country\nBari (left 2014);IT\nMilano (since 2010);IT\nNapoli (observer);IT\nFirenze (2003-2009);IT\nFrankfurt (Oder);DE\n"
    (one,) = load(text, network="CLIP").lists
    assert {i: (m.since, m.until, m.role) for i, m in one.members.items()} == {
        "lra:it/bari": ("", "2014", ""), "lra:it/milan": ("2010", "", ""), "lra:it/naples": ("", "", "observer"), "lra:it/florence": ("2003", "2009", ""),
    }  # fmt: skip
    assert [o.row.name for o in one.outcomes if o.kind == "unsure"] == ["Frankfurt (Oder)"]


def test_when_it_left_stands_in_the_status(load: Any) -> None:
    (one,) = load("City;Country;Status;Joined\nBari;IT;left in 2012;2003\nMilano;IT;suspended;2003-2011\nNapoli;IT;N/A;NA\n", network="CLIP").lists
    assert {i: (m.since, m.until, m.role) for i, m in one.members.items()} == {
        "lra:it/bari": ("2003", "2012", ""), "lra:it/milan": ("2003", "2011", "suspended"), "lra:it/naples": ("", "", ""),
    }  # fmt: skip
    assert one.remarks == []


def test_what_is_not_understood_is_told_once(load: Any) -> None:
    (one,) = load("City;Country;Status\nBari;IT;blue\nMilano;IT;blue\nNapoli;IT;blue\n", network="CLIP").lists
    assert one.remarks == ["list.csv:2 (and 2 more): “blue” is not understood as status or kind, and was not used"]


def test_letters_that_were_read_wrong_are_mended(load: Any) -> None:
    wrong = "Name;Country\nWrocław;PL\nGöteborg;SE\nΑθήνα;GR\n".encode().decode("latin-1")
    assert found(load(wrong, network="CLIP")) == {2: "lra:pl/wroclaw", 3: "lra:se/gothenburg", 4: "lra:gr/athens"}
    assert [mended(text) for text in ("Wrocław", "Łódź", "Åbo", "São Tomé", "WrocÅ‚aw")] == ["Wrocław", "Łódź", "Åbo", "São Tomé", "Wrocław"]


def test_numbers_and_quotes_around_names(load: Any) -> None:
    text = "Leden;Land\n1. Stad Gent;België\n2. 's-Gravenhage;Nederland\n3. “Amsterdam” ¹;Nederland\n4. Leden;Land\n"
    loading = load(text, network="CLIP")
    assert found(loading) == {2: "lra:be/ghent", 3: "new", 4: "lra:nl/amsterdam", 5: "skipped"}
    assert loading.lists[0].nodes["lra:nl/the-hague"].names == ("The Hague", "'s-Gravenhage")


def test_the_header_again_on_the_next_page(load: Any) -> None:
    (one,) = load("City;Country\nBari;IT\nCity;Country\nMilano;IT\n", network="CLIP", complete=True).lists
    assert {o.row.number: o.why for o in one.outcomes} == {2: "", 3: "the header again", 4: ""}
    assert one.roster == "complete"


def test_a_total_is_a_total_and_somme_leuze_a_municipality(load: Any) -> None:
    text = "Name;Country\nSomme-Leuze;BE\nTOTALE ENTI: 15;IT\nTotal;\nNone;IT\nTotal members 3;IT\n"
    assert found(load(text, network="CLIP")) == {2: "new", 3: "skipped", 4: "skipped", 5: "new", 6: "skipped"}
    # Where it stands in another column.
    (one,) = load("Country;City;Joined\nIT;Bari;2003\nTotal;;1\n", network="CLIP", complete=True).lists
    assert (one.outcomes[1].why, one.roster) == ("a total, not a member", "complete")


def test_a_province_does_not_take_the_name_of_its_town(load: Any) -> None:
    (one,) = load("Name;Country\nProvince of Chieti;IT\nPowiat poznański;PL\nChieti;IT\nCittà di Chieti;IT\n", network="CLIP").lists
    assert [o.kind for o in one.outcomes] == ["new", "new", "new", "skipped"]
    assert one.members["lra:it/chieti"].rows == [4, 5]
    assert one.nodes["lra:it/chieti-province"].names == ("Province of Chieti",)


def test_one_town_by_both_its_names(load: Any) -> None:
    (one,) = load("Name;Country\nTurku/Åbo;FI\nTurku;FI\nÅbo;FI\nBudapest Főváros Önkormányzata;HU\nBudapest;HU\n", network="CLIP").lists
    assert {i: m.rows for i, m in one.members.items()} == {"lra:fi/turku": [2, 3, 4], "lra:hu/budapest": [5, 6]}


def test_sheets_that_are_no_lists(tmp_path: Path, seed_graph: Graph) -> None:
    """A sheet that explains the columns, a hidden one, countries in merged cells."""
    import xlsxwriter

    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        about = book.add_worksheet("Metadata")
        about.write_row(0, 0, ["Content", "Name", "Type"])
        about.write_row(1, 1, ["city_name", "string"])
        sheet = book.add_worksheet("Members")
        sheet.write_row(0, 0, ["Country", "City", "Year"])
        sheet.merge_range(1, 0, 3, 0, "Italy")
        sheet.write_column(1, 1, ["Bari", "Milano", "Napoli", "Nantes"])
        sheet.write(4, 0, "France")
        old = book.add_worksheet("Old")
        old.write_column(0, 0, ["City", "Wien"])
        old.write_column(0, 1, ["Country", "AT"])
        old.hide()
    ids = frozenset(node.id for node in seed_graph.nodes)
    loading = Loader(seed_graph, ids, Options(as_of="2015", network="CLIP")).load(path)
    assert found(loading) == {2: "lra:it/bari", 3: "lra:it/milan", 4: "lra:it/naples", 5: "lra:fr/nantes"}
    assert loading.used == {"Country": "country", "City": "locality"}
    assert loading.notes == [
        "book.xlsx, sheet Old: not read, it is hidden (--sheet reads it)",
        "book.xlsx, sheet Metadata: not read, it has no column of countries (--sheet reads it)",
    ]
    hidden = Loader(seed_graph, ids, Options(as_of="2015", network="CLIP", sheet="old")).load(path)
    assert found(hidden) == {2: "lra:at/vienna"}


def _network(layer: int, **properties: str) -> NodeRecord:
    return NodeRecord("network:clip", "Network", "CLIP", (), "", properties, (Evidence.parse("doc-2020#1"),), Origin("networks.csv", 2, layer))


def test_what_list_is_loaded_is_no_disagreement_of_sources() -> None:
    document = NodeRecord("doc-2020", "Document", "A document", properties={"as_of_year": 2020})
    section = Section("doc-2020", 1, 9, "All", "")
    low, high = _network(0, roster="none", scope="european_lra"), _network(1, roster="complete", roster_as_of="2015")
    graph = assemble(Records((document, low, high), sections=(section,)))
    assert graph.by_id["network:clip"].properties["roster"] == "complete"
    assert graph.by_id["network:clip"].properties["roster_as_of"] == "2015"
    assert not graph.of_type("Conflict")
    # Any other value that differs still is.
    (conflict,) = assemble(Records((document, low, _network(1, scope="expert")), sections=(section,))).of_type("Conflict")
    assert len(sides_of(conflict)) == 2


def test_a_broken_workbook_gets_one_clear_line(tmp_path: Path) -> None:
    import random

    import xlsxwriter

    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("CLIP").write_row(0, 0, ["City", "Country"])
    whole, chance = path.read_bytes(), random.Random(1)
    for _ in range(150):
        broken = bytearray(whole[: chance.randrange(4, len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        path.write_bytes(broken)
        # Whatever else it raises fails the test.
        with contextlib.suppress(SourceError):
            read_sheets(path)


# --- offices, roles and columns in many languages ---


@pytest.mark.parametrize(
    "office",
    ["Steering Committee", "Steering Group", "Board", "Chair", "Presidency", "Vorsitz", "Presidente", "Presidencia", "Présidence", "Puheenjohtaja", "Bestuur", "Zarząd", "Πρόεδρος"],
)  # fmt: skip
def test_who_steers_the_network_is_a_plain_member(load: Any, office: str) -> None:
    (one,) = load(f"City;Country;Role\nBari;IT;{office}\nMilano;IT;Member\n", network="CLIP").lists
    bari = one.members["lra:it/bari"]
    assert (bari.role, bari.until, bari.note, one.remarks) == ("", "", f"listed as “{office}”", [])


def test_an_office_says_nothing_else_of_a_member(load: Any) -> None:
    text = (
        "City;Country;Role\nBari;IT;Former chair\nMilano;IT;Former Member, Board 2004-2008\nNapoli;IT;Chair of the network\nFirenze;IT;Board (Anna Berg)\n"
        "Nantes;FR;Founding member and chair\nBergamo (Presidenza);IT;\nWien;AT;Candidate for the board\n"
    )
    loading = load(text, network="CLIP")
    (one,) = loading.lists
    assert {i: (m.role, bool(m.until)) for i, m in one.members.items()} == {
        "lra:it/bari": ("", False), "lra:it/milan": ("", True), "lra:it/naples": ("", False), "lra:it/florence": ("", False),
        "lra:fr/nantes": ("founder", False), "lra:it/bergamo": ("", False), "lra:at/vienna": ("", False),
    }  # fmt: skip
    # Who holds an office is a person.
    assert "Berg" not in str([m.note for m in one.members.values()])
    assert one.remarks == []


def test_an_office_as_a_heading_and_beside_other_headings(load: Any) -> None:
    text = "Name;Country;Role\nSteering Committee;;\nBari;IT;\nFormer members;;\nMilano;IT;Chair\n"
    (one,) = load(text, network="CLIP").lists
    assert {i: (m.note, bool(m.until)) for i, m in one.members.items()} == {
        "lra:it/bari": ("listed as “Steering Committee”", False),
        "lra:it/milan": ("listed as a former member; when it left is not stated; listed as “Chair”", True),
    }


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Tarkkailija", "observer"), ("osservatrice", "observer"), ("Observatør", "observer"), ("pozorovatel", "observer"), ("promatrač", "observer"), ("παρατηρητής", "observer"),
        ("Socio asociado", "associate"), ("Přidružený člen", "associate"), ("Invitado", "guest"), ("Ospite", "guest"), ("Capofila", "lead partner"), ("Členský partner", "partner"),
        ("członek założyciel", "founder"), ("Kannatusjäsen", "supporting"), ("Jäsen", ""), ("μέλος", ""), ("Liige", ""),
    ],
)  # fmt: skip
def test_roles_in_many_languages(printed: str, role: str) -> None:
    said = said_by((printed,))
    assert (said.role, said.unknown) == (role, [])


HEADINGS = {
    "kind": "Stato di adesione|Qualifica|Ruolo|Cargo|Situación|Rooli|Asema|Rolle|Status|Statut|Qualité|Função|Rola|Członkostwo|Rol|Lidmaatschap|Calitate|Ιδιότητα|Roll|Medlemskab|Členství|Szerep|Uloga|Роля|Staatus|Statusas",
    "since": "Adesione dal|Desde|Jäsen vuodesta|Mitglied seit|Adhésion depuis|Membro desde|Członek od|Lid sinds|Membru din|Μέλος από|Medlem sedan|Medlem fra|Člen od|Tag óta|Član od|Член от|Liige alates|Biedrs kopš|Narys nuo",
    "until": "Fino al|Hasta|Jäsenyys päättyi|Mitglied bis|Jusqu'à|Até|Członek do|Lid tot|Până la|Έως|Medlem till|Medlem til|Člen do|Tagság vége|Član do|Член до|Kuni|Līdz|Iki",
    "country": "Stato|País|Maa|Land|Pays|Kraj|Țara|Χώρα|Země|Krajina|Ország|Država|Държава|Riik|Valsts|Šalis",
    "name": "Socio|Entidad|Jäsen|Mitglied|Membre|Membro|Członek|Lid|Membru|Μέλος|Medlem|Člen|Tag|Članica|Член|Liige|Biedrs|Narys",
    "locality": "Comune|Ciudad|Kunta|Stadt|Ville|Cidade|Miasto|Gemeente|Oraș|Δήμος|Kommun|Kommune|Obec|Település|Općina|Община|Linn|Pilsēta|Miestas",
    "": "Superficie|Observaciones|Asukasluku|Einwohner|Bemerkungen|Hinta|Uwagi|Ålder",
}  # fmt: skip


@pytest.mark.parametrize("field", HEADINGS)
def test_headings_in_the_languages_of_the_union(field: str) -> None:
    assert {heading: field_of(heading) for heading in HEADINGS[field].split("|")} == dict.fromkeys(HEADINGS[field].split("|"), field)


def test_a_sentence_is_no_heading(tmp_path: Path, seed_graph: Graph) -> None:
    import xlsxwriter

    banner = "This workbook contains the member lists of two networks. Source: secretariats, 1 June 2023"
    assert field_of(banner) == field_of("This workbook contains the member lists") == ""
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Read me").write(0, 0, banner)
        # A heading with nothing below it was not read either.
        book.add_worksheet("Empty").write_row(0, 0, ["Member", "Pays", "Notes"])
        sheet = book.add_worksheet("CLIP")
        sheet.write_row(0, 0, ["City", "Country"])
        sheet.write_row(1, 0, ["Bari", "IT"])
    loading = Loader(seed_graph, frozenset(node.id for node in seed_graph.nodes), Options(as_of="2015")).load(path)
    assert (loading.used, loading.unused) == ({"City": "locality", "Country": "country"}, [])
    assert loading.notes == ["book.xlsx, sheet Read me: not read, it has no header that names members"]


def test_a_column_of_roles_is_known_by_its_cells(load: Any) -> None:
    loading = load(
        "City;Country;Xyz\nBari;IT;Tarkkailija\nMilano;IT;Jäsen\nNapoli;IT;left the old office\nFirenze;IT;\nNantes;FR;entinen jäsen\n", network="CLIP"
    )
    (one,) = loading.lists
    assert {i: (m.role, bool(m.until)) for i, m in one.members.items()} == {
        "lra:it/bari": ("observer", False), "lra:it/milan": ("", False), "lra:it/naples": ("", False), "lra:it/florence": ("", False),
        "lra:fr/nantes": ("", True),
    }  # fmt: skip
    assert (loading.used["Xyz"], loading.unused, one.remarks) == ("kind", [], [])
    assert loading.notes == ["list.csv:1: the column “Xyz” was read as roles, by its cells; one cell that says anything else was not used"]


@pytest.mark.parametrize(
    ("cells", "note"),
    [
        # Remarks: less than a third are one bare word for a role.
        (("observer", "new address", "left the old office", "pays late"), ""),
        (("Observer at the assembly of 2012", "chair of the group on housing", "former capital", "invited the others"), ""),
        (("yes", "no", "yes", "x"), ""), (("City", "City", "Region", "Cities"), ""), (("member", "member", "member", "member"), ""),
        # The state in the European Union, say.
        (("Member", "Member", "Former member", "Candidate"), "list.csv:1: the column “Xyz” looks like roles and was not read; if it tells them, name it “Role”"),
    ],
)  # fmt: skip
def test_a_column_of_anything_else_is_no_column_of_roles(load: Any, cells: tuple[str, ...], note: str) -> None:
    rows = zip(("Bari;IT", "Milano;IT", "Nantes;FR", "Wien;AT"), cells, strict=True)
    loading = load("City;Country;Xyz\n" + "".join(f"{row};{cell}\n" for row, cell in rows), network="CLIP")
    (one,) = loading.lists
    assert {(m.role, m.until) for m in one.members.values()} == {("", "")}
    assert (len(one.members), loading.unused, loading.notes) == (4, ["Xyz"], [note] if note else [])


def test_of_two_columns_that_tell_roles_the_one_that_is_headed_so_is_read(load: Any) -> None:
    (one,) = load("City;Country;Status;Xyz\nBari;IT;Member;Observer\n", network="CLIP").lists
    assert one.members["lra:it/bari"].role == ""
    loading = load("City;Country;Xyz;Abc\nBari;IT;Partner;Observer\n", network="CLIP")
    assert (loading.lists[0].members["lra:it/bari"].role, len(loading.notes)) == ("", 2)
    # A column about persons is none.
    loading = load("City;Country;Mayor\nBari;IT;Observer\n", network="CLIP")
    assert (loading.lists[0].members["lra:it/bari"].role, loading.personal) == ("", ["Mayor"])


def test_a_cell_that_is_a_role_and_nothing_else() -> None:
    wanted = {
        "Observateur": "role", "Associate member": "role", "Associate member city": "role", "Steering Group": "role", "Former member": "state", "candidat": "state",
        "Jäsen": "member", "Miembro de pleno derecho": "member", "City": "", "Cities": "", "yes": "", "x": "", "Observer in 2012": "", "": "",
    }  # fmt: skip
    assert {cell: membership_in(cell) for cell in wanted} == wanted


def test_states_by_their_names_in_many_languages() -> None:
    wanted = {
        "GR": "Elláda|Ellada|Hellas|Ellas|Ελλάδα|Grčka|Kreeka", "FI": "Suomi|Soome|Finska", "HU": "Magyarország|Mađarska|Vengrija", "CZ": "Česko|Česká republika|Češka",
        "HR": "Hrvatska|Hrvaška", "LT": "Lietuva|Leedu", "LV": "Latvija|Läti", "EE": "Eesti|Igaunija", "AL": "Shqipëria|Shqipëri|Shqiperia", "RS": "Srbija", "TR": "Türkiye|Turska",
        "GE": "Sakartvelo|Gruzija", "UA": "Ukraina|Ukrayina", "IE": "Éire|Irska", "DE": "Njemačka|Vokietija|Saksamaa", "FR": "Francija|Prantsusmaa", "BG": "Bulgarija|Balgariya",
        "SK": "Slovenská republika|Slovaška", "NL": "Nizozemska|Olanda", "MK": "Severna Makedonija|Makedonija", "BA": "Bosnie|Bosnia e Erzegovina", "GB": "Velika Britanija|Gran Bretagna",
        "CH": "Švica|Sveits", "SE": "Švedska|Rootsi", "XK": "Kosova", "AM": "Hayastan", "MD": "Moldau",
    }  # fmt: skip
    assert {code: {country_of(name) for name in names.split("|")} for code, names in wanted.items()} == {code: {code} for code in wanted}


# --- rows that may be one ---


def test_two_new_authorities_with_names_almost_the_same_are_decided_by_people(load: Any, tmp_path: Path) -> None:
    text = "Name;Country\nMusterstad;RS\nBari;IT\nMusterstadt;RS\nCity of Musterstadt;RS\nMusterstad;SE\n"
    first = load(text, network="CLIP", complete=True)
    (one,) = first.lists
    ids = ["lra:rs/musterstad", "lra:rs/musterstadt"]
    assert [(o.row.number, o.kind, [c.id for c in o.candidates]) for o in one.outcomes] == [
        (2, "unsure", ids), (3, "matched", []), (4, "unsure", ids), (5, "skipped", []), (6, "new", []),
    ]  # fmt: skip
    assert [one.outcomes[at].why for at in (0, 2, 3)] == [
        "a name like that of row 4 of the list; they may be one", "a name like that of row 2 of the list; they may be one", "the same as row 4",
    ]  # fmt: skip
    # What waits stands nowhere, its country neither.
    assert (set(one.nodes), set(one.members), one.roster) == ({"lra:se/musterstad"}, {"lra:it/bari", "lra:se/musterstad"}, "partial")
    rows = list(csv.DictReader(io.StringIO(first.review_text())))

    def decided(*words: str) -> dict[int, str]:
        review = tmp_path / "review.csv"
        with review.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]))
            writer.writeheader()
            writer.writerows({**row, "decision": word} for row, word in zip(rows, words, strict=True))
        outcomes = load(text, network="CLIP", decisions=read_review(review)).lists[0].outcomes
        assert [o.row.number for o in outcomes] == [2, 3, 4, 5, 6]
        return {o.row.number: o.id or o.kind for o in outcomes if o.row.number in (2, 4, 5)}

    mine, other = ids
    assert decided("new", "new") == {2: mine, 4: other, 5: other}
    # The one that is meant stands below, and may be decided or be left to be new.
    assert decided(other, other) == decided(other, "new") == decided(other, "") == {2: other, 4: other, 5: other}
    # Row 5 has another name than row 4, of which nothing is decided then.
    assert decided(mine, mine) == {2: mine, 4: mine, 5: "unsure"}
    assert decided("skip", "new") == {2: "skipped", 4: other, 5: other}
    # Where one is decided to be itself the other still waits.
    assert decided("new", "") == {2: mine, 4: "unsure", 5: "skipped"}
    with pytest.raises(SourceError, match="the decision “lra:rs/muster” is no authority"):
        decided("lra:rs/muster", "")


def alike(*names: str, country: str = "NO", **areas: str) -> bool:
    nodes = [NodeRecord(f"lra:{country.lower()}/{at}", "LRA", name, (), country, {}) for at, name in enumerate(names)]
    return bool(look_alikes(nodes, {node.id: [areas[f"a{at}"]] for at, node in enumerate(nodes) if f"a{at}" in areas}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rosskilde", "Roskilde"), ("Musterdorf", "Mustredorf"), ("Muster Dorf", "Musterdorf"), ("Musterdorf", "Mustardorf"), ("Villanueva de la Cruces", "Villanueva de las Cruces"),
        ("Stadt Musterdorf", "Musterdorff"), ("Musterdorf 2", "Musterdorff 2"),
    ],
)  # fmt: skip
def test_names_that_differ_by_a_slip_are_alike(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Neustadt a", "Neustadt b"), ("District 1", "District 2"), ("Sector 11", "Sector 1"), ("Musterdorf II", "Musterdorf III"), ("Musterdorf I", "Musterdorf V"),
        ("Upper Musterdorf", "Lower Musterdorf"), ("Ober Musterdorf", "Unter Musterdorf"), ("Musterdorf Alta", "Musterdorf Alto"), ("Mala Musterdorf", "Mali Musterdorf"),
        ("Lunda", "Lunde"), ("Musterdorf", "Musterdorf am See"), ("Musterdorf", "Musterdorf"),
    ],
)  # fmt: skip
def test_names_that_tell_two_apart_are_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)


def test_two_towns_that_are_known_are_two() -> None:
    assert not alike("Menden", "Minden", country="DE")
    assert alike("Menden", "Minden", country="FR")


def test_what_the_list_says_of_the_place_tells_two_apart(load: Any) -> None:
    assert alike("Musterdorf", "Musterdorff", a0="north")
    assert not alike("Musterdorf", "Musterdorff", a0="north", a1="south")
    (one,) = load("Town;Province;Country\nMusterdorf;Lleida;ES\nMusterdorff;Girona;ES\n", network="CLIP").lists
    assert [o.kind for o in one.outcomes] == ["new", "new"]
    # A county is not the town of nearly its name.
    (one,) = load("Name;Country;Type\nMusterdorf;ES;Province\nMusterdorff;ES;City\n", network="CLIP").lists
    assert [o.kind for o in one.outcomes] == ["new", "new"]


def test_among_many_towns_of_a_country_one_other_letter_makes_another_town() -> None:
    others = [f"{a}{b}{c}{a}{b}{c}" for a in "bdfgk" for b in "aeiou" for c in "lmnrt"]
    assert alike("Bazzano", "Mazzano")
    for one, other, wanted in (
        ("Bazzano", "Mazzano", False), ("Serina", "Serine", False), ("Manopello", "Manoppello", True), ("Gualtieri", "Gulatieri", True), ("Capri Leone", "Caprileone", True),
        ("Cervia de les Garriges", "Cervia de les Garrigues", True), ("Montelongo Novo", "Pontelongo Novo", False),
    ):  # fmt: skip
        nodes = [NodeRecord(f"lra:no/{at}", "LRA", name, (), "NO", {}) for at, name in enumerate((*others, one, other))]
        found = look_alikes(nodes, {})
        assert (f"lra:no/{len(others)}" in found) == wanted, (one, other)


def test_names_that_differ_in_one_and_the_same_letter_are_a_series() -> None:
    assert alike(*(f"Muster{letter}" for letter in "abcd"))
    assert not alike(*(f"Muster{letter}" for letter in "abcdefghijklmnopqrstuvw"))
