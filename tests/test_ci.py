"""What CI systems get from here: read as they read it, and run as far as that goes without them."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from passportkit.report.formats import FORMATS
from tests.conftest import PRACTICE, Passport, Write

ROOT = Path(__file__).parents[1]
WRONG = PRACTICE + "gaols: x\n"

needs_bash = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None, reason="there is no bash here"
)


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def run(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a runner does, with `passport` and this Python on the path."""
    own = {name: each for name, each in os.environ.items() if not name.startswith("GITHUB_")}
    path = os.pathsep.join([str(Path(sys.executable).parent), own["PATH"]])
    fixed = {"PATH": path, "PASSPORT_LANG": "en", "COLUMNS": "80", "NO_COLOR": "1"}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**own, **fixed, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def checkout(write: Write, tmp_path: Path) -> Path:
    """Make a checkout with a workspace in a folder of it."""
    write("town/passport.toml", "")
    write("town/practices/Клуб соседей.yaml", WRONG)
    write("town/practices/b.yaml", PRACTICE)
    return tmp_path


# --- pre-commit ---------------------------------------------------------------------------

HOOK = load(".pre-commit-hooks.yaml")[0]


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("practices/a.yaml", True),
        ("town/practices/deep/a.yml", True),
        ("forms/note/form.yaml", False),
        (".github/workflows/check.yaml", False),
        ("best-practices/a.yaml", False),
    ],
)
def test_the_hook_is_about_practices(path: str, meant: bool) -> None:
    assert bool(re.search(HOOK["files"], path)) == meant


def hook(args: list[str], *paths: str) -> str:
    """Return how pre-commit calls the hook."""
    return shlex.join([*shlex.split(HOOK["entry"]), *args, *paths])


@needs_bash
def test_the_hook_checks_the_files_that_it_is_given(checkout: Path) -> None:
    def commit(*paths: str) -> subprocess.CompletedProcess[str]:
        return run(hook(HOOK["args"], *paths), checkout)

    bad = commit("town/practices/Клуб соседей.yaml", "town/practices/b.yaml")
    assert bad.returncode == 1
    assert bad.stdout.startswith("town/practices/Клуб соседей.yaml:4:1: error unknown-field: ")
    assert commit("town/practices/b.yaml").returncode == 0


@needs_bash
@pytest.mark.parametrize("page", ["the hook", "docs/ci.md", "docs/ru/ci.md"])
def test_a_name_that_looks_like_an_option_is_one_of_a_file(page: str, checkout: Path) -> None:
    args = HOOK["args"] if page == "the hook" else shown_args(page)
    path = checkout / "--lang=xx/practices/a.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(WRONG, encoding="utf-8")
    ended = run(hook(args, "--lang=xx/practices/a.yaml"), checkout)
    assert ended.stdout.startswith("--lang=xx/practices/a.yaml:4:1: error unknown-field: ")


def shown_args(page: str) -> list[str]:
    (repository,) = yaml.safe_load(blocks(page)[".pre-commit-config.yaml"])["repos"]
    args: list[str] = repository["hooks"][0]["args"]
    return args


def test_pre_commit_takes_the_hook() -> None:
    clientlib = pytest.importorskip("pre_commit.clientlib")
    (hook,) = clientlib.load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    assert (hook["id"], hook["language"]) == ("passport-validate", "python")


# --- GitHub -------------------------------------------------------------------------------

ACTION = load("action.yml")
SETUP, INSTALL, VALIDATE = ACTION["runs"]["steps"]


