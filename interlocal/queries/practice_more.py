"""Questions about what is done, and where: what was evaluated, one-stop shops, LRAs without a structure or policy of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from interlocal.queries.practice import SHOWN, evidence_in, facts_in, few, project_words, with_details
from interlocal.queries.question import Asked, Need, Population, Question, Row, Values
from interlocal.text import counted, in_words, listed, number_are, sentence

# --- evaluation --------------------------------------------------------------------------------------------------------

EVALUATIONS = Need("evaluations", "projects of which a source says whether they were evaluated", "facts.csv with rows about evaluation")
_EVALUATION = {"done": "carried out", "none": "stated not to have been carried out", "planned": "planned"}
_ANSWERS = ("evaluated", "planned or under way", "unclear", "stated not evaluated", "not stated")


def _evaluation_answer(facts: Sequence[Mapping[str, str]], evaluators: Sequence[str], left_open: Sequence[str]) -> str:
    """Accepted facts decide; two that contradict each other, or open ones alone, leave it unclear."""
    accepted = [fact for fact in facts if fact["reading"] == "accepted"]
    stated = [fact for fact in accepted if fact["property"] == "evaluation"]
    denied = any(fact["value"] == "none" for fact in stated)
    finished = any(fact["value"] not in ("none", "planned") and "under way" not in fact.get("qualifier", "") for fact in stated)
    if denied:
        return "unclear" if finished or evaluators else "stated not evaluated"
    if finished:
        return "evaluated"
    if accepted:
        return "planned or under way"
    if evaluators and not facts:
        return "evaluated"
    return "unclear" if facts or left_open else "not stated"


def _evaluations(rows: Sequence[Row], _: Values) -> list[Row]:
    found = [_one_evaluation(row) for row in rows]
    return sorted(found, key=lambda row: _ANSWERS.index(row["answer"]))


def _one_evaluation(row: Row) -> Row:
    facts = facts_in(row["facts"])
    answer = _evaluation_answer(facts, row["evaluators"], row["left_open"])
    told = [
        with_details(_EVALUATION.get(fact["value"], fact["value"]) if fact["property"] == "evaluation" else f"planned: {fact['value']}", fact)
        for fact in facts
    ]  # fmt: skip
    return {
        "project": row["project"], "country": row["country"], "case_study": row["case_study"], "answer": answer, "evaluators": row["evaluators"],
        "left_open": row["left_open"], "how": told, "remarks": [fact["reason"].replace("passage", "text") for fact in facts if fact.get("reason")],
        # Where nothing is said of evaluation: what was read.
        "evidence": row["described"] if answer == "not stated" else [row["evidence"], evidence_in(facts)],
    }  # fmt: skip


def _evaluated(asked: Asked) -> str:
    number = Counter(row["answer"] for row in asked.rows)
    done = number["evaluated"]
    named = sum(bool(row["evaluators"]) for row in asked.rows if row["answer"] == "evaluated")
    by_name = f" ({in_words(named) if named else 'none'} with a named evaluator)"
    parts = [f"{number_are(done)} said to have been evaluated{by_name if done else ''}"]
    if planned := number["planned or under way"]:
        parts.append(f"{in_words(planned)} {'has' if planned == 1 else 'have'} an evaluation that was planned or under way")
    if unclear := number["unclear"]:
        parts.append(f"{number_are(unclear)} unclear")
    if denied := number["stated not evaluated"]:
        parts.append(f"{number_are(denied)} stated not to have been evaluated")
    silent = number["not stated"]
    rest = f"; of {'the other ' if silent < asked.of else ''}{in_words(silent)} the sources say nothing, which is not evidence that there was none"
    return f"{counted(asked.of, 'project')} {'is' if asked.of == 1 else 'are'} described: {listed(parts)}{rest if silent else ''}"


def _say_evaluation(row: Row) -> str:
    by = {"evaluator": row["evaluators"], "evaluator left open": row["left_open"]}
    how = "; ".join([*row["how"], *(f"{words}: {listed(names)}" for words, names in by.items() if names)])
    remarks = f" (our remark: {'; '.join(dict.fromkeys(row['remarks']))})" if row["remarks"] else ""
    told = {"unclear": f"unclear: {how}", "not stated": "the source says nothing of an evaluation"}
    return f"{project_words(row)}: {told.get(row['answer'], how)}{remarks}"


EVALUATED = Question(
    slug="projects-evaluated",
    title="Which projects were evaluated, and by whom; which are stated not to have been; of which is nothing said?",
    theme="Practice",
    definition=(
        "Evaluated: a source says that an evaluation was carried out, by the project itself (internal) or by others (external). A report to a "
        "funder or a survey of participants counts where the source gives it as the evaluation."
    ),
    population=Population("projects_described", "projects of which an organiser, partner or funder is named"),
    columns={
        "project": "project", "country": "country", "case_study": "case study", "answer": "evaluated?", "evaluators": "evaluators named",
        "left_open": "evaluators left open", "how": "what is said", "remarks": "our remarks",
    },
    headline=_evaluated,
    say=_say_evaluation,
    found=lambda row: row["answer"] == "evaluated",
    counts="are said to have been evaluated",
    nothing="No project is described in the scope that was asked for.",
    caveat=(
        "CSES 2013 asked about evaluation for its case studies only, and several left the answer empty; the other projects are described "
        "without that question. Whether the evaluations were good, or what they found, is not judged here."
    ),
    parameters=("country",),
    needs=(EVALUATIONS,),
    derive=_evaluations,
)  # fmt: skip


# --- one-stop shops ----------------------------------------------------------------------------------------------------

INFO_SERVICES = Need("info_services", "services, with their kind", "services.csv with services, some of the kind one_stop_shop or info_point")
_THERE = ("one-stop shop", "not fully", "info point")
_PLACES = {
    "one_stop_shops": "one-stop shop", "not_fully": "stated not to be a full one-stop shop", "info_points": "info point", "planned": "planned",
    "missing": "stated to be missing", "ended": "no longer run", "wanted": "wanted, as a report states it",
}  # fmt: skip


def _shops(asked: Asked) -> str:
    lras = {answer: [row["place"] for row in asked.rows if row["sort"] == "LRA" and row["answer"] == answer] for answer in (*_THERE, "planned")}
    words = {
        "one-stop shop": "a one-stop shop", "not fully": "one that is stated not to be a full one", "info point": "an info point but no one-stop shop",
        "planned": "a planned one",
    }  # fmt: skip
    parts = [f"{words[answer]} in {in_words(len(names))}{few(names)}" for answer, names in lras.items() if names]
    no_lra = sum(row["sort"] == "country" and row["answer"] in _THERE for row in asked.rows)
    wanted = sum(row["sort"] == "LRA" and row["answer"] in ("wanted", "stated to be missing") for row in asked.rows)
    silent = sum(len(row["not_stated"]) for row in asked.rows)
    more = [
        f"in {counted(no_lra, 'country', 'countries')} a source names one or the other without an LRA" if no_lra else "",
        f"for {in_words(wanted)} without one a source says that it is wanted or missing" if wanted else "",
        f"of {in_words(silent)} nothing is stated, which is not evidence that there was none" if silent else "",
    ]
    looked_at = f"{counted(asked.of, 'LRA')} {'is' if asked.of == 1 else 'are'} looked at"
    named = f"{looked_at}: the sources show {listed(parts) or 'neither a one-stop shop nor an info point'}"
    return "; ".join([named, *filter(None, more)])


def _say_shops(row: Row) -> str:
    if row["sort"] == "other LRAs":
        names = row["not_stated"]
        which = f"{in_words(len(names))} other LRAs" if len(names) > SHOWN else listed(names)
        return f"{row['country'] or 'No country stated'}: not stated for {which}"
    told = [sentence(f"{words}: {'; '.join(one.rstrip('.') for one in row[column])}") for column, words in _PLACES.items() if row[column]]
    place = f"{row['place']} ({row['country']})" if row["sort"] == "LRA" else f"{row['place']} (no LRA named)"
    return f"{place}: {' '.join(told)}"


SHOPS = Question(
    slug="one-stop-shops",
    title="Where are there one-stop shops and info points for migrants: there, not fully, planned, wanted, not stated?",
    theme="Practice",
    definition=(
        "A one-stop shop joins the services of several bodies in one place; an info point informs and directs people. What counts is what a source "
        "calls one, or describes as one. Projects that work as one are counted too; those that aim at "
        "one are planned. Not fully: a source says that it is not fully a one-stop shop."
    ),
    population=Population("lras", "LRAs named in the sources"),
    columns={
        "place": "place", "country": "country", "sort": "sort of place", "answer": "there?", "one_stop_shops": "one-stop shops",
        "not_fully": "not fully a one-stop shop", "info_points": "info points", "planned": "planned", "missing": "stated to be missing",
        "wanted": "what a source says is wanted", "ended": "no longer run", "not_stated": "LRAs of which nothing is stated",
    },
    headline=_shops,
    say=_say_shops,
    found=lambda row: row["answer"] in _THERE,
    count=lambda rows: sum(row["sort"] == "LRA" for row in rows),
    counts="are stated to have a one-stop shop, be it not fully one, or an info point",
    nothing="The sources name no one-stop shop or info point in this scope, and no LRA of which that could be said.",
    caveat=(
        "Only the twelve city profiles of ADMIN4ALL 2016 describe services of a city as a whole; of other LRAs a source mentions one by chance. What "
        "is wanted is found by the words one-stop shop and information point in the needs that a report states. Services of no country, such as "
        "European websites, are left out."
    ),
    parameters=("country", "level", "scope"),
    needs=(INFO_SERVICES,),
)  # fmt: skip


# --- LRAs without a structure or policy --------------------------------------------------------------------------------

ABSENCES = Need("gaps_or_absences", "gaps or absences that a source states", "stated_gaps.csv, or relationships.csv with rows of the type LACKS")
_INSTEAD = {
    "own_services": "services of its own", "policies": "policies adopted", "projects": "projects that it takes part in",
    "others_there": "other services, networks and projects there", "works_with": "works with", "planned": "planned",
}  # fmt: skip


def _structures(asked: Asked) -> str:
    absent = [row["lra"] for row in asked.rows if row["answer"] == "stated absent"]
    not_yet = [row["lra"] for row in asked.rows if row["answer"] != "stated absent"]
    parts = [
        f"{number_are(len(absent))} stated to have no structure or policy for migrants, or for some of them{few(absent)}" if absent else "",
        f"of {in_words(len(not_yet))} a source says that it was not fully or not yet there{few(not_yet)}" if not_yet else "",
    ]
    silent = asked.of - len(asked.rows)
    rest = f"; of {in_words(silent)} this is not stated, which is not evidence that they have one" if silent else ""
    looked_at = f"{counted(asked.of, 'LRA')} {'is' if asked.of == 1 else 'are'} looked at"
    return f"{looked_at}: {' and '.join(filter(None, parts))}{rest}"


def _say_structure(row: Row) -> str:
    stated = " ".join(sentence(one) for one in (*row["absent"], *row["not_yet"]))
    instead = " ".join(sentence(f"{words}: {'; '.join(row[column])}") for column, words in _INSTEAD.items() if row[column])
    return f"{row['lra']} ({row['country']}): {stated} {f'Recorded instead or beside it: {instead}' if instead else 'Nothing else is recorded of it'}"


STRUCTURES = Question(
    slug="lras-without-structure-or-policy",
    title="Which LRAs are stated to have no structure or policy of their own for integration, and what is there instead?",
    theme="Practice",
    definition=(
        "Stated absent: a source says that the LRA has no structure, unit, department, strategy or policy for migrants, or for some of "
        "them; that nobody in the place supports migrants is said of the place, not of the LRA. Not fully or not yet there: a source says "
        "that the structure was not fully operational, or that the policy was being designed. What is there instead: "
        "services, policies, projects, and bodies that the LRA works with, as recorded."
    ),
    population=Population("lras", "LRAs named in the sources"),
    columns={
        "lra": "LRA", "country": "country", "level": "level", "answer": "what is stated", "absent": "stated absent", "not_yet": "not fully or not yet there",
        "own_services": "services of its own", "policies": "policies adopted", "projects": "projects",
        "others_there": "other services, networks and projects there", "works_with": "works with", "planned": "planned",
    },
    headline=_structures,
    say=_say_structure,
    counts="are stated to be without one, or not to have it fully yet",
    nothing="The sources say of no LRA in this scope that it has no structure or policy of its own. That is not evidence that they have one.",
    caveat=(
        "Only the twelve city profiles of ADMIN4ALL 2016 look at the structure of a city, and three towns are described together. The statements are "
        "found by their words (no structure, no policy, no strategy, no unit, no department) in the gaps that a report states, so one that is "
        "worded otherwise is not found. What is there instead is what is recorded, of any year, not what replaces it."
    ),
    parameters=("country", "level", "scope"),
    needs=(ABSENCES,),
)  # fmt: skip

QUESTIONS = (EVALUATED, SHOPS, STRUCTURES)
