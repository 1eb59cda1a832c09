"""Forms of one's own, as somebody meets them who has never made one."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.shared import Mm

from passportkit.cli import main


@pytest.fixture(autouse=True)
def workspace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PASSPORT_CACHE", "")
    monkeypatch.setenv("PASSPORT_LANG", "en")
    (tmp_path / "passport.toml").write_text("", encoding="utf-8")
    return tmp_path


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    said = capsys.readouterr()
    return code, said.out, said.err


def begin(capsys, name: str = "krai", like: str = "practice-passport") -> None:
    assert run(capsys, "form", "new", name, "--like", like)[0] == 0


def edit(workspace, old: str, new: str) -> None:
    path = workspace / "forms" / "krai" / "form.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_form_begins_as_another_one(capsys, workspace):
    code, out, err = run(capsys, "form", "new", "krai", "--like", "practice-passport")
    assert (code, out) == (0, "forms/krai/form.yaml\n")
    assert "passport form check krai" in err
    text = (workspace / "forms" / "krai" / "form.yaml").read_text(encoding="utf-8")
    assert text.startswith("form: krai\nversion: 1\n")
    assert run(capsys, "form", "check")[:2] == (0, "")


def test_a_form_begins_with_every_byte_of_another_one_but_its_own_lines(capsys, workspace):
    begin(capsys)
    other = workspace / "forms" / "krai" / "form.yaml"
    other.write_bytes("form: krai\r\nversion: 7\r\ntitle: Край\r\n".encode("cp1251"))
    begin(capsys, "oblast", like="krai")
    begun = (workspace / "forms" / "oblast" / "form.yaml").read_bytes()
    assert begun == "form: oblast\r\nversion: 1\r\ntitle: Край\r\n".encode("cp1251")


def test_a_form_that_cannot_be_read_is_no_bug(capsys, workspace):
    (workspace / "forms" / "krai" / "form.yaml").mkdir(parents=True)
    for call in (["show", "krai"], ["check", "krai"], ["new", "oblast", "--like", "krai"]):
        code, out, err = run(capsys, "form", *call)
        assert (code, (out + err).count("form.yaml`: the folder cannot be read")) == (2, 1)


def test_a_form_that_cannot_be_read_keeps_no_other_from_being_checked(capsys, workspace):
    (workspace / "forms" / "a" / "form.yaml").mkdir(parents=True)
    begin(capsys)
    path = workspace / "forms" / "krai" / "form.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "more: 1\n", encoding="utf-8")
    code, out, err = run(capsys, "form", "check")
    assert (code, err) == (2, "")
    assert "unusable-form" in out
    assert "unknown-field" in out


def hand_out(workspace, *lines: str) -> None:
    """Write the document of a contest: headings, each with a box below it."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
        document.add_table(1, 1)
    document.save(str(workspace / "konkurs.docx"))


def test_a_form_begins_as_the_document_of_a_contest(capsys, workspace):
    hand_out(workspace, "1. Название проекта", "2. Дата собрания жителей", "3. Двор")
    code, out, err = run(capsys, "form", "new", "krai", "--from", "konkurs.docx")
    assert code == 0
    assert out.splitlines() == [
        "forms/krai/form.yaml",
        "Place                     shows                    how sure",
        "1. Название проекта       title                    surely",
        "2. Дата собрания жителей  data_sobraniya_zhiteley  new fact: date",
        "3. Двор                   dvor                     new fact: text",
        "3 places: 1 known, 0 to be looked at, 2 new",
    ]
    assert "passport form check krai" in err
    assert run(capsys, "form", "check", "krai")[:2] == (0, "")
    practice = "passport: 1\ntitle: Двор\ndata_sobraniya_zhiteley: 12.03.2026\ndvor: Сосновый\n"
    (workspace / "dvor.yaml").write_text(practice, encoding="utf-8")
    assert run(capsys, "render", "dvor.yaml", "--form", "krai")[0] == 0
    assert run(capsys, "import", "out/dvor.krai.docx", "-o", "back.yaml")[0] == 0
    assert "dvor: Сосновый" in (workspace / "back.yaml").read_text(encoding="utf-8")


