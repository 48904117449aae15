"""What other systems run: the action, the job for GitLab and the image, as far as can be tried
without them.  Their own commands are taken from their files and run on a repository of sheets."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from json import loads
from pathlib import Path
from typing import Any

import pytest
import yaml

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parent.parent
SHEETS = ROOT / "examples" / "sheets"


def published(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return data


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "绩效 自评表"
    shutil.copytree(SHEETS, folder)
    for command in (["init", "--quiet"], ["add", "."]):
        subprocess.run(["git", "-C", str(folder), *command], check=True, capture_output=True)
    (folder / "没有纳入.json").write_text("{", encoding="utf-8")
    return folder


def ran(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    here = str(Path(sys.executable).parent)
    environment = {**os.environ, **variables, "XDG_CACHE_HOME": str(folder.parent)}
    environment["PATH"] = os.pathsep.join((here, environment["PATH"]))
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def run_action(repository: Path, base: str = "") -> subprocess.CompletedProcess[str]:
    """The step that checks, with the inputs' defaults; ``base`` is that of a pull request."""
    action = published("action.yml")
    (check,) = (step for step in action["runs"]["steps"] if step["name"] == "Check")
    known = {f"inputs.{name}": entry["default"] for name, entry in action["inputs"].items()}
    known["github.event.pull_request.base.sha"] = base
    given = {
        variable: re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda m: known[m[1]], said)
        for variable, said in check["env"].items()
    }
    temporary = str(repository.parent)
    return ran(check["run"], repository, **given, SHEETLINT_LANG="en", RUNNER_TEMP=temporary)


def run_job(repository: Path, base: str = "") -> subprocess.CompletedProcess[str]:
    """The same of the job for GitLab."""
    job = published("templates/gitlab.yml")[".sheetlint"]
    (script,) = job["script"]
    variables = {name: str(value) for name, value in job["variables"].items()}
    variables["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = base
    return ran(script, repository, **variables, SHEETLINT_LANG="en")


@pytest.mark.parametrize(
    ("run", "configured"), [(run_action, True), (run_action, False), (run_job, True)]
)
def test_a_change_is_judged_by_the_configuration_that_it_is_made_to(
    run: Run, configured: bool, repository: Path
) -> None:
    for sheet in repository.glob("[!.2]*"):
        sheet.unlink()
    config, code = repository / "sheetlint.toml", repository / "rules" / "planted.py"
    if configured:
        config.write_text('[severity]\nNT001 = "off"\n', encoding="utf-8")
    base = commit(repository)
    config.write_text('checks = ["rules"]\n[severity]\nFD002 = "off"\n', encoding="utf-8")
    code.parent.mkdir()
    code.write_text("open('planted', 'w').close()\n", encoding="utf-8")
    commit(repository)
    done = run(repository, base)
    assert done.returncode == 1, done.stderr
    assert "FD002" in done.stdout
    assert ("NT001" in done.stdout) != configured
    assert not (repository / "planted").exists()


def commit(folder: Path) -> str:
    """Commit everything, as the tip that ``origin`` has; the result is its name."""
    who = ("-c", "user.name=clerk", "-c", "user.email=clerk@example.org")
    for command in (
        ("add", "--all"),
        (*who, "commit", "--quiet", "-m", "Sheets"),
        ("config", "remote.origin.url", "."),
    ):
        subprocess.run(("git", "-C", str(folder), *command), check=True, capture_output=True)
    head = ("git", "-C", str(folder), "rev-parse", "HEAD")
    return subprocess.run(head, check=True, capture_output=True, text=True).stdout.strip()


def test_the_action(repository: Path) -> None:
    action = published("action.yml")
    steps = {step["name"]: step for step in action["runs"]["steps"]}
    inputs = {name: entry["default"] for name, entry in action["inputs"].items()}
    done = run_action(repository)
    assert done.returncode == 1, done.stderr
    assert "::error file=2 电梯安全评估.xlsx" in done.stdout
    assert "没有纳入" not in done.stdout
    sarif = repository / steps["Code scanning"]["with"]["sarif_file"].replace(
        "${{ inputs.results }}", inputs["results"]
    )
    assert loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (repository / inputs["results"] / "index.html").is_file()
    # What comes from outside is never put into a command by the workflow's own substitution.
    assert all("${{" not in step.get("run", "") for step in steps.values())


def test_the_job_for_gitlab(repository: Path) -> None:
    job = published("templates/gitlab.yml")[".sheetlint"]
    done = run_job(repository)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    quality = loads((repository / reports["codequality"]).read_text(encoding="utf-8"))
    assert {"FD002", "NT001"} <= {entry["check_name"].split(" ")[0] for entry in quality}
    assert (repository / reports["junit"]).is_file()
    assert (repository / job["artifacts"]["paths"][0] / "index.html").is_file()


def test_the_image_is_made_of_what_is_there_and_runs_as_nobody() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    steps = [tuple(line.split(None, 1)) for line in lines if line and not line.startswith("#")]
    last = [index for index, (name, _) in enumerate(steps) if name == "FROM"][-1]
    final = dict(step for step in steps[last:] if step[0] != "COPY")
    assert final["USER"] == "65532:65532"
    assert final["ENTRYPOINT"] == '["sheetlint"]'
    assert not any(name == "ADD" for name, _ in steps)
    copied = [
        name
        for step, said in steps
        if step == "COPY" and "--from" not in said
        for name in said.split()[:-1]
    ]
    assert all((ROOT / name).exists() for name in copied)
    listed = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert listed[0] == "*"
    assert all((ROOT / name.lstrip("!")).exists() for name in listed[1:])
