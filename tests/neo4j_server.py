"""A real Neo4j 5.26 for the tests: started on loopback from the jars that ``make readers`` fetched, or one that is named.

``INTERLOCAL_TEST_NEO4J`` (with NEO4J_USERNAME, NEO4J_PASSWORD) names a server that is there already. The tests empty its
database again and again, so they only take one that is empty at first; they then mark it, by a constraint, as theirs.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import neo4j

JARS = Path(__file__).parent / "readers" / "neo4j" / "lib"
MARK = "interlocal_test_database"
PASSWORD = "for-tests-only"


@dataclass(frozen=True)
class Server:
    """Where the server is; ``tls`` when it also speaks TLS, by a certificate that nobody vouches for."""

    address: str
    user: str
    password: str
    home: Path | None = None
    tls: bool = False

    def driver(self) -> Any:
        return neo4j.GraphDatabase.driver(self.address, auth=(self.user, self.password), notifications_min_severity="OFF")


class NotHereError(Exception):
    """Why there is no server on this machine."""


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """The server of the tests, its database empty and marked as theirs. Raises NotHereError with the reason when there can be none."""
    if address := os.environ.get("INTERLOCAL_TEST_NEO4J"):
        found = Server(address, os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
        take(found)
        yield found
        return
    with started(folder) as found:
        take(found)
        yield found


def take(found: Server) -> None:
    """Mark the database as one that tests may empty; one that holds anything and has no mark is somebody's, and is left alone."""
    with found.driver() as driver:
        names = {row["name"] for row in driver.execute_query("SHOW CONSTRAINTS YIELD name").records}
        count = driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]
        if count and MARK not in names:
            raise RuntimeError(f"{found.address} holds {count} nodes and was never marked as a database of tests: name an empty one")
        driver.execute_query(f"CREATE CONSTRAINT {MARK} IF NOT EXISTS FOR (n:InterlocalTestDatabase) REQUIRE n.id IS UNIQUE")


def empty(found: Server) -> None:
    """Everything out of the database of the tests."""
    with found.driver() as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")


@contextmanager
def started(home: Path) -> Iterator[Server]:
    """A server of our own with its files in ``home``, killed at the end."""
    java = shutil.which("java")
    if not java:
        raise NotHereError("no Java here; Neo4j 5.26 needs Java 17 or 21")
    if not any((JARS / "server").glob("neo4j-5*.jar")):
        raise NotHereError("Neo4j's jars are not here; run “make readers” (it needs Maven)")
    port = _free_port()
    tls = configure(home, port)
    admin(home, "dbms", "set-initial-password", PASSWORD)
    with (home / "console.log").open("w") as log:
        command = [java, "-Xmx1500m", "-XX:+UseParallelGC", *_classpath("server"), "org.neo4j.server.CommunityEntryPoint"]
        process = subprocess.Popen([*command, f"--home-dir={home}", f"--config-dir={home / 'conf'}"], stdout=log, stderr=log)
        try:
            found = Server(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD, home, tls)
            _wait(found, process, home / "console.log")
            yield found
        finally:
            process.kill()  # nothing of it is kept
            process.wait(30)


def admin(home: Path, *arguments: str, folder: Path | None = None) -> str:
    """Run ``neo4j-admin`` in ``folder``; raises with its output when it fails."""
    environment = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    return _run("server", ["-Dapp.name=neo4j-admin", "org.neo4j.cli.AdminTool", *arguments], environment, folder)


def shell(found: Server, *arguments: str) -> str:
    """Run ``cypher-shell`` against the server; raises with its output when it fails."""
    if not any((JARS / "shell").glob("cypher-shell*.jar")):
        raise NotHereError("cypher-shell is not here; run “make readers”")
    address = found.address
    return _run("shell", ["org.neo4j.shell.Main", "-a", address, "-u", found.user, "-p", found.password, "--non-interactive", *arguments], {}, None)


def _classpath(part: str) -> list[str]:
    return ["-cp", str(JARS / part / "*")]


def _run(part: str, arguments: list[str], environment: dict[str, str], folder: Path | None) -> str:
    command = ["java", *_classpath(part), *arguments]
    done = subprocess.run(command, env=os.environ | environment, cwd=folder, capture_output=True, timeout=300, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"{arguments}: {done.stdout}\n{done.stderr}")
    return done.stdout


def configure(home: Path, port: int) -> bool:
    """Write the settings; whether the server will speak TLS. Loopback only, small memory, no telemetry, TLS beside plain Bolt where openssl can make a certificate."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    settings = {
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.pagecache.size": "300m",
        "db.transaction.timeout": "120s",
    }
    tls = _certificate(home / "certificates" / "bolt")
    if tls:
        settings |= {
            "server.bolt.tls_level": "OPTIONAL",
            "dbms.ssl.policy.bolt.enabled": "true",
            "dbms.ssl.policy.bolt.base_directory": str(home / "certificates" / "bolt"),
            "dbms.ssl.policy.bolt.client_auth": "NONE",
        }
    (home / "conf" / "neo4j.conf").write_text("".join(f"{k}={v}\n" for k, v in settings.items()))
    return tls


def _certificate(folder: Path) -> bool:
    if not shutil.which("openssl"):
        return False
    folder.mkdir(parents=True, exist_ok=True)
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    done = subprocess.run([*command, "-keyout", str(folder / "private.key"), "-out", str(folder / "public.crt")], capture_output=True, check=False)
    return done.returncode == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(found: Server, process: subprocess.Popen[bytes], log: Path, seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with found.driver() as driver:
                driver.verify_connectivity()
            return
        except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError):
            time.sleep(0.5)
    raise RuntimeError(f"Neo4j did not start:\n{log.read_text(errors='replace')[-2000:]}")
