"""The graph on a Neo4j server (5, one machine, a cluster or Aura), reached over Bolt by the official driver.

Reads run in read transactions with a time limit. Writing is a push (see ``push``): what is on the server is compared
with the graph, and the difference alone is written. A graph of which the last push did not finish answers nothing.
"""

from __future__ import annotations

import logging
import ssl
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from interlocal.errors import InterlocalError, NoGraphYetError, StoreError
from interlocal.graph.records import Graph, NodeRecord, RelationshipRecord
from interlocal.graph.schema import LABELS, RELATIONSHIP_TYPES, SCHEMA_VERSION
from interlocal.graph.store import guard, push
from interlocal.graph.store.base import MARKER, OURS, TIME_LIMIT, Rows, Scope, in_scope, node_of, tie_of

try:
    import neo4j
    from neo4j import exceptions
except ImportError as error:  # pragma: no cover - the extra is always there in the tests
    raise StoreError("the library for graphs on a server is not installed", todo='Install it: python -m pip install "interlocal[neo4j]".') from error

# What the driver says of its retries is for who sets up a log, not for who asks.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
# How long to wait for a server that does not answer at all, in seconds.
_PATIENCE = 15.0
_STATE = f"MATCH (i:{MARKER}:{OURS}) RETURN i.schema_version AS version, coalesce(i.incomplete, false) AS incomplete"


@dataclass(frozen=True)
class Login:
    """Who asks: never printed, never part of an address."""

    user: str = "neo4j"
    password: str = field(default="", repr=False)


class Neo4jStore:
    """The graph in one database (the server's default one unless ``database`` is named) of the server at ``address``.

    ``beside_others`` lets it live in a database that holds nodes of others too. Up to ``at_once`` changes are one
    transaction; more are written in batches of ``batch`` rows. Raises StoreError for what is no address.
    """

    def __init__(
        self,
        address: str,
        login: Login | None = None,
        *,
        database: str = "",
        time_limit: float = TIME_LIMIT,
        beside_others: bool = False,
        at_once: int = 20_000,
        batch: int = 5_000,
    ) -> None:
        self.where = _checked(address)
        self.time_limit = time_limit
        self.beside_others = beside_others
        self._address, self._login, self._database = address, login or Login(), database
        self._at_once, self._batch = at_once, batch
        self._connected: neo4j.Driver | None = None

    def write(self, graph: Graph) -> None:
        self.push(graph)

    def changes(self, graph: Graph) -> push.Changes:
        """What ``push`` would do; nothing is written."""
        with self._session("WRITE") as session:
            return session.execute_read(lambda tx: push.compare(tx, graph, beside_others=self.beside_others))

    def push(self, graph: Graph, progress: Callable[[int], None] = lambda _: None) -> push.Changes:
        """Make the server's graph equal to ``graph``; ``progress`` hears of every batch how many changes it was.

        All or nothing up to ``at_once`` changes. More go in batches: readers are refused until the last one is there,
        and a push that was interrupted goes on when it is run again.
        """
        with self._session("WRITE") as session:
            return push.push(session, graph, beside_others=self.beside_others, at_once=self._at_once, batch=self._batch, progress=progress)

    def read(self, scope: Scope = "all") -> Graph:
        def work(tx: Any) -> Graph:
            self._refuse_what_is_not_ready(tx)
            nodes: list[NodeRecord] = []
            ties: list[RelationshipRecord] = []
            for label in LABELS:
                nodes.extend(node_of(label, row["p"]) for row in tx.run(f"MATCH (n:{label}:{OURS}) RETURN properties(n) AS p ORDER BY n.id"))
            for kind in RELATIONSHIP_TYPES:
                text = f"MATCH (a:{OURS})-[t:{kind}]->(b:{OURS}) WHERE t.key IS NOT NULL RETURN a.id AS source, b.id AS target, properties(t) AS p"
                ties.extend(tie_of(kind, row["source"], row["target"], row["p"]) for row in tx.run(text))
            return in_scope(Graph(tuple(nodes), tuple(sorted(ties, key=lambda t: t.identity))), scope)

        # Reading everything is not asking a question: no time limit.
        with self._session("READ") as session:
            return session.execute_read(work)

    def query(self, text: str, parameters: Mapping[str, Any] | None = None, *, limit: int | None = None) -> Rows:
        guard.check(text)

        @neo4j.unit_of_work(timeout=self.time_limit)
        def work(tx: Any) -> Rows:
            self._refuse_what_is_not_ready(tx)
            result = tx.run(text, dict(parameters or {}))
            rows = [record.data() for record in islice(result, None if limit is None else limit + 1)]
            return Rows(tuple(result.keys()), tuple(rows[:limit]), limit is not None and len(rows) > limit)

        with self._session("READ") as session:
            return session.execute_read(work)

    def _refuse_what_is_not_ready(self, tx: Any) -> None:
        found = tx.run(_STATE).single()
        if found is None:
            raise NoGraphYetError("there is no graph here yet", where=self.where, todo="Run “interlocal push”.")
        if found["incomplete"]:
            todo = "Run “interlocal push” again: it goes on where it stopped."
            raise StoreError("the last push to this graph has not finished, so it answers nothing", where=self.where, todo=todo)
        if found["version"] != SCHEMA_VERSION:
            todo = "Push it again with this version, or ask with the version that pushed it."
            raise StoreError("this graph was pushed by another version of interlocal", where=self.where, todo=todo)

    @contextmanager
    def _session(self, access: str) -> Iterator[neo4j.Session]:
        try:
            with self._driver().session(database=self._database or None, default_access_mode=access, fetch_size=5_000) as session:
                yield session
        except InterlocalError:
            raise
        except (exceptions.Neo4jError, exceptions.DriverError, ValueError, TypeError, OSError) as error:
            raise self._in_words(error) from None

    def _driver(self) -> neo4j.Driver:
        if self._connected is None:
            auth = (self._login.user, self._login.password) if self._login.password else None
            driver = neo4j.GraphDatabase.driver(
                self._address, auth=auth, connection_timeout=_PATIENCE, connection_acquisition_timeout=_PATIENCE, notifications_min_severity="OFF"
            )
            # Ask once without the driver's retries, so that a wrong address is an answer at once.
            try:
                driver.verify_connectivity()
            except BaseException:
                driver.close()
                raise
            weakref.finalize(self, driver.close)
            self._connected = driver
        return self._connected

    def _in_words(self, error: Exception) -> StoreError:
        """One line for what the driver or the server says; never the login, which the driver's own texts do not hold either."""
        what, todo = _words(error, self._login, self._database, self.time_limit)
        return StoreError(what, where=self.where, todo=todo)