def github(checkout: Path, folder: str = ".", **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the step that validates, with the inputs where the action puts them."""
    given = {name: each["default"] for name, each in ACTION["inputs"].items()} | inputs
    variables = {"PASSPORT_PATHS": given["path"], "PASSPORT_ARGS": given["args"]}
    return run(
        VALIDATE["run"],
        checkout / folder,
        PYTHON=sys.executable,
        RUNNER_TEMP=str(checkout / "temp"),
        GITHUB_ACTIONS="true",
        GITHUB_WORKSPACE=str(checkout),
        **variables,
    )


def test_nothing_from_outside_is_a_part_of_a_script() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2
    assert all("${{" not in script for script in scripts)
    assert VALIDATE["env"] == {
        "PYTHON": "${{ steps.python.outputs.python-path }}",
        "PASSPORT_PATHS": "${{ inputs.path }}",
        "PASSPORT_ARGS": "${{ inputs.args }}",
    }


@needs_bash
def test_the_action_annotates_the_checkout(checkout: Path) -> None:
    ended = github(checkout, "town")
    assert ended.returncode == 1
    assert ended.stdout.splitlines()[-1].startswith(
        "::error file=town/practices/Клуб соседей.yaml,line=4,endLine=4,col=1,endColumn=6,"
        "title=unknown-field::"
    )
    assert ended.stderr == ""


@needs_bash
def test_the_action_takes_paths_with_blanks_and_options(checkout: Path) -> None:
    paths = "town/practices/b.yaml\ntown/practices/Клуб соседей.yaml\n"
    assert github(checkout, path=paths).returncode == 1
    ignored = github(checkout, path=paths, args="--ignore unknown-field --format json")
    assert ignored.returncode == 0
    assert json.loads(ignored.stdout)["files"] == [
        "town/practices/b.yaml",
        "town/practices/Клуб соседей.yaml",
    ]


@needs_bash
def test_inputs_are_words_and_no_commands(checkout: Path) -> None:
    ended = github(checkout, path="$(touch made)\n; touch made\n* `touch made`", args="--lang en")
    assert ended.returncode == 2
    assert not (checkout / "made").exists()


@needs_bash
def test_the_action_installs_itself(checkout: Path) -> None:
    pytest.importorskip("hatchling")
    offline = {"PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "false"}
    ended = run(
        INSTALL["run"],
        checkout,
        PYTHON=sys.executable,
        RUNNER_TEMP=str(checkout / "temp"),
        GITHUB_ACTION_PATH=str(ROOT),
        **offline,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (checkout / "temp/passport/passportkit/templates").is_dir()
    assert github(checkout, "town").returncode == 1


# --- GitLab -------------------------------------------------------------------------------

JOB = load("ci/gitlab.yml")["passport"]


def gitlab(checkout: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the job without its first line, which installs the program."""
    install, *script = JOB["script"]
    assert "pip install" in install
    # without colours; Rich before 14 takes an empty FORCE_COLOR for one that is set
    plain = {name: value for name, value in JOB["variables"].items() if name != "FORCE_COLOR"}
    given = {**plain, **variables, "CI_PROJECT_DIR": str(checkout)}
    return run("\n".join(script), checkout, **given)


@needs_bash
def test_the_job_fails_with_a_log_and_both_reports(checkout: Path) -> None:
    ended = gitlab(checkout, PASSPORT_PATHS="town")
    assert ended.returncode == 1
    assert "error[unknown-field]: there is no field “gaols” here\n" in ended.stdout
    reports = JOB["artifacts"]["reports"]
    (found,) = json.loads((checkout / reports["codequality"]).read_text(encoding="utf-8"))
    assert found["location"]["path"] == "town/practices/Клуб соседей.yaml"
    tests = ET.parse(checkout / reports["junit"]).getroot()
    assert (tests.get("tests"), tests.get("failures")) == ("2", "1")


@needs_bash
def test_the_job_takes_options(checkout: Path) -> None:
    ended = gitlab(checkout, PASSPORT_PATHS="town", PASSPORT_ARGS="--ignore unknown-field")
    assert (ended.returncode, ended.stdout) == (0, "")
    assert (checkout / "gl-code-quality-report.json").read_text(encoding="utf-8") == "[]\n"


@needs_bash
@pytest.mark.parametrize("planted", ["link", "dangling link", "folder"])
def test_reports_are_written_where_no_link_leads(
    checkout: Path, tmp_path_factory: pytest.TempPathFactory, planted: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    kept = elsewhere / "kept"
    if planted == "link":
        kept.write_text("mine", encoding="utf-8")
    reports = JOB["artifacts"]["reports"].values()
    for name in reports:
        if planted == "folder":
            (checkout / name).mkdir()
        else:
            (checkout / name).symlink_to(kept)
    assert gitlab(checkout, PASSPORT_PATHS="town").returncode == 1
    assert {path.read_text("utf-8") for path in elsewhere.iterdir()} <= {"mine"}
    for name in reports:
        assert (checkout / name).is_file()
        assert not (checkout / name).is_symlink()


def test_reports_are_kept_of_a_job_that_fails() -> None:
    assert JOB["artifacts"]["when"] == "always"


# --- both, by the schemas of their authors ------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", ".github/workflows/newest.yml"),
        ("vendor.gitlab-ci", "ci/gitlab.yml"),
    ],
)
def test_it_fits_the_published_schema(schema: str, name: str) -> None:
    pytest.importorskip("check_jsonschema")
    call = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / name)]
    ended = subprocess.run(call, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stdout


# --- the pages that tell how --------------------------------------------------------------

_BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
PAGES = ["docs/ci.md", "docs/ru/ci.md"]

every_page = pytest.mark.parametrize("page", PAGES)


def blocks(page: str) -> dict[str, str]:
    """Return the blocks of a page by the names of the files that they are, or by their numbers."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = [textwrap.dedent(block) for _indent, _kind, block in _BLOCK.findall(text)]
    named = [re.match(r"# (\S+\.\w+)\n", block) for block in found]
    return {
        name[1] if name else str(index): block
        for index, (block, name) in enumerate(zip(found, named, strict=True))
    }


def test_both_pages_show_the_same_files() -> None:
    english, russian = (list(blocks(page)) for page in PAGES)
    assert english == russian
    assert len(english) == 8


@every_page
@pytest.mark.parametrize(
    ("name", "schema"),
    [
        (".github/workflows/practices.yaml", "vendor.github-workflows"),
        (".github/workflows/code-scanning.yaml", "vendor.github-workflows"),
        (".gitlab-ci.yml", "vendor.gitlab-ci"),
    ],
)
def test_what_a_page_shows_fits_the_published_schema(
    page: str, name: str, schema: str, tmp_path: Path
) -> None:
    pytest.importorskip("check_jsonschema")
    file = tmp_path / "shown.yaml"
    file.write_text(blocks(page)[name], encoding="utf-8")
    call = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    ended = subprocess.run(call, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stdout


@needs_bash
@every_page
def test_no_example_writes_through_a_link(page: str, checkout: Path) -> None:
    kept, temp = checkout / "kept", checkout / "temp"
    kept.write_text("mine", encoding="utf-8")
    temp.mkdir()
    scripts = [line for script in scripts_of(page) if (line := without_pip(script))]
    for script in scripts:
        for name in re.findall(r"> \"?([\w.-]+)", script):
            (checkout / name).symlink_to(kept)
        run(script, checkout, RUNNER_TEMP=str(temp))
    assert len(scripts) == 2
    assert kept.read_text(encoding="utf-8") == "mine"
    assert [each.name for each in temp.iterdir()] == ["passport.sarif"]


def scripts_of(page: str) -> list[str]:
    """Return the scripts that a page shows, of which each writes a report."""
    shown = blocks(page)
    steps = yaml.safe_load(shown[".github/workflows/code-scanning.yaml"])["jobs"]["validate"]
    single = (step["run"] for step in steps["steps"] if "run" in step)
    return [each for each in [*single, *shown.values()] if re.search("^[^#]*validate.*>", each)]


def without_pip(script: str) -> str:
    return "".join(line for line in script.splitlines(True) if not line.startswith("pip "))


@every_page
def test_names_on_a_page_are_those_of_the_files(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    told = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)
    variables = [name for name in JOB["variables"] if name.startswith("PASSPORT_")]
    assert told == [*ACTION["inputs"], *variables, *FORMATS]
    assert HOOK["id"] in blocks(page)[".pre-commit-config.yaml"]
    with_ = yaml.safe_load(blocks(page)[".github/workflows/practices.yaml"])["jobs"]["validate"]
    assert set(with_["steps"][-1]["with"]) <= set(ACTION["inputs"])
    (job,) = (set(yaml.safe_load(blocks(page)[".gitlab-ci.yml"])) - {"include"},)
    assert job == {"passport"}


@every_page
def test_rules_and_comments_on_a_page_do_what_it_says(
    page: str, passport: Passport, write: Write
) -> None:
    shown = blocks(page)
    write("passport.toml", "")
    write("a.yaml", "passport: 1\n" + shown["6"])
    write("b.yaml", shown["7"])
    assert passport("validate").out == ""
    write("passport.toml", shown["passport.toml"])
    assert "passport.toml" not in passport("validate").out
