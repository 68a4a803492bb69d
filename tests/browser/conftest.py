"""Pages in a real Chromium, opened as files, as people open them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from interlocal.graph.store.base import Store
from interlocal.report.page import report

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed; run make test")
    with playwright.sync_playwright() as running:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
        opened = running.chromium.launch(executable_path=chromium, args=flags)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def report_folder(seed_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    for name, content in report(seed_store).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def open_page(browser: Any) -> Iterator[Open]:
    """Open a file; the page's list ``faults`` collects script errors, console errors and requests that leave the file."""
    contexts = []

    def go(path: Path, fragment: str = "", **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(f"script: {error}"))
        page.on("console", lambda message: message.type == "error" and page.faults.append(f"console: {message.text}"))
        page.on("request", lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else page.faults.append(f"request: {request.url}"))
        page.on("dialog", lambda dialog: (page.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.goto(path.as_uri() + fragment)
        return page

    yield go
    for context in contexts:
        context.close()
