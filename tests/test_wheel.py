"""A wheel, installed far from the checkout, has all it needs to check and to render."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from hatch_build import compile_catalogues, compiled
from passportkit.forms import Catalogue

ROOT = Path(__file__).parents[1]

CATALOGUE = "passportkit/locale/ru/LC_MESSAGES/passportkit"

PRACTICE = """\
passport: 1
title: Соседские клубы
forms: [algorithm]
scope_of_application: Досуг
initiator: Ресурсный центр
problem_statement: Негде встречаться.
goals: соседское общение
tasks: [обучить ведущих;, открыть клубы.]
concept: Клуб ведёт сосед.
stages: [2019 год, 2020-2021 годы, 2022 год]
budget: 304 736,40
resources: Помещения библиотек
mechanisms: [конкурс дворов]
risks: [{description: Спад интереса, mitigation: новые темы}]
assessment: 93 % довольны
social_effect: В клубы ходят 430 жителей.
scaling_prospects: Методичка открыта.
"""


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel in it, and a folder to work in."""

    environment: Path
    folder: Path

    def __call__(self, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        program = scripts(self.environment) / command
        return run(program, *arguments, folder=self.folder, HOME=str(self.folder))


def run(
    command: Path, *arguments: str, folder: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command without anything that could lead it back to the checkout."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    usual = {"PASSPORT_LANG": "ru", "PYTHONUTF8": "1"}
    return subprocess.run(
        [command, *arguments],
        cwd=folder,
        env={**kept, **usual, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def scripts(environment: Path) -> Path:
    return Path(sysconfig.get_path("scripts", "venv", {"base": str(environment)}))


def packages(environment: Path) -> Path:
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(environment)}))


def python(arguments: Sequence[str], folder: Path) -> None:
    done = run(Path(sys.executable), *arguments, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr


def build(target: str, source: Path, folder: Path) -> Path:
    """Return what hatchling makes of a source tree, in a folder that is empty before."""
    python(["-m", "hatchling", "build", "-t", target, "-d", str(folder)], source)
    [built] = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("source"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("far away")
    environment = folder / "environment"
    python(["-m", "venv", "--without-pip", str(environment)], folder)
    pip = ["-m", "pip", "--disable-pip-version-check", "--python", str(environment)]
    python([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], folder)
    # what the wheel depends on is here already; this path does not follow the links in it
    here = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (packages(environment) / "dependencies.pth").write_text("\n".join(here), encoding="utf-8")
    work = folder / "work"
    work.mkdir()
    (work / "kluby.yaml").write_text(PRACTICE, encoding="utf-8")
    return Installed(environment, work)


def test_a_wheel_has_forms_messages_and_types_and_no_tests(wheel):
    names = ZipFile(wheel).namelist()
    forms = sorted(path.parent.name for path in (ROOT / "templates").glob("*/form.yaml"))
    assert len(forms) >= 3
    for form in forms:
        assert f"passportkit/templates/{form}/form.yaml" in names
    assert f"{CATALOGUE}.mo" in names
    assert "passportkit/py.typed" in names
    assert "passportkit/schemas/practice.schema.json" in names
    assert [name for name in names if "tests" in name.split("/")] == []
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"passportkit"}


def test_a_source_distribution_has_what_is_compiled_only_as_it_is_written(source):
    with tarfile.open(source) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    assert f"src/{CATALOGUE}.po" in names
    assert "hatch_build.py" in names
    assert [name for name in names if name.endswith(".mo")] == []


def test_a_wheel_made_of_it_is_the_same_wheel(source, wheel, tmp_path):
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    [unpacked] = (tmp_path / "source").iterdir()
    (tmp_path / "dist").mkdir()
    again = build("wheel", unpacked, tmp_path / "dist")
    assert contents(again) == contents(wheel)


def contents(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_catalogues_are_compiled_beside_what_is_written_and_only_if_that_has_changed(tmp_path):
    written = tmp_path / "src" / f"{CATALOGUE}.po"
    written.parent.mkdir(parents=True)
    shutil.copy(ROOT / "src" / f"{CATALOGUE}.po", written)
    compile_catalogues(tmp_path)
    made = written.with_suffix(".mo")
    assert made.read_bytes() == compiled(written.read_bytes())
    before = made.stat()
    compile_catalogues(tmp_path)
    assert made.stat() == before
    made.write_bytes(b"stale")
    compile_catalogues(tmp_path)
    assert made.read_bytes() == compiled(written.read_bytes())


def test_what_runs_is_the_wheel(installed):
    where = installed("python", "-c", "import passportkit; print(passportkit.__file__)")
    assert Path(where.stdout.strip()).is_relative_to(installed.environment)


def test_it_knows_the_official_forms(installed):
    listed = installed("passport", "form", "list")
    assert listed.returncode == 0, listed.stderr
    for form in Catalogue().names():
        assert form in listed.stdout


def test_it_checks_a_practice_and_speaks_russian(installed):
    assert installed("passport", "validate", "kluby.yaml").returncode == 0
    unfinished = PRACTICE.replace("initiator", "iniciator")
    (installed.folder / "unfinished.yaml").write_text(unfinished, encoding="utf-8")
    checked = installed("passport", "validate", "unfinished.yaml")
    assert checked.returncode == 1
    assert "unfinished.yaml:5:1: ошибка unknown-field" in checked.stdout


def test_it_renders_a_document(installed):
    rendered = installed("passport", "render", "kluby.yaml", "-o", "out")
    assert rendered.returncode == 0, rendered.stdout + rendered.stderr
    document = installed.folder / "out" / "kluby.algorithm.docx"
    assert "Клуб ведёт сосед." in ZipFile(document).read("word/document.xml").decode()
