"""Questions about what is done, and where."""

from __future__ import annotations

from interlocal.queries.question import Asked, Need, Population, Question, Row
from interlocal.text import counted, in_words, listed

DIMENSIONS_LOADED = Need("dimensions", "projects with a dimension of integration", "projects.csv with the column dimension filled")
_WORDS = {"political_legal": "political and legal", "socio_economic": "socio-economic", "cultural": "cultural"}


def _dimensions(asked: Asked) -> str:
    totals = {name: sum(row[name] for row in asked.rows) for name in _WORDS}
    told = listed(f"{count} {_WORDS[name]}" for name, count in totals.items())
    one_only = [row["country"] for row in asked.rows if row["total"] == 1]
    single = f". {listed(one_only)} {'has' if len(one_only) == 1 else 'have'} one project each" if len(one_only) > 1 else ""
    return f"Of the {asked.of} projects with a dimension, in {counted(len(asked.rows), 'country', 'countries')}, {told}{single}"


def _one_country(row: Row) -> str:
    parts = [f"{in_words(row[name])} {_WORDS[name]} ({'; '.join(row[f'{name}_projects'])})" for name in _WORDS if row[name]]
    none = [_WORDS[name] for name in _WORDS if not row[name]]
    without = f"; none described is {listed(none, last='or')}" if none else ""
    return f"{row['country']}: {listed(parts)}{without}"


DIMENSIONS = Question(
    slug="dimensions-by-country",
    title="Which dimensions of integration do the projects of each country address?",
    theme="Practice",
    definition="The three dimensions of CSES 2013, section 2.3: political and legal, socio-economic, cultural; each project has one.",
    population=Population("projects_with_dimension", "projects to which a source gives a dimension"),
    columns={
        "country": "country", "political_legal": "political and legal", "socio_economic": "socio-economic", "cultural": "cultural", "total": "all",
        "political_legal_projects": "political and legal projects", "socio_economic_projects": "socio-economic projects",
        "cultural_projects": "cultural projects",
    },
    headline=_dimensions,
    say=_one_country,
    counts="are in the countries shown",
    count=lambda rows: sum(row["total"] for row in rows),
    nothing="No project with a dimension is in the scope that was asked for.",
    caveat=(
        "The case studies were chosen as good practice from a survey and a website, not as a sample: a country without a dimension here may "
        "well have such projects. Only CSES 2013 gives dimensions."
    ),
    parameters=("country",),
    needs=(DIMENSIONS_LOADED,),
)  # fmt: skip

QUESTIONS = (DIMENSIONS,)
