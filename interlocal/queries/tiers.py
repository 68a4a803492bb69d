"""Projects in which the tiers of government all have a part."""

from __future__ import annotations

from interlocal.queries.cooperation import partners_each_once
from interlocal.queries.question import Asked, Need, Population, Question, Row
from interlocal.queries.vertical import NATIONAL_BODIES, OF_THE_EU
from interlocal.text import counted, in_words, listed

_TIERS = {"local_regional": "local or regional", "national": "national", "eu": "EU"}
_NOBODY = {"local_regional": "no LRA or fund of a region", "national": "no national body or fund", "eu": "no EU body or fund"}
PROJECTS = Need("projects", "at least one project", "a table of projects (projects.csv) with organisers, partners and funders")


def _tiers_said(asked: Asked) -> str:
    three = [row for row in asked.rows if row["count"] == len(_TIERS)]
    two = [row for row in asked.rows if row["count"] < len(_TIERS)]
    named = f": {listed(row['project'] for row in three)}" if 0 < len(three) <= 8 else ""
    kinds = {tiers: sum(row["tiers"] == tiers for row in two) for tiers in sorted({row["tiers"] for row in two})}
    pairs = f" ({'; '.join(f'{tiers}: {in_words(count)}' for tiers, count in kinds.items())})" if two else ""
    joins = f"{in_words(len(three))} {'join' if len(three) > 1 else 'joins'} all three tiers{named}" if three else "none joins all three tiers"
    more = f"; {in_words(len(two))} {'join' if len(two) > 1 else 'joins'} two of the three{pairs}" if two else ""
    offices = " Offices of the state that a report calls LRAs are counted as local or regional here." if asked.values.get("state_offices") else ""
    return f"Of {counted(asked.of, 'project')} of which anybody is named with a part, {joins}{more}. Partners without a name are not counted.{offices}"


def _one_joined(row: Row) -> str:
    held = "; ".join(f"{words}: {listed(row[tier])}" for tier, words in _TIERS.items() if row[tier])
    lacking = "".join(f"; {words} is named with a part" for tier, words in _NOBODY.items() if not row[tier])
    unnamed = f"; it also mentions without names: {'; '.join(row['unnamed_partners'])}" if row["unnamed_partners"] else ""
    return f"{row['project']} ({row['country'] or 'no country stated'}) – {held}{lacking}{unnamed}"


JOINING_TIERS = Question(
    slug="projects-joining-tiers",
    title="In which projects do the local or regional, the national and the EU tier all have a stated part?",
    theme="Tiers of government",
    definition=(
        "A tier has a part when a body of it is named as organiser, partner, supporter, manager or funder (multi-level governance; Hooghe and Marks 2003). "
        f"Local or regional: LRAs and funds of regions; national: {NATIONAL_BODIES}, and national funds; EU: {OF_THE_EU}, and EU funds. A phase of a project "
        "counts with the whole."
    ),
    population=Population("projects_with_parts", "projects of which anybody is named with a part"),
    columns={
        "project": "project", "country": "country", "case_study": "case study", "tiers": "tiers joined", "count": "how many",
        "local_regional": "local or regional", "national": "national", "eu": "EU", "unnamed_partners": "partners without a name",
    },
    headline=_tiers_said,
    say=_one_joined,
    found=lambda row: row["count"] == len(_TIERS),
    counts="join all three tiers",
    nothing="In no project are bodies or funds of two tiers named. Many leave partners and funders unnamed, so this is not evidence that none joins them.",
    caveat=(
        "A tier is often there only as the origin of money: an EU fund that pays stands for the EU tier although no EU body takes part, and a fund that a "
        "national body manages stands for the EU alone. Networks of LRAs, and LRAs for which a project is carried out, stand for no tier. "
        "A company or agency of a municipality is not taken for it. All parts count, whenever they were; they need not have been at one time. A project of "
        "several countries is of none, so it is left out when one country is asked for."
    ),
    parameters=("country", "state_offices"),
    needs=(PROJECTS,),
    derive=partners_each_once,
)  # fmt: skip

QUESTIONS: tuple[Question, ...] = (JOINING_TIERS,)
