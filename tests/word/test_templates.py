"""Templates that people have made or changed in Word, and what is wrong in some of them."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from passportkit.errors import CannotGoOn
from passportkit.forms import Form
from passportkit.word.build import build
from passportkit.word.compile import compile_template
from tests.word.conftest import fill_in, filled_of, rendered, table, template
from tests.word.document import words

Change = Callable[[Any], object]


def body(xml: str) -> Change:
    """Return what puts a paragraph of this XML first in a template."""

    def add(document: Any) -> None:
        document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))

    return add


def runs(*texts: str) -> Change:
    return body("".join(f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>" for text in texts))


@pytest.mark.parametrize(
    "texts",
    [
        ["{{ a }}"],
        ["{", "{ a }}"],
        ["{{", " a ", "}", "}"],
        ["слова {{", "a}}", " и"],
        [*"{{ a }}"],
        ["{{a}}"],
    ],
    ids="".join,
)
def test_a_tag_is_found_however_word_has_cut_it(texts: list[str]) -> None:
    said = "".join(texts).replace("{{ a }}", "{{a}}").replace(" a }}", "a}}")
    document = fill_in(template(change=runs(*texts)), {"a": "слово"})
    assert document.words == said.replace("{{a}}", "слово").replace("{{ a}}", "слово")


def test_marks_of_the_spelling_checker_do_not_cut_a_tag() -> None:
    cut = '<w:proofErr w:type="spellStart"/>'.join(
        f"<w:r><w:t>{text}</w:t></w:r>" for text in ("{{ ", "a", " }}")
    )
    assert fill_in(template(change=body(cut)), {"a": "слово"}).words == "слово"


def test_the_look_of_a_tag_is_the_look_of_its_words() -> None:
    xml = (
        '<w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">Итог: </w:t></w:r>'
        '<w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t>{{ a }}</w:t></w:r>'
    )
    document = fill_in(template(change=body(xml)), {"a": "раз\n- два *три*"})
    assert len(document.body.findall(f".//{qn('w:jc')}")) == 2
    assert len(document.body.findall(f".//{qn('w:sz')}")) == 3
    assert document.faults() == []


@pytest.mark.parametrize(
    "wrap",
    [
        '<w:ins w:id="1" w:author="a">{}</w:ins>',
        '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    ],
    ids=["inserted", "smart tag", "control", "link"],
)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_no_tag_is_left_in_silence(wrap: str, at: int) -> None:
    pieces = [f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>" for text in ("{{", " a ", "}}")]
    pieces = ["".join(pieces[:at]), wrap.format("".join(pieces[at:]))]
    docx = template("{{ a }}", change=body("".join(pieces)))
    document = fill_in(docx, {"a": "слово"})
    assert document.words == "слово\nслово"
    assert document.faults() == []


BOX = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    "<w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def test_a_box_may_have_tags() -> None:
    document = fill_in(template(change=body(BOX)), {"a": "слово"})
    assert words(document.paragraphs[1]) == "слово"


def test_a_box_with_tags_among_tags_is_refused() -> None:
    docx = template(change=body(f"<w:r><w:t>{{{{ a }}}}</w:t></w:r>{BOX}"))
    with pytest.raises(CannotGoOn, match=re.escape("{{ a }}")):
        compile_template(docx)


@pytest.mark.parametrize("name", ["line", "heads"])
def test_a_cell_never_loses_its_only_paragraph(name: str) -> None:
    with pytest.raises(CannotGoOn, match=name):
        compile_template(template(change=table([f"{{{{ a|{name} }}}}"])))


def test_marks_of_tracked_changes_are_not_repeated() -> None:
    xml = (
        '<w:pPr><w:rPr><w:ins w:id="1" w:author="a"/><w:b/></w:rPr></w:pPr>'
        '<w:r><w:rPr><w:b/><w:rPrChange w:id="2" w:author="a"><w:rPr/></w:rPrChange></w:rPr>'
        "<w:t>{{ a }}</w:t></w:r>"
    )
    document = fill_in(template(change=body(xml)), {"a": "раз\nдва"})
    tracked = (qn(f"w:{name}") for name in ("ins", "rPrChange"))
    assert list(document.body.iter(*tracked)) == []
    assert document.faults() == []


def test_marks_of_tracked_changes_stay_in_words_without_tags() -> None:
    xml = '<w:pPr><w:rPr><w:ins w:id="1" w:author="a"/><w:b/></w:rPr></w:pPr>'
    document = fill_in(template("{{ a }}", change=body(xml)), {"a": "слово"})
    assert len(list(document.body.iter(qn("w:ins")))) == 1
    assert document.faults() == []


def test_a_bookmark_that_spans_paragraphs_stays_whole() -> None:
    def change(document: Any) -> None:
        body('<w:r><w:t>{{ a }}</w:t></w:r><w:bookmarkEnd w:id="1"/>')(document)
        body('<w:bookmarkStart w:id="1" w:name="b"/><w:r><w:t>слова</w:t></w:r>')(document)

    document = fill_in(template(change=change), {"a": "слово"})
    starts, ends = (list(document.body.iter(qn(f"w:bookmark{end}"))) for end in ("Start", "End"))
    assert len(starts) == len(ends)


def test_a_text_that_ends_a_section_of_the_file_ends_it_once() -> None:
    xml = "<w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{ a }}</w:t></w:r>"
    document = fill_in(template(change=body(xml)), {"a": "раз\nдва\n- три"})
    ends = [paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") for paragraph in document.paragraphs]
    assert [end is not None for end in ends] == [False, False, False, True]


def test_lists_are_added_where_word_wants_them() -> None:
    def change(document: Any) -> None:
        last = OxmlElement("w:numIdMacAtCleanup")
        last.set(qn("w:val"), "9")
        document.part.numbering_part.element.append(last)

    document = fill_in(template("{{ a }}", change=change), {"a": "1. раз"})
    kinds = [qn(f"w:{name}") for name in ("abstractNum", "num", "numIdMacAtCleanup")]
    order = [kinds.index(each.tag) for each in document.tree("word/numbering.xml")]
    assert order == sorted(order)
    assert document.printed == ["1. раз"]


WRONG = {
    "a filter": "{{ a|upper }}",
    "a call": "{{ a() }}",
    "an attribute": "{{ a.b }}",
    "braces in braces": "{{ {{ a }} }}",
    "a lone opening": "слова {{ a",
    "a lone closing": "слова %} и",
    "another statement": "{% if a %}",
    "a loop over another name": "{% for x in a %}",
    "a merge of what is no row": "{{ a|merge }}",
    "a loop outside of a table": "{% for row in a %}{{ row.b }}{% endfor %}",
}


@pytest.mark.parametrize("said", WRONG.values(), ids=WRONG)
def test_a_wrong_tag_is_named_with_its_part_and_paragraph(said: str) -> None:
    with pytest.raises(CannotGoOn) as error:
        compile_template(template(said))
    assert said in str(error.value)
    assert "word/document.xml" in str(error.value)


LOOPS = {
    "never closed": [["{% for row in a %}{{ row.b }}"]],
    "never opened": [["{{ a }}{% endfor %}"]],
    "one in another": [
        ["{% for row in a %}"],
        ["{% for row in a %}"],
        ["{% endfor %}{% endfor %}"],
    ],
    "the end first": [["{% endfor %}"], ["{% for row in a %}"]],
}


@pytest.mark.parametrize("rows", LOOPS.values(), ids=LOOPS)
def test_a_loop_has_one_beginning_and_one_end(rows: list[list[str]]) -> None:
    with pytest.raises(CannotGoOn, match="for"):
        compile_template(template(change=table(*rows)))


def test_a_loop_stays_in_one_table() -> None:
    def change(document: Any) -> None:
        table(["{% for row in a %}{{ row.b }}"])(document)
        document.add_paragraph("между")
        table(["{% endfor %}"])(document)

    with pytest.raises(CannotGoOn, match="for"):
        compile_template(template(change=change))


def test_a_loop_does_not_reach_into_a_table_within_its_row() -> None:
    def change(document: Any) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "{% for row in a %}"
        cell.add_table(1, 1).cell(0, 0).text = "{% endfor %}"

    with pytest.raises(CannotGoOn, match="for"):
        compile_template(template(change=change))


@pytest.mark.parametrize(
    ("cells", "values", "name"),
    [
        (["{{ b }}"], {"a": "слово"}, "b"),
        (["{{ row.b }}"], {"a": "слово"}, "row"),
        (["{% for row in b %}{{ row.c }}{% endfor %}"], {"a": "слово"}, "b"),
        (["{% for row in a %}{{ row.c }}{% endfor %}"], {"a": [{"b": "слово"}]}, "c"),
        (["{% for row in a %}{{ row.c }}{% endfor %}"], {"a": "слово"}, "a"),
        (["{{ a }}"], {"a": [{"b": "слово"}]}, "a"),
        (["{% for row in a %}{{ row.b|merge }}{% endfor %}"], {"a": [{"b": "слово"}]}, "b"),
        (["{% for row in a %}{{ row.b }}{% endfor %}", "{{ row.b }}"], {"a": [{"b": "с"}]}, "b"),
    ],
    ids=range(8),
)
def test_a_tag_that_nothing_fills_is_named(cells: list[str], values: Any, name: str) -> None:
    with pytest.raises(CannotGoOn, match=name):
        fill_in(template(change=table(*([each] for each in cells))), values)


def test_a_template_without_tags_is_a_document() -> None:
    assert fill_in(template("слова"), {"a": "слово"}).words == "слова"


def without(docx: bytes, *names: str) -> bytes:
    with ZipFile(io.BytesIO(docx)) as file:
        return zipped((name, file.read(name)) for name in file.namelist() if name not in names)


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file.getvalue()


def damaged(docx: bytes) -> bytes:
    return docx[:2000] + bytes(200) + docx[2200:]


NOT_DOCX = {
    "nothing": b"",
    "words": b"just words",
    "a zip without parts": zipped([]),
    "a zip of something else": zipped([("a.txt", b"a")]),
    "a damaged one": damaged(template("{{ a }}")),
    **{
        f"one without {name}": without(template("{{ a }}"), name)
        for name in (
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/styles.xml",
        )
    },
}


@pytest.mark.parametrize("docx", NOT_DOCX.values(), ids=NOT_DOCX)
def test_what_is_no_word_document_is_refused(docx: bytes) -> None:
    with pytest.raises(CannotGoOn, match="Word"):
        compile_template(docx)


def test_numbering_and_styles_that_a_template_lacks_are_added() -> None:
    def change(document: Any) -> None:
        document.part.drop_rel(
            next(k for k, rel in document.part.rels.items() if rel.reltype.endswith("/numbering"))
        )
        styles = document.styles.element
        for style in list(styles):
            if style.tag == qn("w:style") and style.get(qn("w:styleId")) != "Normal":
                styles.remove(style)

    document = fill_in(template("{{ a }}", change=change), {"a": "1. раз\n- https://example.org"})
    assert document.printed == ["1. раз", "• https://example.org"]
    assert document.said_in("Hyperlink") == ["https://example.org"]
    assert document.faults() == []


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_template_saved_again_by_libreoffice_gives_the_same_words(
    sections: Form, grid: Form, tmp_path: Path
) -> None:
    forms = {form.name: form for form in (sections, grid)}
    for name, form in forms.items():
        (tmp_path / f"{name}.docx").write_bytes(build(form))
    soffice = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    files = [str(tmp_path / f"{name}.docx") for name in forms]
    out = tmp_path / "saved"
    subprocess.run(
        [*soffice, "--convert-to", "docx", "--outdir", str(out), *files],
        check=True,
        capture_output=True,
        timeout=120,
    )
    for name, form in forms.items():
        values = filled_of(form, title="1. раз\n2. **два**\n- anna@example.org").values
        document = fill_in((out / f"{name}.docx").read_bytes(), values)
        assert bare(document.tables) == bare(rendered(form, **values).tables)
        assert "1. раз" in document.printed
        assert document.faults() == []
        assert document.title == "Название"


def bare(tables: list[list[list[str]]]) -> list[list[list[str]]]:
    """Return tables without the empty paragraphs that an office suite adds behind nested ones."""
    return [[[cell.strip("\n") for cell in row] for row in table] for table in tables]
