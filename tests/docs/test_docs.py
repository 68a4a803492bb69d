"""The documentation is true: its commands run, its generated pages are fresh, its links lead somewhere."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from interlocal.cli import main
from interlocal.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("interlocal/**/*.md")])


def commands(page: Path) -> list[tuple[str, list[str]]]:
    """The commands of a page's console blocks, each with the lines shown below it."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        for line in (raw.strip() for raw in block.split("\n")):
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif line:
                found[-1][1].append(line)
    return found


CASES = [(page.relative_to(ROOT).as_posix(), command, shown) for page in PAGES for command, shown in commands(page)]


@pytest.mark.parametrize(("page", "command", "shown"), CASES, ids=[f"{p}: {c}" for p, c, _ in CASES])
def test_commands_of_the_documentation_run_and_show_what_it_says(
    page: str, command: str, shown: list[str], workspace: Workspace, seed_store: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if "--data ours" in command:
        for name, text in re.findall(r"`ours/(\w+\.csv)`\n```csv\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL):
            (tmp_path / "ours").mkdir(exist_ok=True)
            (tmp_path / "ours" / name).write_text(text, encoding="utf-8")
    store = str(tmp_path / "ours.kgl") if "--data" in command else workspace.store
    program, *arguments = shlex.split(command)
    assert program == "interlocal"
    result = CliRunner().invoke(main, arguments, env={"INTERLOCAL_STORE": store, "NO_COLOR": "1"})
    output = " ".join((result.stdout + result.stderr).replace("\\", "/").split())
    for line in shown:
        assert " ".join(line.split()) in output
    assert result.exit_code == (1 if any(line.startswith("Error") for line in shown) else 0), output


def test_there_are_commands_to_run() -> None:
    assert len(CASES) > 12


@pytest.mark.parametrize("page", [p for p in PAGES if "```python" in p.read_text(encoding="utf-8")], ids=lambda p: p.name)
def test_python_of_the_documentation_runs_and_prints_what_it_says(
    page: Path, workspace: Workspace, seed_store: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The blocks of a page in one namespace, as in a notebook; the graph is that of the tests."""
    monkeypatch.setattr(Workspace, "path", lambda self: Path(workspace.store))
    cells: dict[str, object] = {}
    for code, said in re.findall(r"```python\n(.*?)```\n*(?:```text\n(.*?)```)?", page.read_text(encoding="utf-8"), re.DOTALL):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, page.name, "exec"), cells)
        assert out.getvalue() == said


def _generator() -> dict[str, object]:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.PAGES)


GENERATED = _generator()


@pytest.mark.parametrize("name", GENERATED)
def test_generated_pages_are_fresh(name: str) -> None:
    make = GENERATED[name]
    assert callable(make)
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == make(), "run make docs"


def test_there_is_a_page_for_each_question_and_no_other() -> None:
    assert {f"questions/{page.name}" for page in (ROOT / "docs" / "questions").glob("*.md")} == {name for name in GENERATED if name.startswith("questions/")}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:")):
            assert (page.parent / target).exists(), target


def test_the_figures_of_the_readme_are_the_programs(workspace: Workspace, seed_store: object) -> None:
    """The table of answers in the README is checked against the answers themselves."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    headlines = {slug: CliRunner().invoke(main, ["ask", slug, "--format", "json", "--store", workspace.store]).output for slug in (
        "lras-outside-any-network", "network-members-named", "bodies-cooperating-with-lras", "links-between-networks", "lras-sharing-projects",
        "projects-without-an-lra", "what-funds-fund", "dimensions-by-country", "needs-and-practice", "lras-and-civil-society", "projects-evaluated")}  # fmt: skip
    for said, slug, shown in (
        ("of 83 named, 3 are recorded as member, founder or steering, 2 are linked, of 78", "lras-outside-any-network", ("83 LRAs", "three are recorded", "two are linked", "of 78")),
        ("CLIP: 3 of 30; Eurocities: none of more than 140", "network-members-named", ("CLIP 3 of 30", "Eurocities none of more than 140")),
        ("of 13 asked about, 9 do and 4 do not", "bodies-cooperating-with-lras", ("13 bodies", "nine do", "four do not")),
        ("8 direct links, 2 shared bodies, 3 shared projects; for 20 of 36", "links-between-networks", ("eight direct links", "two bodies", "three projects", "for the other 20")),
        ("252 needs and gaps: for 159 practice on the same theme in the same country", "needs-and-practice", ("Of 252 needs", "159 in the same country")),
        ("of 83, 22 with named bodies and ten with unnamed ones only", "lras-and-civil-society", ("Of 83 LRAs", "22 have a stated link with named", "ten have partners")),
        ("of 93, 20 are said to have been, of 63 the sources say nothing", "projects-evaluated", ("93 projects", "20 are said", "other 63")),
        ("across borders one: Belfast and Poznan in OPENCities; within a country three", "lras-sharing-projects", ("one joins named", "Belfast and Poznan", "three join")),
        ("of 93 described, 50 name none", "projects-without-an-lra", ("Of 93 projects", "50 name none")),
        ("European Integration Fund and the European Social Fund, 7 each", "what-funds-fund", ("European Integration Fund (7)", "European Social Fund (7)")),
        ("of 37 case studies: six political and legal, eleven socio-economic, 20 cultural", "dimensions-by-country", ("37 projects", "six political and legal, eleven socio-economic and 20 cultural")),
    ):  # fmt: skip
        assert said in text
        for part in shown:
            assert part in headlines[slug], (slug, part)


def test_the_project_speaks_of_itself_alone() -> None:
    """No address of a machine and no word of a workplace in anything that is kept."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    names = [name for name in listed if name and not name.endswith((".png", ".lock"))] or [p.relative_to(ROOT).as_posix() for p in PAGES]
    bad = re.compile("/" + r"(?:work|farm|root|home|tmp)/\w|sub" + "agent|" + r"\bissue #?\d")
    found = [f"{name}: {m[0]}" for name in names if (ROOT / name).is_file() for m in bad.finditer((ROOT / name).read_text(encoding="utf-8", errors="replace"))]
    assert found == []