def test_a_document_that_asks_for_nothing_is_no_form(capsys, workspace):
    document = docx.Document()
    document.add_paragraph("Конкурс продлён до осени.")
    document.save(str(workspace / "konkurs.docx"))
    code, out, err = run(capsys, "form", "new", "krai", "--from", "konkurs.docx")
    assert (code, out) == (2, "")
    assert "no place for an answer" in err
    assert not (workspace / "forms").exists()


@pytest.mark.parametrize(
    "models", [[], ["--like", "algorithm", "--from", "konkurs.docx"]], ids=["none", "both"]
)
def test_a_form_begins_as_one_thing(capsys, models):
    code, _out, err = run(capsys, "form", "new", "krai", *models)
    assert code == 2
    assert "say what the form begins as" in err


def test_a_document_that_is_not_there_is_said(capsys, workspace):
    code, _out, err = run(capsys, "form", "new", "krai", "--from", "konkurs.docx")
    assert code == 2
    assert "no such file" in err.lower() or "there is no file" in err.lower()


@pytest.mark.parametrize(
    ("name", "like", "said"),
    [
        ("practice-passport", "algorithm", "there is a form “practice-passport” already"),
        ("Край", "algorithm", "a form cannot be called “Край”"),
        ("../krai", "algorithm", "a form cannot be called “../krai”"),
        ("com1", "algorithm", "Windows keeps this name for itself"),
        ("krai", "algoritm", "did you mean “algorithm”?"),
    ],
)
def test_what_cannot_be_begun_is_refused(capsys, workspace, name, like, said):
    code, out, err = run(capsys, "form", "new", name, "--like", like)
    assert (code, out) == (2, "")
    assert said in err
    assert not (workspace / "forms").exists()


def test_a_form_needs_a_workspace(capsys, workspace):
    (workspace / "passport.toml").unlink()
    code, _out, err = run(capsys, "form", "new", "krai", "--like", "algorithm")
    assert code == 2
    assert "make a file `passport.toml`" in err


def test_every_mistake_has_its_place(capsys, workspace):
    begin(capsys)
    edit(workspace, "show: territory", "show: teritory")
    edit(workspace, "show: involved", "show: invloved")
    edit(workspace, "number: 4", "number: 3")
    code, out, _err = run(capsys, "form", "check", "krai")
    assert code == 1
    assert [line.split(": ")[1] for line in out.splitlines()] == [
        "error unknown-show",
        "error unknown-show",
        "warning form-number",
    ]
    assert out.startswith("forms/krai/form.yaml:22:11: ")


def test_where_there_are_no_own_forms_there_is_nothing_to_check(capsys):
    assert run(capsys, "form", "check")[0] == 3


def test_an_edited_form_renders_and_blanks(capsys, workspace):
    begin(capsys)
    edit(workspace, "heading: Сроки реализации практики", "heading: Когда это было")
    (workspace / "klub.yaml").write_text(
        'passport: 1\ntitle: "Клуб"\nforms: [krai]\nperiod: 2018 год\n', encoding="utf-8"
    )
    assert run(capsys, "form", "blank", "krai", "-o", "blank.docx")[0] == 0
    assert run(capsys, "render", "klub.yaml", "--draft", "-o", "out")[0] == 0
    for path in (workspace / "blank.docx", workspace / "out" / "klub.krai.docx"):
        headings = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
        assert "4. Когда это было" in headings


