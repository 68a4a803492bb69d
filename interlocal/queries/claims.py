"""Questions about what the sources claim of networks and bodies, beside what they tell of each of them elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interlocal.graph.words import code_words
from interlocal.queries.membership import COOPERATION_STATED, MORE_LISTS, stated_size
from interlocal.queries.networks_compared import first_of, is_or_are
from interlocal.queries.question import Asked, Need, Population, Question, Row
from interlocal.text import counted, in_words, listed

STATEMENTS = Need("statements_about_networks", "a statement of a source about several networks at once", "a table of gaps that sources state (stated_gaps.csv)")


# The tiers that "cities or regions" speaks of; other levels are in neither.
_TIERS: Mapping[str, str] = {
    "municipality": "local", "city_district": "local", "metropolitan": "local", "county": "regional", "province": "regional", "region": "regional",
    "state": "regional",
}  # fmt: skip


def _claims(asked: Asked) -> str:
    networks: dict[str, int] = {}
    for row in asked.rows:
        networks[row["statement_id"]] = row["count"]
    texts = {row["statement_id"]: _quoted(row) for row in asked.rows}
    both = sorted({row["network"] for row in asked.rows if {_TIERS[level] for level in row["levels"] if level in _TIERS} == {"local", "regional"}})
    said = listed(f"{texts[one]} (of {in_words(count)} networks)" for one, count in networks.items())
    statements = f"{counted(len(networks), 'statement')} {'is' if len(networks) == 1 else 'are'} made of several networks at once: {said}"
    kinds = {row["network_id"]: f"{row['network']}: {row['member_kinds']}" for row in asked.rows if row["member_kinds"]}
    members = f" The members that they are told to have: {'; '.join(kinds.values())}." if kinds else ""
    tiers = f" LRAs of local and of regional level are both recorded in {listed(both)}." if both else ""
    return f"{statements}. Beside each network stands what the sources tell of it elsewhere, so that the two can be read together.{members}{tiers}"


def _of_level(level: str) -> str:
    return "whose level is not stated" if level == "level not stated" else f"of level {code_words(level)}"


def _quoted(row: Row) -> str:
    return f"“{row['statement'].rstrip('.')}”"


def _one_claim(row: Row) -> str:
    parts = [row["told"].rstrip(".")] if row["told"] else []
    if row["member_kinds"] and row["member_kinds"] not in f"{row['told']} {row['size_note']}":
        parts.append(f"members as told: {row['member_kinds']}")
    if row["stated_members"] is not None:
        parts.append(f"stated size: {stated_size(row)}")
    levels = [f"{in_words(number)} {_of_level(level)}" for level, number in zip(row["levels"], row["lras"], strict=True)]
    if levels:
        listed_as_of = f" (complete list as of {row['roster_as_of']})" if row["roster"] == "complete" and row["roster_as_of"] else ""
        parts.append(f"LRAs recorded in it{listed_as_of}: {listed(levels)}")
    others = counted(row["count"] - 1, "other")
    return f"{row['network']}: {'; '.join(parts) or 'nothing else is told of it'}. Of it and {others} it is stated: {_quoted(row)}"


CLAIMS = Question(
    slug="claims-about-networks",
    title="What is stated to be missing in networks as a whole, and what is told of each of them?",
    theme="Membership",
    definition=(
        "A statement about networks as a whole: a gap that a source states of two or more networks at once. Beside it stands, for each of these "
        "networks, what the sources tell of it, what members it is told to have, its stated size, and the levels of the LRAs recorded as member (observers, "
        "associates and partners among them), founder or on the steering body. The default is networks of LRAs in Europe."
    ),
    population=Population("statements_about_networks", "statements about several networks at once"),
    columns={
        "statement": "statement", "network": "network", "told": "told of it", "member_kinds": "members as told", "stated_members": "stated members",
        "size_note": "of what", "levels": "levels of LRAs recorded", "lras": "how many (in the same order)", "roster": "list of members",
        "roster_as_of": "list as of",
    },
    headline=_claims,
    say=_one_claim,
    nothing="No source makes a statement about several of these networks at once.",
    counts="stand beside something that is told of a network",
    found=lambda row: bool(row["told"] or row["member_kinds"] or row["stated_members"] is not None or row["levels"]),
    count=lambda rows: len({row["statement_id"] for row in rows}),
    caveat=(
        "The two sides are set beside each other, not judged: a network may exchange practice and still not do what the statement asks for. "
        "What is told of a network is how its source describes it. Where no complete, dated list of members is loaded few members are named, and the "
        "levels recorded are not all there are."
    ),
    parameters=("network", "network_scope"),
    # The reports speak of networks of LRAs in Europe (CSES 2013, sections 2.7.1 and 4.1).
    defaults={"network_scope": "european_lra"},
    needs=(STATEMENTS,),
    would_help=MORE_LISTS,
)  # fmt: skip


def _told_otherwise(asked: Asked) -> str:
    lacks, linked = ([row["body"] for row in asked.rows if row["cooperates"] == word] for word in ("yes", "no"))
    bodies = counted(asked.of, "body", "bodies")
    yes = f"of {_number_of(lacks)} that {is_or_are(lacks)} stated to cooperate, a lack or a missing link is stated elsewhere{_names(lacks)}"
    have = "have" if len(linked) > 1 else "has"
    no = f"{_number_of(linked)} that {is_or_are(linked)} stated not to cooperate {have} a link with an LRA recorded{_names(linked)}"
    return f"Of the {bodies} of which a source says whether they cooperate with LRAs: {yes}; {no}"


def _number_of(bodies: Sequence[object]) -> str:
    return in_words(len(bodies)) if bodies else "none"


def _names(bodies: Sequence[str]) -> str:
    return f" ({first_of(bodies)})" if bodies else ""


def _one_contradiction(row: Row) -> str:
    if row["cooperates"] == "no":
        return f"{row['body']} is stated not to cooperate with LRAs, while a link is recorded with {first_of(row['lras_linked'])}"
    how = f" ({row['how'].rstrip('.')})" if row["how"] else ""
    parts = [f"“{text.rstrip('.')}”" for text in row["lacks"]]
    if row["lras_without"]:
        parts.append(f"no link with {first_of(row['lras_without'])}")
    return f"{row['body']} is stated to cooperate with LRAs{how}, while it is also stated: {'; '.join(parts)}"


CONTRADICTED = Question(
    slug="body-cooperation-contradicted",
    title="Which bodies are stated to cooperate with LRAs, or not to, where the sources also tell something else?",
    theme="Membership",
    definition=(
        "Of a body that is stated to cooperate: a lack of coordination or participation that a source states about it, or a link with an LRA "
        "that is stated to be absent. Of a body that is stated not to: an LRA recorded as its partner, supporter, member, founder or in one project with it."
    ),
    population=Population("bodies_asked_about", "networks and organisations of which a source says whether they cooperate with LRAs"),
    columns={
        "body": "body", "sort": "sort", "cooperates": "cooperates with LRAs", "how": "how", "lacks": "lacks stated about it",
        "lras_without": "LRAs stated to be without a link", "lras_linked": "LRAs with a link",
    },
    headline=_told_otherwise,
    say=_one_contradiction,
    nothing="Nothing else is recorded that would not fit what is stated of these bodies.",
    counts="have something else told of them",
    caveat=(
        "The overview of CSES 2013 (Appendix D) ticks yes or no for a body as a whole; a stated lack does not make the yes wrong, and may concern only "
        "a part of the cooperation. That nothing else is recorded does not mean that the statement is right. A link through a project counts when the body "
        "and the LRA are both named in it."
    ),
    needs=(COOPERATION_STATED,),
)  # fmt: skip

QUESTIONS: tuple[Question, ...] = (CLAIMS, CONTRADICTED)
