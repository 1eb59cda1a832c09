"""A form is data, and every mistake in it is found at its place."""

import pytest

from passportkit.findings import START, Place
from passportkit.forms import Form
from passportkit.forms.loading import load_form
from passportkit.forms.slots import slots_of
from passportkit.practice import BUILT_IN
from passportkit.source import Parsed, read

HEAD = "form: prize\nversion: 1\ntitle: Заявка\nsource: придумана\n"
SECTIONS = "sections:\n- {heading: Название, show: title}\n"


def loaded(text: str) -> Parsed[Form]:
    return load_form(read((HEAD + text).encode(), "prize/form.yaml"), BUILT_IN)


def found(text: str) -> list[str]:
    """Return what is found in a form, its lines counted behind the first four."""
    return [f"{where(f.place)} {f.rule} {f.message}" for f in loaded(text).findings]


def where(place: Place | None) -> str:
    assert place is not None
    return "start" if place == START else f"{place.line - 4}:{place.column}"


def section(text: str) -> str:
    return f"sections:\n- {{heading: А, {text}}}\n"


ONE_KIND = "form-block a block has exactly one of `show`, `compute`, `parts`, `rows` and `record`"
ONE_WHO = "form-block a signature has exactly one of `label` and `position`"
IN_A_TABLE = "form-block `columns`, `column-numbers` and `total` belong to `rows` or `record`"