def _checked(address: str) -> str:
    """``scheme://host:port`` of an address, for messages; raises StoreError, without showing what may be secret."""
    try:
        parts = urlsplit(address)
        place = f"{parts.scheme}://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}"
    except ValueError:
        parts, place = urlsplit(""), ""
    todo = f"Write it as neo4j+s://host or bolt://host:7687; it begins with one of {', '.join(SCHEMES)}."
    if "@" in address:
        raise StoreError("the address holds a user or a password, where others can read it", todo="Set NEO4J_USERNAME and NEO4J_PASSWORD instead.")
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise StoreError("this is not the address of a Neo4j server", where=place, todo=todo)
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise StoreError("an address ends after the host and port", where=place, todo="Name the database with NEO4J_DATABASE.")
    return place


def _words(error: Exception, login: Login, database: str, time_limit: float) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    code = getattr(error, "code", "") or ""
    if isinstance(error, exceptions.AuthError) or "Security.Unauthorized" in code or "CredentialsExpired" in code:
        if "CredentialsExpired" in code:
            return f"the password of “{login.user}” has to be changed on the server first", "Change it in Neo4j Browser, then set NEO4J_PASSWORD."
        if not login.password:
            return "the server asks for a user and a password", "Set NEO4J_USERNAME and NEO4J_PASSWORD."
        return f"the server does not accept this password for “{login.user}”", "Check NEO4J_USERNAME and NEO4J_PASSWORD."
    if "AuthenticationRateLimit" in code:
        return "the server was given a wrong password too often and waits", "Wait some seconds, then check NEO4J_PASSWORD."
    if "Security.Forbidden" in code or "AccessMode" in code:
        return f"the user “{login.user}” may not do this on the server ({_first_line(error)})", "Ask whoever runs the server."
    if "DatabaseNotFound" in code:
        return f"there is no database named “{database}” on the server", "Check NEO4J_DATABASE."
    if "DatabaseUnavailable" in code:
        return "the database is not available at the moment", "Try again, or ask whoever runs the server."
    if "TransactionTimedOut" in code or "LockClientStopped" in code or "Transaction.Terminated" in code:
        todo = "Ask for less (one country, one network), or allow more time with --time-limit."
        return f"the query took longer than {time_limit:g} seconds and was stopped", todo
    if "MemoryPoolOutOfMemory" in code or "OutOfMemory" in code:
        return "the server has too little memory for this", "Ask for less, or give the server more memory (server.memory.heap.max_size)."
    if isinstance(error, exceptions.Neo4jError):
        return f"the query cannot be run ({_first_line(error)})", ""
    causes = list(_chain(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        todo = "Install its certificate authority; or, for a certificate of your own that you trust, write +ssc instead of +s in the address."
        return "the certificate of the server is not one that this machine trusts", todo
    if any(isinstance(cause, (ssl.SSLError, exceptions.BrokenRecordError)) for cause in causes if cause is not None):
        return "the server does not speak TLS there", "Write bolt:// or neo4j:// (without +s) in the address, if you trust the network between."
    if isinstance(error, exceptions.DriverError):
        return f"the server cannot be reached ({_first_line(error)})", "Check the address, the network, and that the server runs."
    return f"the query cannot be run ({_first_line(error)})", ""


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _first_line(error: BaseException) -> str:
    text = getattr(error, "message", None) or str(error)
    return (text.strip().splitlines() or [type(error).__name__])[0].rstrip(".:")
