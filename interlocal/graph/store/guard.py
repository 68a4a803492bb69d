"""What may be asked of a store: one reading statement, and nothing that touches files or procedures.

An immutable snapshot does not suffice: LOAD CSV reads any file of the machine, and chained statements run.
The text is tokenised, so that a word inside quotes, a comment, a property (``n.set``) or a label is no clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interlocal.errors import QuestionError

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<quoted>`(?:[^`]|``)*`)
      | (?P<word>[^\W\d]\w*)
      | (?P<number>0[xX][0-9a-fA-F]+|[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
      | (?P<space>\s+)
      | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_WRITES = frozenset(("CREATE", "INSERT", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "ALTER", "FOREACH"))
_ONLY_READS = "Ask one question that only reads (MATCH … RETURN …)."


def check(text: str) -> None:
    """Raise QuestionError unless ``text`` is one statement that only reads."""
    if "\\u" in text:
        raise QuestionError("a query may not hold \\u escapes", todo="Pass such letters as they are, or as a parameter.")
    tokens = list(_tokens(text))
    if not tokens:
        raise QuestionError("the query is empty", todo=_ONLY_READS)
    if tokens[-1] == ";":
        tokens.pop()
    if ";" in tokens:
        raise QuestionError("a query is one statement, without “;”", todo=_ONLY_READS)
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else ""
        after = tokens[place + 1] if place + 1 < len(tokens) else ""
        word = token.upper()
        # A property (n.set), a label (:Set), a parameter ($set) or a key of a map ({set: 1}) is no clause.
        if before in (".", ":", "$") or (after == ":" and before in ("{", ",")):
            continue
        if word in _WRITES:
            raise QuestionError(f"a query may not write ({word})", todo=_ONLY_READS)
        if word == "LOAD" and after.upper() == "CSV":
            raise QuestionError("a query may not read files (LOAD CSV)", todo=_ONLY_READS)
        if word == "SHOW" or (word == "FORMAT" and after.upper() == "CSV"):
            raise QuestionError(f"a query may not ask the engine itself ({word})", todo=_ONLY_READS)
        if word == "CALL" and after not in ("{", "("):
            raise QuestionError("a query may not call procedures", todo="Subqueries, CALL { … }, are fine.")


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