@pytest.mark.parametrize(
    "text",
    [
        SECTIONS,
        "annex: Приложение\n" + SECTIONS,
        "row-number: '1.1.'\nprofile: {size: 14, margins: [20, 10, 20, 30]}\n" + SECTIONS,
        "layout: grid\ngrid: {columns: [№, Пункт, Ответ]}\n" + SECTIONS,
        section("show: situation-before"),
        section("show: business_model.key_resources"),
        section("show: stages.2"),
        section("show: stages.2.description"),
        section("show: contacts.1.name-and-position"),
        section("show: tasks, limit: {characters: 300, pages: 1}"),
        section(
            "show: tasks, limit: {lines: 3, characters: 9, blanks: false, sentences: 2, items: 1}"
        ),
        section("show: budget, as: thousands"),
        section("rows: costs, columns: [{heading: б, show: amount, as: thousands}]"),
        section("parts: [{label: 'Цель:', show: goals, hint: что изменится}]"),
        section("rows: tasks, columns: [{heading: Задача, show: text}]"),
        section("rows: acts.adopted, columns: [{heading: Итог, show: adopted.result}]"),
        section("record: audience, columns: [{heading: Сколько, show: involved}]"),
        section("record: organization, columns: [{heading: ИНН, show: inn, width: 40}]"),
        section("show: title, landscape: true"),
        "approval: {heading: УТВЕРЖДАЮ, position: assessment, date: true}\n" + SECTIONS,
        SECTIONS + "- signatures: [{label: Глава, show: team, date: {show: period}, seal: М.П.}]\n",
    ],
)
def test_a_sound_form_has_no_findings(text):
    assert found(text) == []
    assert loaded(text).value is not None


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        # the form
        ("", "start missing-field the field “sections” is missing"),
        ("sections: []\n", "1:11 wrong-type this list has too many items, or too few"),
        ("sections: Разделы\n", "1:11 wrong-type a text stands here instead of a list"),
        ("pages: 2\n" + SECTIONS, "1:1 unknown-field there is no field “pages” here"),
        ("row_number: 1\n" + SECTIONS, "1:1 unknown-field there is no field “row_number” here"),
        ("row-number: i\n" + SECTIONS, "1:13 wrong-type “i” is not known here"),
        ("layout: book\n" + SECTIONS, "1:9 wrong-type “book” is not known here"),
        (
            "layout: grid\n" + SECTIONS,
            "start form-block the layout `grid` needs `grid:` with its columns",
        ),
        (
            "layout: grid\ngrid: {columns: [а, б]}\n" + SECTIONS,
            "2:17 wrong-type this list has too many items, or too few",
        ),
        (
            "layout: grid\ngrid: {columns: [а, б, в], head-after: 2}\n" + SECTIONS,
            "2:40 wrong-type “2” is not a number that fits here",
        ),
        # its looks
        ("profile: {size: 5}\n" + SECTIONS, "1:17 wrong-type “5” is not a number that fits here"),
        (
            "profile: {margins: [1, 2, 3]}\n" + SECTIONS,
            "1:20 wrong-type this list has too many items, or too few",
        ),
        (
            "profile: {margins: [1, 2, 3, 300]}\n" + SECTIONS,
            "1:30 wrong-type “300” is not a number that fits here",
        ),
        (
            "profile: {orientation: up}\n" + SECTIONS,
            "1:24 wrong-type “up” is not known here",
        ),
        # a section
        (
            "sections:\n- Название\n",
            "2:3 wrong-type a text stands here instead of a mapping with keys",
        ),
        ("sections:\n- {show: title}\n", "start form-block a section has no `heading`"),
        (section("show: title, colour: red"), "2:29 unknown-field there is no field “colour” here"),
        (section("show: title, required: maybe"), "2:39 wrong-type “maybe” is neither yes nor no"),
        (
            section("show: title, limit: {pages: 0}"),
            "2:44 wrong-type “0” is not a number that fits here",
        ),
        (
            "sections:\n- {group: Часть, note: x}\n",
            "2:18 unknown-field there is no field “note” here",
        ),
        (
            "layout: card\n" + section("show: title, landscape: true"),
            "start form-block `landscape` belongs to the layout `sections`",
        ),
        # signatures
        (
            SECTIONS + "- signatures: []\n",
            "3:15 wrong-type this list has too many items, or too few",
        ),
        (SECTIONS + "- signatures:\n  - {show: team}\n", f"4:5 {ONE_WHO}"),
        (
            SECTIONS + "- signatures:\n  - {label: Глава, position: team}\n",
            f"4:5 {ONE_WHO}",
        ),
        ("approval: {heading: УТВЕРЖДАЮ}\n" + SECTIONS, f"1:11 {ONE_WHO}"),
        (
            "approval: {label: Глава}\n" + SECTIONS,
            "1:11 missing-field the field “heading” is missing",
        ),
        (
            SECTIONS + "- signatures: [{label: Глава, date: {show: day}}]\n",
            "3:44 unknown-show “day” is neither a field nor a view",
        ),
        (
            "approval: {heading: УТВЕРЖДАЮ, position: haed}\n" + SECTIONS,
            "1:42 unknown-show “haed” is neither a field nor a view",
        ),
        # what a block is
        ("sections:\n- {heading: А}\n", f"2:3 {ONE_KIND}"),
        (section("show: ''"), f"2:3 {ONE_KIND}"),
        (section("parts: []"), f"2:3 {ONE_KIND}"),
        (section("blocks: []"), f"2:3 {ONE_KIND}"),
        (section("show: title, rows: costs"), f"2:3 {ONE_KIND}"),
        (section("rows: costs, record: audience"), f"2:3 {ONE_KIND}"),
        (section("show: title, parts: [{label: б, show: goals}]"), f"2:3 {ONE_KIND}"),
        (section("show: title, blocks: [{show: summary}]"), f"2:3 {ONE_KIND}"),
        ("sections:\n- heading: А\n  blocks:\n  - {show: title}\n  - {}\n", f"5:5 {ONE_KIND}"),
        (
            "sections:\n- heading: А\n  blocks:\n  - {note: б, show: title}\n",
            "4:6 unknown-field there is no field “note” here",
        ),
        (section("rows: costs"), "2:3 form-block the table of `rows` has no `columns`"),
        (
            section("record: audience, columns: []"),
            "2:3 form-block the table of `record` has no `columns`",
        ),
        (section("show: title, columns: [{heading: б, show: item}]"), f"2:3 {IN_A_TABLE}"),
        (section("show: title, total: {label: Итого, show: costs-total}"), f"2:3 {IN_A_TABLE}"),
        # a manner, or a limit, that does not fit
        (
            section("show: title, as: boxes"),
            "2:33 form-block “title” cannot be shown as `boxes`",
        ),
        (
            section("parts: [{label: б, show: goals, as: thousands}]"),
            "2:52 form-block “goals” cannot be shown as `thousands`",
        ),
        (
            section("rows: costs, columns: [{heading: б, show: item, as: thousands}]"),
            "2:68 form-block “item” cannot be shown as `thousands`",
        ),
        (
            section("show: budget-in-thousands, as: thousands"),
            "2:47 form-block “budget-in-thousands” cannot be shown as `thousands`",
        ),
        (
            section("rows: costs, as: thousands, columns: [{heading: б, show: amount}]"),
            "2:3 form-block `as` belongs to `show`",
        ),
        (
            section("show: title, limit: {blanks: false}"),
            "2:36 form-block `blanks` belongs to `characters`",
        ),
        # too much
        (
            section("rows: costs, columns: [" + "{heading: б, show: item}, " * 63 + "]"),
            f"2:{39 + 26 * 62} form-block a table has at most 62 columns",
        ),
        (
            "sections:\n" + "- {heading: А, show: title}\n" * 151,
            "152:3 form-block a form has at most 150 sections, blocks, parts and columns in all",
        ),
        (
            section(f"show: title, note: {'я' * 2001}"),
            "2:35 form-label these words have more than 2000 characters",
        ),
        # names that mean nothing
        (section("show: titel"), "2:22 unknown-show “titel” is neither a field nor a view"),
        (section("show: costs"), "2:22 unknown-show “costs” is a table"),
        (section("show: contacts"), "2:22 unknown-show “contacts” is a table"),
        (section("show: stages.0"), "2:22 unknown-show “stages.0” is neither a field nor a view"),
        (section("show: stages.x"), "2:22 unknown-show “stages.x” is neither a field nor a view"),
        (
            section("show: business_model"),
            "2:22 unknown-show “business_model” is a table",
        ),
        (
            section("show: business_model.key"),
            "2:22 unknown-show “business_model.key” is neither a field nor a view",
        ),
        (section("show: unplaced"), "2:22 unknown-show “unplaced” is neither a field nor a view"),
        (section("show: forms"), "2:22 unknown-show “forms” is neither a field nor a view"),
        (section("show: passport"), "2:22 unknown-show “passport” is neither a field nor a view"),
        (
            section("parts: [{label: б, show: goals}, {label: в, show: gaols}]"),
            "2:66 unknown-show “gaols” is neither a field nor a view",
        ),
        (
            section("rows: cots, columns: [{heading: б, show: item}]"),
            "2:22 unknown-show “cots” is neither a field nor a view",
        ),
        (
            section("rows: title, columns: [{heading: б, show: item}]"),
            "2:22 unknown-show “title” is a text, and no table",
        ),
        (
            section("rows: unplaced, columns: [{heading: б, show: text}]"),
            "2:22 unknown-show “unplaced” is neither a field nor a view",
        ),
        (
            section("rows: costs, columns: [{heading: б, show: item}, {heading: в, show: sum}]"),
            "2:84 unknown-show “sum” is neither a field nor a view",
        ),
        (
            section("rows: tasks, columns: [{heading: б, show: name}]"),
            "2:58 unknown-show “name” is neither a field nor a view",
        ),
        (
            section("rows: costs, columns: [{heading: б, show: item}], total: {label: в, show: г}"),
            "2:90 unknown-show “г” is neither a field nor a view",
        ),
        (
            "sections:\n- heading: А\n  blocks:\n  - {show: title}\n  - {show: titel}\n",
            "5:12 unknown-show “titel” is neither a field nor a view",
        ),
        # a column
        (
            section("rows: costs, columns: [{heading: б}]"),
            "2:39 missing-field the field “show” is missing",
        ),
        (
            section("rows: costs, columns: [{heading: б, show: item, width: 100}]"),
            "2:71 wrong-type “100” is not a number that fits here",
        ),
        (
            section("rows: costs, columns: [{heading: б, show: item, align: middle}]"),
            "2:71 wrong-type “middle” is not known here",
        ),
        (
            section("rows: costs, columns: [{heading: б, show: item, merge: all}]"),
            "2:71 wrong-type “all” is not known here",
        ),
    ],
)
def test_a_mistake_is_one_finding_at_its_place(text, finding):
    assert found(text) == [finding]
    assert loaded(text).value is None


