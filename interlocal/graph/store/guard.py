"""What may be asked of a store: one reading statement, and nothing that touches files, procedures or another database.

Neither an immutable snapshot nor a reading transaction suffices: LOAD CSV reads files and addresses, procedures and the
functions of plugins do what they like, chained statements run, and the login of a server may be allowed anything.
The text is tokenised as Neo4j does, so that a word inside quotes, a comment, a property (``n.set``) or a label is no clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interlocal.errors import QuestionError

_TOKEN = re.compile(
    r"""(?P<comment>//[^\r\n]*|/\*.*?\*/)
      | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<quoted>`(?:[^`]|``)*`)
      | (?P<word>[^\W\d]\w*)
      | (?P<number>0[xX][0-9a-fA-F]+|[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
      | (?P<space>\s+)
      | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_BEGINS = ("MATCH", "OPTIONAL", "UNWIND", "WITH", "CALL", "RETURN")
_WRITES = frozenset(("CREATE", "INSERT", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "ALTER", "FOREACH"))
# What the built-in functions with a dot in their name begin with; all others are those of plugins.
_NAMESPACES = frozenset(("date", "time", "localtime", "datetime", "localdatetime", "duration", "point", "vector"))
_ONLY_READS = "Ask one question that only reads (MATCH … RETURN …)."


def check(text: str) -> None:
    """Raise QuestionError unless ``text`` is one statement that only reads."""
    if "\\u" in text:
        raise QuestionError("a query may not hold \\u escapes", todo="Pass such letters as they are, or as a parameter.")
    tokens = list(_tokens(text))
    if tokens and tokens[-1] == ";":
        tokens.pop()
    if not tokens:
        raise QuestionError("the query is empty", todo=_ONLY_READS)
    if ";" in tokens:
        raise QuestionError("a query is one statement, without “;”", todo=_ONLY_READS)
    for place in range(len(tokens)):
        _check_word(tokens, place)
    if tokens[0].upper() not in _BEGINS:
        raise QuestionError(f"a query begins with {', '.join(_BEGINS[:-1])} or {_BEGINS[-1]}, not with {tokens[0]}", todo=_ONLY_READS)


def labels_in(text: str) -> list[str]:
    """The labels and relationship types that a query names, each once; keys of maps are none of them."""
    tokens = list(_tokens(text))
    found: dict[str, None] = {}
    for place in range(1, len(tokens)):
        if tokens[place].isidentifier() and _names_label(tokens, place):
            found[tokens[place]] = None
    return list(found)


def _names_label(tokens: Sequence[str], place: int) -> bool:
    before = tokens[place - 1]
    if before == ":":
        key = place > 2 and tokens[place - 2].isidentifier() and tokens[place - 3] in ("{", ",")
        return not key
    # After a bar another of them may stand ([:LEADS|RUNS]), or the result of a list ([x IN found WHERE x:LRA | x.name]).
    return before == "|" and tokens[place][0].isupper() and _names_label(tokens, place - 2)


def _check_word(tokens: Sequence[str], place: int) -> None:
    word = tokens[place].upper()
    before = tokens[place - 1].upper() if place else ""
    after = tokens[place + 1].upper() if place + 1 < len(tokens) else ""
    if before == "." and after == "(" and _namespace(tokens, place) not in _NAMESPACES:
        raise QuestionError("a query may not call functions of plugins", todo="Those that every server has are fine: size(…), coalesce(…).")
    # A property (n.set), a label (:Set), a parameter ($set) or a key of a map ({set: 1}) is no clause.
    if before in (".", ":", "$") or (after == ":" and before in ("{", ",")):
        return
    if word in _WRITES:
        raise QuestionError(f"a query may not write ({word})", todo=_ONLY_READS)
    if word == "LOAD" and after == "CSV":
        raise QuestionError("a query may not read files (LOAD CSV)", todo=_ONLY_READS)
    if word == "SHOW" or (word == "FORMAT" and after == "CSV"):
        raise QuestionError(f"a query may not ask the engine itself ({word})", todo=_ONLY_READS)
    if word == "USE":
        raise QuestionError("a query may not choose another database (USE)", todo=_ONLY_READS)
    if word == "TRANSACTIONS" and before in ("IN", "CONCURRENT"):
        raise QuestionError("a query is one transaction, without IN TRANSACTIONS", todo=_ONLY_READS)
    if word == "CALL" and after not in ("{", "("):
        raise QuestionError("a query may not call procedures", todo="Subqueries, CALL { … }, are fine.")


def _namespace(tokens: Sequence[str], place: int) -> str:
    """The first part of the dotted name that ends at ``place``."""
    while place > 1 and tokens[place - 1] == ".":
        place -= 2
    return tokens[place].lower()


def _tokens(text: str) -> Iterator[str]:
    """Words and signs; strings and quoted names as one mark each, comments and spaces left out."""
    end_of_number = -1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind in ("comment", "space"):
            continue
        if kind == "sign" and match[0] in "'\"`":
            raise QuestionError("a quote is not closed")
        if kind == "word" and end_of_number == match.start():
            raise QuestionError(f"a number runs into a word (…{match[0]})", todo="Put a space between them.")
        end_of_number = match.end() if kind == "number" else -1
        yield {"text": "''", "quoted": "``"}.get(kind or "", match[0])
