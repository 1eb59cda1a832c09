"""What goes out is looked at as it goes out, whatever was let through before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from passportkit.errors import CannotGoOn
from passportkit.forms import Form
from passportkit.language import say
from passportkit.word.package.admission import Objection
from passportkit.word.template.compile import compile_template
from passportkit.word.template.compiled import Compiled
from passportkit.word.template.program import Program
from passportkit.word.template.templates import Templates
from passportkit.word.write.second_look import objections
from tests.word.conftest import template

SOUND = template("{{ a }}", "слова")


def mark(kind: str) -> str:
    return f'<w:p><w:r><w:fldChar w:fldCharType="{kind}"/></w:r></w:p>'


def words(said: str) -> str:
    return f"<w:p><w:r><w:instrText>{said}</w:instrText></w:r></w:p>"


def with_constants(before: str, behind: str) -> Compiled:
    """Return a compiled template whose constants have something more around its tag."""
    compiled = compile_template(SOUND)
    (program,) = compiled.programs
    first, tag, last = program.steps
    assert isinstance(first, str)
    assert isinstance(last, str)
    start, body, rest = first.partition("<w:body>")
    steps = (start + body + before + rest, tag, behind + last)
    return compiled._replace(programs=(Program(program.name, steps, has_links=True),))


def test_of_a_sound_template_there_is_nothing_to_say() -> None:
    assert objections(compile_template(SOUND)) == ()


@pytest.mark.parametrize("what", ["DDE a", "INCLUDEPICTURE a", "HYPERLINK calc.exe"])
def test_a_field_that_has_come_about_is_named(what: str) -> None:
    field = mark("begin") + words(what) + mark("separate") + mark("end")
    (found,) = objections(with_constants(field, ""))
    assert f"there is the field “{what}”" in str(found.message)


def test_no_words_of_an_author_become_an_instruction() -> None:
    around = with_constants(mark("begin") + words("REF "), mark("separate") + mark("end"))
    (found,) = objections(around)
    assert "there is the field “REF {{ a }}”" in str(found.message)


def test_rows_are_looked_at_once_each() -> None:
    loop = template("{{ a }}", change=with_loop)
    assert objections(compile_template(loop)) == ()


def with_loop(document: object) -> None:
    table = document.add_table(1, 1)  # type: ignore[attr-defined] # of python-docx
    table.cell(0, 0).text = "{% for row in b %}{{ row.c }}{% endfor %}"


def test_a_row_in_no_loop_is_said_to_be_filled_by_nothing() -> None:
    with pytest.raises(CannotGoOn, match=r"the tag “row\.c”, which its form does not fill"):
        objections(compile_template(template("{{ row.c }}")))


@pytest.fixture
def refusing() -> Callable[[Compiled], list[Objection]]:
    return lambda _compiled: [Objection(say("there is a sign of nothing"), say("delete it"))]


def test_what_is_refused_is_not_kept(
    tmp_path: Path, sections: Form, refusing: Callable[[Compiled], list[Objection]]
) -> None:
    templates = Templates(tmp_path, refusing)
    for _again in range(2):
        with pytest.raises(CannotGoOn, match="a sign of nothing; delete it"):
            templates.compiled(sections, SOUND)
    assert list(tmp_path.iterdir()) == []
    assert templates.compiled(sections).programs  # what was built here is no stranger's