@pytest.mark.parametrize(
    ("head", "finding"),
    [
        ("form: Prize", "1:7 wrong-type “Prize” cannot be a name here"),
        ("form: премия", "1:7 wrong-type “премия” cannot be a name here"),
        ("form: big--prize", "1:7 wrong-type “big--prize” cannot be a name here"),
        ("form: [prize]", "1:7 wrong-type a list stands here instead of a text"),
        ("version: 0", "1:10 wrong-type “0” is not a number that fits here"),
        ("version: 1.5", "1:10 wrong-type “1.5” is not a number that fits here"),
        ("version: [1]", "1:10 wrong-type a list stands here instead of a number"),
        ("version:", "1:1 missing-field the field “version” is missing"),
    ],
)
def test_name_and_version_are_checked(head, finding):
    key = head.partition(":")[0]
    rest = [line for line in HEAD.splitlines() if not line.startswith(key)]
    text = "\n".join([head, *rest, SECTIONS])
    findings = load_form(read(text.encode(), "form.yaml"), BUILT_IN).findings
    assert [
        f"{f.place.line}:{f.place.column} {f.rule} {f.message}" for f in findings if f.place
    ] == [finding]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        (section("show: titel"), "did you mean “title”?"),
        (section("show: stages.0"), "did you mean “stages”?"),
        (section("show: business_model.resources"), "did you mean “business_model.key_resources”?"),
        (section("show: situation-befor"), "did you mean “situation-before”?"),
        (section("show: applications.status"), "did you mean “applications.last.status”?"),
        (section("rows: cots, columns: [{heading: б, show: item}]"), "did you mean “costs”?"),
        (
            section("rows: acts, columns: [{heading: б, show: adopted}]"),
            "did you mean “adopted.result”?",
        ),
        (
            section("rows: costs, columns: [{heading: б, show: item-with-detail}]"),
            "did you mean “item-with-details”?",
        ),
        (
            section("rows: links, columns: [{heading: б, show: xyz}]"),
            "the names here are: name, url",
        ),
        (
            section("rows: tasks, columns: [{heading: б, show: xyz}]"),
            "the names here are: text",
        ),
        (
            section("show: title, rows: costs"),
            "give each of them a block of its own under `blocks`",
        ),
        ("row-number: i\n" + SECTIONS, "write one of these: 1, 1., 1.1., none"),
    ],
)
def test_a_mistake_comes_with_advice(text, advice):
    assert [str(finding.help) for finding in loaded(text).findings] == [advice]


