"""Rules that reading and parsing a file report: they have no check of their own."""

from __future__ import annotations

from passportkit.findings import Severity
from passportkit.language import mark
from passportkit.rules.rule import Rule

YAML_SYNTAX = Rule(
    "yaml-syntax",
    Severity.ERROR,
    None,
    finds=mark("the file cannot be read as YAML from some place on"),
    why=mark(
        "Mostly a text that has a colon with a blank after it and no quotes, a line indented "
        "otherwise than its neighbours, or a tab. Nothing else of the file can be checked before "
        "this is mended. A text of several lines is safest after `|`."
    ),
    bad="""\
title: Клуб: встречи соседей
""",
    good="""\
title: "Клуб: встречи соседей"
""",
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    Severity.ERROR,
    None,
    finds=mark("a key stands twice in the same mapping"),
    why=mark(
        "Only the last of both counts, and the words of the first are lost without a trace. It "
        "happens when a part is copied, or a field is filled in that was there already, empty."
    ),
    bad="""\
summary: Соседи встречаются по средам.
period: 2023 год
summary: Соседи ведут клубы.
""",
    good="""\
summary: Соседи встречаются по средам и ведут клубы.
period: 2023 год
""",
)
UNKNOWN_FIELD = Rule(
    "unknown-field",
    Severity.ERROR,
    None,
    finds=mark("a key is the name of no field"),
    why=mark(
        "What stands under it would appear in no document. Mostly it is a slip in the name, or the "
        "key is indented too deep or not deep enough, and so belongs to another record."
    ),
    bad="""\
sumary: Соседи встречаются по средам.
""",
    good="""\
summary: Соседи встречаются по средам.
""",
)
WRONG_TYPE = Rule(
    "wrong-type",
    Severity.ERROR,
    None,
    finds=mark("a list stands in place of a text, a text in place of a record, and the like"),
    why=mark(
        "The value cannot be put where the field stands in a form, so it is left out, and the rest "
        "is checked all the same. A text that begins with a bracket goes in quotes."
    ),
    bad="""\
costs: Аренда зала, 30 000 руб.
""",
    good="""\
costs:
  - item: Аренда зала
    amount: 30 000 руб.
    source: Бюджет города Светлоречье
""",
    of_a_value=True,
)
MISSING_FIELD = Rule(
    "missing-field",
    Severity.ERROR,
    None,
    finds=mark("a record lacks a field without which it is nothing"),
    why=mark(
        "A practice has a title whatever the form, and words that an import has set aside have a "
        "text. What single forms ask for besides, `missing-section` says."
    ),
    bad="""\
passport: 1
summary: Соседи встречаются по средам.
""",
    good="""\
passport: 1
title: Клуб соседей
summary: Соседи встречаются по средам.
""",
)
FORMAT_VERSION = Rule(
    "format-version",
    Severity.ERROR,
    None,
    finds=mark("the version of the format is not given, or not known here"),
    why=mark(
        "`passport: 1` in the first line says that the file is a practice, and how it is to be "
        "read. A file of a newer version needs a newer program: an older one might lose words."
    ),
    bad="""\
passport: 2
title: Клуб соседей
""",
    good="""\
passport: 1
title: Клуб соседей
""",
)
MISREAD_TEXT = Rule(
    "misread-text",
    Severity.WARNING,
    None,
    finds=mark("a text of which YAML makes something else than it looks like"),
    why=mark(
        "What follows ` #` is a comment and stands in no document, lines below one another become "
        "one line, and a key without a blank behind its colon is a word of the text. All of that "
        "is sound YAML, and hardly ever meant. A text after `|` is taken as it stands."
    ),
    bad="""\
summary: Соседи встречаются по средам #соседирядом
tasks:
  – найти ведущих
  – открыть клуб
""",
    good="""\
summary: "Соседи встречаются по средам #соседирядом"
tasks:
  - найти ведущих
  - открыть клуб
""",
)
UNREADABLE_FILE = Rule(
    "unreadable-file",
    Severity.ERROR,
    None,
    finds=mark("a file cannot be opened, or is too large for a practice or for the memory"),
    why=mark(
        "There is no permission for it, it is a folder, or something else bears the name of a "
        "practice. The other files are checked all the same, and the call ends with exit code 2."
    ),
)
LINK_OUTSIDE = Rule(
    "link-outside",
    Severity.WARNING,
    None,
    finds=mark("a link in a folder that is searched leads out of it"),
    why=mark(
        "A folder may come from a stranger, and a link in it could show lines of any file that the "
        "reader of the findings should not see. So it is passed over. If it is meant, lay the file "
        "itself there, or name the link in the call."
    ),
)
MORE_FINDINGS = Rule(
    "more-findings",
    Severity.ERROR,
    None,
    finds=mark("there are more findings in a file than are shown"),
    why=mark(
        "A thousand of a file are told, in its order; so many have one cause, mostly that the file "
        "is no practice. Documents and the exit code heed all of them. It weighs as much as the "
        "gravest that is not shown."
    ),
)
PROGRAM_BUG = Rule(
    "program-bug",
    Severity.ERROR,
    None,
    finds=mark("the program itself has failed over a file"),
    why=mark(
        "No file may bring that about, whatever stands in it; the other files are checked all the "
        "same, and the call ends with exit code 70. Report it: what a call for this file alone "
        "shows says most."
    ),
)

RULES = (
    YAML_SYNTAX,
    UNREADABLE_FILE,
    LINK_OUTSIDE,
    MORE_FINDINGS,
    PROGRAM_BUG,
    DUPLICATE_KEY,
    FORMAT_VERSION,
    UNKNOWN_FIELD,
    WRONG_TYPE,
    MISSING_FIELD,
    MISREAD_TEXT,
)
