"""Rules that settings and forms of a workspace report, where something is wrong with those."""

from __future__ import annotations

from passportkit.findings import Severity
from passportkit.language import mark
from passportkit.rules.rule import Rule

TOML_SYNTAX = Rule(
    "toml-syntax",
    Severity.ERROR,
    None,
    finds=mark("the settings, `passport.toml`, cannot be read from some place on"),
    why=mark(
        "Every setting is a line with a name, `=` and a value; a text stands in quotes, a list in "
        "square brackets. Without its settings nobody knows which forms a practice is meant for."
    ),
    bad="""\
language = ru
""",
    good="""\
language = "ru"
""",
)
MISSING_FOLDER = Rule(
    "missing-folder",
    Severity.ERROR,
    None,
    finds=mark("the settings name a folder that is not there"),
    why=mark(
        "Folders are named from the one in which `passport.toml` lies. A folder that was renamed "
        "has to be renamed there, too, or its practices are not found."
    ),
    bad="""\
practices = "praktiki"
""",
    good="""\
language = "ru"
""",
)
FOLDER_OUTSIDE = Rule(
    "folder-outside",
    Severity.ERROR,
    None,
    finds=mark("the folder of practices lies outside of the workspace"),
    why=mark(
        "Settings and links come with the folder, and the folder may come from a stranger: they "
        "could have files read and written anywhere. So this one does not hold, and practices are "
        "looked for in the whole workspace. To check a folder elsewhere, name it in the call."
    ),
    bad="""\
practices = "../practices"
""",
    good="""\
language = "ru"
""",
)
MISSING_FACTS = Rule(
    "missing-facts",
    Severity.ERROR,
    None,
    finds=mark("the settings name a file of facts that is not there"),
    why=mark(
        "Facts that nobody declares are unknown fields in every practice that says them. Files and "
        "folders are named from the one in which `passport.toml` lies; a package has to be "
        "installed, and has its `facts.yaml` at its top."
    ),
    bad="""\
facts = ["../shared/facts.yaml"]
""",
    good="""\
language = "ru"
""",
)
DECLARED_FACT = Rule(
    "declared-fact",
    Severity.ERROR,
    None,
    finds=mark("a fact of one's own cannot be declared so"),
    why=mark(
        "A fact has a name that is not taken, a title and a type, and what belongs to that type: a "
        "choice its answers, a table its columns. Two declarations of one name, in two forms or in "
        "`facts.yaml`, have to take the same answers: a practice says a fact once."
    ),
)
UNUSABLE_FORM = Rule(
    "unusable-form",
    Severity.ERROR,
    None,
    finds=mark(
        "a form of the workspace's own has mistakes, and practices cannot be checked for it"
    ),
    why=mark(
        "`passport form check` shows the mistakes. Until they are mended, nothing is known of what "
        "the form asks for, and the call ends with exit code 2."
    ),
)
FORM_BLOCK = Rule(
    "form-block",
    Severity.ERROR,
    None,
    finds=mark("a block of a form shows nothing, or two things at once, or there is too much"),
    why=mark(
        "Each place of a form shows one text, labelled parts, rows or a record; a table has "
        "columns. Several of them in one section stand under `blocks`. No table of Word has more "
        "than 63 columns, and no contest asks for hundreds of places."
    ),
)
FORM_COMPUTE = Rule(
    "form-compute",
    Severity.ERROR,
    None,
    finds=mark("a form computes something that cannot be computed"),
    why=mark(
        "A form computes sums, counts, shares and differences of the facts of a practice: of sums "
        "of money, of numbers, of lists. A name that is misspelt, or one of a text, would leave "
        "the place empty in every document."
    ),
)
FORM_LABEL = Rule(
    "form-label",
    Severity.WARNING,
    None,
    finds=mark("a label of a form is given twice"),
    why=mark(
        "An import recognises the places of a document by their labels: of two that are alike it "
        "cannot say which words belong where."
    ),
)
FORM_NUMBER = Rule(
    "form-number",
    Severity.WARNING,
    None,
    finds=mark("the sections of a form are not numbered in order"),
    why=mark(
        "Official forms skip numbers, but go backwards only by a slip. Gaps are left alone; the "
        "numbers stand in the document exactly as given."
    ),
)
FORM_RETURN = Rule(
    "form-return",
    Severity.ERROR,
    None,
    finds=mark("a document of the form would not come back as it went out"),
    why=mark(
        "What is corrected in Word goes back into the practice. A form is tried with a sample: its "
        "places are filled with words, made into a document, and read again. Where these do not "
        "come back, an import would lose or misplace an author's words. It is a warning where that "
        "holds only of a document in which somebody has corrected something."
    ),
)
FORM_TEMPLATE = Rule(
    "form-template",
    Severity.ERROR,
    None,
    finds=mark("the Word template of a form has a tag that means nothing, or lacks one"),
    why=mark(
        "Tags such as `{{ title }}` say where the words of a practice go. One that is misspelt "
        "would leave a hole in every document, and one that is missing drops a section."
    ),
)
UNKNOWN_SHOW = Rule(
    "unknown-show",
    Severity.ERROR,
    None,
    finds=mark("a form shows a field that practices do not have"),
    why=mark(
        "Behind `show`, `rows` and `record` stand names of fields and views, as `passport form "
        "show` prints them for the official forms. A name that is misspelt would stay empty in "
        "every document."
    ),
)

RULES = (
    TOML_SYNTAX,
    MISSING_FOLDER,
    FOLDER_OUTSIDE,
    MISSING_FACTS,
    DECLARED_FACT,
    UNUSABLE_FORM,
    FORM_BLOCK,
    FORM_COMPUTE,
    FORM_LABEL,
    FORM_NUMBER,
    FORM_RETURN,
    FORM_TEMPLATE,
    UNKNOWN_SHOW,
)
