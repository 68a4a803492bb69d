"""The dimension of each case study: tables 3.12 (C 1836-2319), 3.13 (C 2361-2449), 3.14 (C 2550-2733), 3.15 (C 2870-3150)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.golden.conftest import AnswerTo, RestsOn


SLUG = "dimensions-by-country"
LEGAL, ECONOMIC, CULTURAL = "political_legal", "socio_economic", "cultural"

# How the names of the case studies begin, with number, and lines of table 3.12: name, country, type.
CASES = {
    ("France", LEGAL): ["CRIC", "Coprod Migrants"],  # 1: C 1847-1865; 3: C 1878-1884
    ("Italy", LEGAL): ["Vivere in Italia"],  # 2: C 1850-1874
    ("Poland", LEGAL): ["Foreigners' Forum", "Foreigners' Information Centre"],  # 4: C 1886, 1904-1906; 5: C 1888-1910
    ("Spain", LEGAL): ["Legal advice"],  # 6: C 1892-1919
    ("Belgium", ECONOMIC): ["Inburgering"],  # 7: C 1926-1933
    ("Czech Republic", ECONOMIC): ["Entrepreneurship"],  # 8: C 1937-1945
    ("Germany", ECONOMIC): [
        "A Safe Haven in Hamburg",  # 9: C 1949-1956
        "Active Parents",  # 13: C 1991-1992, 2037-2039
        "Centre for Integration and Migration (ZIM)",  # 14: C 1993-1994; table 3.14: C 2679-2686
        "Zentrum für Existenzgründungen",  # 11: C 1983-1986, 2014-2016
    ],
    ("Romania", ECONOMIC): ["Facilitating the integration"],  # 10: C 1981-2007
    ("Spain", ECONOMIC): ["Campaign for the homologation"],  # 12: C 1987-1990, 2023-2025
    ("Greece", ECONOMIC): ["Teaching Greek"],  # 15: C 1995-1997, 2047-2049
    ("Italy", ECONOMIC): ["AbitAzioni"],  # 16: C 1998-2000, 2055-2057
    ("Sweden", ECONOMIC): ["Migrant Women as Doulas"],  # 17: C 2061-2063, 2082-2084
    ("Finland", CULTURAL): [
        "ALMA-hanke",  # 35: C 2243, 2296-2300
        "SELMA",  # 28: C 2130-2132, 2199, 2212-2214
        "Tampere Week Against Racism",  # 18: C 2068-2070, 2086-2088
        "VERTAISKOTO",  # 29: C 2133, 2204, 2215-2217
    ],
    ("Hungary", CULTURAL): ["Immigropoly"],  # 19: C 2092, 2135-2137, 2156
    ("Ireland", CULTURAL): ["Waterford City"],  # 20: C 2096-2097, 2139-2141, 2161
    ("Netherlands", CULTURAL): ["Through Stories"],  # 21: C 2101, 2142-2144
    ("Romania", CULTURAL): ["Intercultural Communication"],  # 22: C 2105-2106, 2145-2147
    ("Spain", CULTURAL): ["LETRA", "Where the Rivers meet"],  # 31: C 2232-2234, 2261-2266; 23: C 2110, 2148-2151
    ("Sweden", CULTURAL): ["Project Salaam"],  # 24: C 2114, 2152-2154
    ("United Kingdom", CULTURAL): [
        "Learning to Advise",
        "Shoreditch Festival",
        "Women's World",
    ],  # 37: C 2246, 2312-2317; 25: C 2118, 2180-2184; 32: C 2235, 2270-2274
    ("Austria", CULTURAL): [
        "From kindergarten to high school",  # 27: C 2128-2129, 2209-2211
        "Integration services",  # 33: C 2236-2238, 2278-2283
        "Intercultural training",  # 34: C 2239-2242, 2287-2292
        "Promotion of second language acquisition",  # 26: C 2125-2127, 2186-2191
    ],
    ("Italy", CULTURAL): ["Certifica il tuo italiano"],  # 30: C 2230, 2248-2257
    ("Germany", CULTURAL): ["Landesprogramm Modellregionen"],  # 36: C 2244-2245, 2304-2308
}
COUNTRIES = sorted({country for country, _ in CASES})


def test_the_hand_count_is_that_of_the_report() -> None:
    numbers = {d: sum(len(names) for (_, dimension), names in CASES.items() if dimension == d) for d in (LEGAL, ECONOMIC, CULTURAL)}
    assert numbers == {LEGAL: 6, ECONOMIC: 11, CULTURAL: 20}  # cases 1-6 (C 2361), 7-17 (C 2550), 18-37 (C 2870)


@pytest.mark.parametrize("country", COUNTRIES)
def test_case_studies_of_a_country(answer_to: AnswerTo, country: str) -> None:
    row = next(row for row in answer_to(SLUG).rows if row["country"] == country)
    for dimension in (LEGAL, ECONOMIC, CULTURAL):
        expected = CASES.get((country, dimension), [])
        told = sorted(row[f"{dimension}_projects"])
        assert len(told) == len(expected) == row[dimension]
        assert all(name.startswith(beginning) for name, beginning in zip(told, sorted(expected), strict=True))
    assert row["total"] == sum(row[dimension] for dimension in (LEGAL, ECONOMIC, CULTURAL))


def test_answer_as_a_whole(answer_to: AnswerTo, rests_on: RestsOn) -> None:
    answer = answer_to(SLUG)
    assert [row["country"] for row in answer.rows] == COUNTRIES
    assert (answer.count, answer.of) == (37, 37)  # 37 numbered case studies: C 1836-2317
    assert answer.as_of == "2012 (CSES 2013)"
    assert all(part in answer.headline for part in ("37 projects", "16 countries", "six political and legal", "eleven socio-economic", "20 cultural"))
    assert "Belgium, Czech Republic, Greece, Hungary, Ireland and Netherlands have one project each" in answer.headline
    assert answer.question.caveat
    assert all(row["evidence"] for row in answer.rows)
    assert rests_on(answer.rows[COUNTRIES.index("Hungary")], "cses-2013", 2092)


@pytest.mark.parametrize("country", ["UK", "GB", "United Kingdom"])
def test_one_country_by_any_of_its_names(answer_to: AnswerTo, country: str) -> None:
    answer = answer_to(SLUG, country=country)
    assert [(row["country"], row["cultural"], row["total"]) for row in answer.rows] == [("United Kingdom", 3, 3)]
    assert (answer.count, answer.of) == (3, 3)