def test_all_mistakes_are_found_at_once():
    text = """\
layout: book
sections:
- {heading: А, show: titel}
- {heading: Б}
- {heading: В, show: sumary}
- heading: Г
  rows: costs
  columns:
  - {heading: г, show: itme}
  - {heading: д}
  - {heading: е, show: amonut}
"""
    assert found(text) == [
        "1:9 wrong-type “book” is not known here",
        f"4:3 {ONE_KIND}",
        "10:5 missing-field the field “show” is missing",
        "3:22 unknown-show “titel” is neither a field nor a view",
        "5:22 unknown-show “sumary” is neither a field nor a view",
        "9:24 unknown-show “itme” is neither a field nor a view",
        "11:24 unknown-show “amonut” is neither a field nor a view",
    ]


def test_a_form_that_is_no_yaml_is_a_finding_of_the_reader():
    findings = load_form(read(b"form: [", "form.yaml"), BUILT_IN).findings
    assert [finding.rule for finding in findings] == ["yaml-syntax"]


NO_WORDS = "form-label there are no words here"
CONTROL = "form-label an invisible control character stands here"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (section("parts: [{label: '', show: goals}]"), f"2:32 {NO_WORDS}"),
        (section("parts: [{label: ' ', show: goals}]"), f"2:32 {NO_WORDS}"),
        (section("caption: '\u200b', show: goals"), f"2:25 {NO_WORDS}"),
        (section('note: "\\n", show: goals'), f"2:22 {NO_WORDS}"),
        (
            section("rows: tasks, columns: [{heading: '\xa0', show: text}]"),
            f"2:49 {NO_WORDS}",
        ),
        (
            section("rows: costs, columns: [{heading: А, show: item}], number-heading: ''"),
            f"2:82 {NO_WORDS}",
        ),
        ("annex: ''\n" + SECTIONS, f"1:8 {NO_WORDS}"),
        ('annex: "При\\x07ложение"\n' + SECTIONS, f"1:8 {CONTROL}"),
        ('profile: {font: "A\\0"}\n' + SECTIONS, f"1:17 {CONTROL}"),
        (section('show: goals, hint: "а\\uFFFE"'), f"2:35 {CONTROL}"),
        (section('parts: [{label: "А\\e", show: goals}]'), f"2:32 {CONTROL}"),
        (
            "sections:\n- {group: А}\n",
            "start form-block a form has at least one section",
        ),
    ],
)
def test_words_that_no_document_can_hold_are_refused(text, finding):
    assert found(text) == [finding]
    assert loaded(text).value is None


@pytest.mark.parametrize("label", ["№", "%", ":", "–", "(…)", "1."])
def test_a_label_may_be_a_sign(label):
    assert found(section(f"parts: [{{label: '{label}', show: goals}}]")) == []


@pytest.mark.parametrize("content", ["", "- form\n", "слово\n"])
def test_how_a_form_begins_is_said_where_a_file_is_none(content: str) -> None:
    (finding,) = load_form(read(content.encode(), "prize/form.yaml"), BUILT_IN).findings
    assert str(finding.help).startswith("a form begins with `form:`")


def test_a_table_that_is_shown_as_a_text_is_told_how_to_show_it():
    (finding,) = loaded(section("show: costs")).findings
    assert str(finding.help) == "show it with `rows: costs` and its `columns`"


def test_a_text_that_is_shown_as_a_table_is_told_how_to_show_it():
    (finding,) = loaded(section("rows: title, columns: [{heading: а, show: б}]")).findings
    assert str(finding.message) == "“title” is a text, and no table"
    assert str(finding.help) == "show it with `show: title`"


def test_an_official_number_may_end_in_a_dot():
    form = loaded("sections:\n- {number: '2.1.', heading: А, show: title}\n").value
    assert form is not None
    assert [each.number for each in form.sections] == ["2.1"]


def test_a_part_may_stay_empty_where_others_may_not():
    form = loaded(
        "sections:\n- heading: А\n  parts:\n    - {label: Цель, show: goals}\n"
        "    - {label: Задачи, show: tasks, required: false}\n"
    ).value
    assert form is not None
    assert [slot.required for slot in slots_of(form)] == [True, False]
