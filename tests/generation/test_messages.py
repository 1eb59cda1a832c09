"""The catalogue follows the code: what is edited keeps its Russian until somebody has looked."""

from __future__ import annotations

import gettext
import io
from textwrap import dedent

import pytest

from generation.messages import Sentence, parsed, updated, waiting, words
from hatch_build import compiled

HEAD = """\
msgid ""
msgstr ""
"Language: ru\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || "
"n%100>=20) ? 1 : 2);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""

CLUB = """\
msgid "the club is closed on Mondays"
msgstr "по понедельникам клуб закрыт"
"""

DOORS = """\
msgid "{n} open door"
msgid_plural "{n} open doors"
msgstr[0] "{n} открытая дверь"
msgstr[1] "{n} открытые двери"
msgstr[2] "{n} открытых дверей"
"""


def catalogue(*entries: str) -> bytes:
    return (HEAD + "\n".join(entries)).encode()


def entries(written: bytes) -> str:
    """Return what a catalogue says behind its head."""
    return written.decode().partition("\n\n")[2].strip() + "\n"


def russian(written: bytes) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(io.BytesIO(compiled(written)))


def test_what_is_still_said_keeps_its_words():
    made = updated(catalogue(CLUB), {"the club is closed on Mondays"})
    assert entries(made) == CLUB


def test_what_is_new_waits_for_words_and_what_is_gone_goes():
    made = updated(catalogue(CLUB), {"write an address"})
    assert entries(made) == 'msgid "write an address"\nmsgstr ""\n'
    assert [message.id for message in waiting(parsed(made))] == ["write an address"]


EDITED = "the club is closed on Tuesdays"


def test_an_edited_sentence_keeps_the_words_of_the_old_one_marked_below_it():
    assert entries(updated(catalogue(CLUB), {EDITED})) == dedent("""\
        #, fuzzy
        #| msgid "the club is closed on Mondays"
        msgid "the club is closed on Tuesdays"
        msgstr "по понедельникам клуб закрыт"
        """)


def test_words_that_nobody_has_looked_at_are_missing_and_are_not_compiled():
    made = updated(catalogue(CLUB), {EDITED})
    assert [message.id for message in waiting(parsed(made))] == [EDITED]
    assert russian(made).gettext(EDITED) == EDITED


def test_they_stay_marked_however_often_the_catalogue_is_made():
    made = updated(catalogue(CLUB), {EDITED})
    assert updated(made, {EDITED}) == made


def test_edited_once_more_they_are_still_those_of_the_sentence_that_was_translated():
    made = updated(catalogue(CLUB), {EDITED})
    again = updated(made, {"the club is closed on Wednesdays"})
    assert '#| msgid "the club is closed on Mondays"\n' in entries(again)


@pytest.mark.parametrize("left", ["", '#| msgid "the club is closed on Mondays"\n'])
def test_looked_at_they_are_words_like_others(left):
    looked_at = f'{left}msgid "{EDITED}"\nmsgstr "по вторникам клуб закрыт"\n'
    made = updated(catalogue(looked_at), {EDITED})
    assert entries(made) == looked_at.removeprefix(left)
    assert waiting(parsed(made)) == []
    assert russian(made).gettext(EDITED) == "по вторникам клуб закрыт"


def test_a_sentence_like_one_that_is_still_said_gets_no_words_of_it():
    made = updated(catalogue(CLUB), {"the club is closed on Mondays", EDITED})
    assert entries(made) == f'{CLUB}\nmsgid "{EDITED}"\nmsgstr ""\n'


@pytest.mark.parametrize(
    "edited",
    [
        ("{n} open window", "{n} open windows"),
        ("{n} open door", "{n} doors that are open"),  # gettext knows it by the singular alone
    ],
)
def test_a_sentence_with_a_plural_keeps_all_its_forms(edited: Sentence):
    made = updated(catalogue(DOORS), {edited})
    [message] = waiting(parsed(made))
    assert message.id == edited
    assert message.previous_id == ["{n} open door", "{n} open doors"]
    assert words(message) == ("{n} открытая дверь", "{n} открытые двери", "{n} открытых дверей")
    assert updated(made, {edited}) == made


def test_a_plural_is_no_edit_of_a_sentence_without():
    made = updated(catalogue(DOORS), {"{n} open door or none"})
    assert words(waiting(parsed(made))[0]) == ("",)


def test_a_long_sentence_of_which_the_words_are_comes_back_whole():
    old = "the so-called club is closed, " + 8 * 'and nobody knows "why", ' + "on Mondays"
    new = old.replace("Mondays", "Tuesdays")
    spelt = old.replace('"', r"\"")
    made = updated(catalogue(f'msgid "{spelt}"\nmsgstr "закрыт"\n'), {new})
    assert parsed(made)[new].previous_id == [old]
    assert updated(made, {new}) == made