class TestTemplate:
    @pytest.fixture
    def template(self, capsys, workspace):
        begin(capsys)
        assert run(capsys, "form", "template", "krai")[:2] == (0, "forms/krai/template.docx\n")
        return workspace / "forms" / "krai" / "template.docx"

    def test_as_it_is_written_it_is_sound(self, capsys, template):
        assert run(capsys, "form", "check")[:2] == (0, "")

    def test_it_is_never_overwritten(self, capsys, template):
        assert run(capsys, "form", "template", "krai")[0] == 2

    def test_a_new_form_takes_the_look_of_the_one_it_is_like(self, capsys, template, workspace):
        assert run(capsys, "form", "new", "oblast", "--like", "krai")[0] == 0
        copied = workspace / "forms" / "oblast" / "template.docx"
        assert copied.read_bytes() == template.read_bytes()

    def test_its_look_is_used(self, capsys, template, workspace):
        document = docx.Document(str(template))
        document.paragraphs[0].insert_paragraph_before("Логотип края")
        document.save(str(template))
        (workspace / "klub.yaml").write_text(
            'passport: 1\ntitle: "Клуб"\nforms: [krai]\n', encoding="utf-8"
        )
        assert run(capsys, "render", "klub.yaml", "--draft", "-o", "klub.docx")[0] == 0
        rendered = docx.Document(str(workspace / "klub.docx"))
        assert rendered.paragraphs[0].text == "Логотип края"
        assert rendered.tables[0].cell(0, 0).text == "Клуб"

    def test_wrong_tags_are_named_with_part_and_paragraph(self, capsys, template):
        document = docx.Document(str(template))
        document.tables[0].cell(0, 0).paragraphs[0].runs[0].text = "Вот: {{ titel }}"
        document.tables[1].cell(0, 0).paragraphs[0].runs[0].text = "{{ territory + 1 }}"
        document.save(str(template))
        code, out, _err = run(capsys, "form", "check")
        assert code == 1
        assert "the form does not fill the tag “titel” in the paragraph “Вот: {{ titel }}”" in out
        assert "the tag in the paragraph “{{ territory + 1 }}” is not understood" in out
        assert "word/document.xml" in out

    def test_sections_that_it_lacks_are_told(self, capsys, template):
        document = docx.Document(str(template))
        table = document.tables[1]._tbl
        document.element.body.remove(table)
        document.save(str(template))
        code, out, _err = run(capsys, "form", "check")
        assert code == 0
        assert "warning form-template: the template lacks territory of section 2" in out

    def test_words_that_would_not_come_back_from_its_documents_are_told(self, capsys, template):
        document = docx.Document(str(template))
        heading = next(each for each in document.paragraphs if each.text.startswith("3. "))
        heading.runs[0].text = "3. С чего всё началось"
        document.save(str(template))
        code, out, _err = run(capsys, "form", "check")
        assert code == 1
        assert "error form-return: 3. Предпосылки реализации: what stands there does not" in out

    def test_what_it_says_besides_the_form_is_never_brought_into_a_practice(
        self, capsys, template, workspace
    ):
        document = docx.Document(str(template))
        document.paragraphs[0].insert_paragraph_before("Администрация города")
        document.add_paragraph("Руководитель ______________")
        document.save(str(template))
        assert run(capsys, "form", "check")[:2] == (0, "")
        klub = workspace / "klub.yaml"
        klub.write_text('passport: 1\ntitle: "Клуб"\nforms: [krai]\n', encoding="utf-8")
        assert run(capsys, "render", "klub.yaml", "--draft", "-o", "klub.docx")[0] == 0
        code, out, _err = run(capsys, "import", "klub.docx", "--into", "klub.yaml")
        assert (code, out.splitlines()[2:]) == (0, ["nothing to change in `klub.yaml`"])

    def test_another_font_or_margin_than_the_profile_s_is_told(self, capsys, template):
        document = docx.Document(str(template))
        document.styles["Normal"].font.name = "PT Serif"
        document.sections[0].left_margin = Mm(40)
        document.save(str(template))
        _code, out, _err = run(capsys, "form", "check")
        assert "font: PT Serif in the template, Times New Roman in the profile" in out
        assert "left margin: 40 in the template, 25 in the profile" in out

    def test_what_is_no_document_is_said_to_be_none(self, capsys, template):
        template.write_bytes(b"%PDF-1.7")
        assert "the template is not a Word document" in run(capsys, "form", "check")[1]
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr("a.txt", "")
        template.write_bytes(archive.getvalue())
        assert "the template is not a Word document" in run(capsys, "form", "check")[1]


def test_a_form_that_is_called_otherwise_than_its_folder_cannot_be_used(capsys, workspace):
    begin(capsys)
    (workspace / "forms" / "krai").rename(workspace / "forms" / "oblast")
    code, out, _err = run(capsys, "form", "check", "oblast")
    assert code == 2
    assert out.startswith("forms/oblast/form.yaml:1:7: ")
    assert "unusable-form" in out
