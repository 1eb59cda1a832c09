"""One question after the other: what is shown, what is typed, the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from passportkit.cli.terminal.prompt import Move, Prompt
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.draft import Draft
from passportkit.forms import Catalogue
from passportkit.forms.answers import Answer, row_of, row_with, tidy
from passportkit.forms.place_words import label_words, on_one_line
from passportkit.forms.questions import Question, QuestionField
from passportkit.language import mark, say
from passportkit.rules.doubts import doubts
from passportkit.source.plain_data import find

BROKEN_OFF = (KeyboardInterrupt, EOFError)

_ROW = mark("row {number}")
_ITEM = mark("item {number}")


class Interview:
    """Questions at a terminal, and what is done with the answers."""

    def __init__(
        self,
        terminal: Terminal,
        prompt: Prompt,
        draft: Draft,
        questions: Sequence[Question],
        catalogue: Catalogue,
    ) -> None:
        self._translate = terminal.translate
        self._prompt = prompt
        self._draft = draft
        self._questions = questions
        self._catalogue = catalogue
        self.unfinished: Question | None = None
        """The question whose answer was broken off, if there are words of it."""
        self._values: list[Answer] = []
        self._field = 0
        self._several: list[str] = []
        """The fields of a row that is being typed, which one is, and what it has of several."""

    def run(self) -> None:
        """Ask all questions; an interrupt or the end of the input goes through, words are kept."""
        number, step = 0, 1
        before: Question | None = None
        while (number := self._draft.onward(self._questions, number, step)) < len(self._questions):
            question = self._questions[number]
            self._head(number, before)
            before = question
            answer = self._rows if question.rows else self._text
            step = -1 if answer(number, question) is Move.BACK else 1
            number += step

    # --- what is shown --------------------------------------------------------------------

    def _head(self, number: int, before: Question | None) -> None:
        """Print the section of a question, unless it stands above already, and its limit."""
        question, show = self._questions[number], self._prompt.say
        show("")
        if before is None or before.form is not question.form:
            show(f"{question.form.name} · {on_one_line(question.form.title)}", "dim")
        if before is None or before.slot.section is not question.slot.section:
            show(question.heading, "bold")
            show(on_one_line(question.slot.section.note or ""), indent="  ")
        count = len(self._questions)
        show(say("question {number} of {count}", number=number + 1, count=count), "dim", "  ")
        show(on_one_line(question.slot.block.caption or ""), indent="  ")
        for message in question.conditions:
            show(message, indent="  ")

    def _about(self, field: QuestionField, *, briefly: bool = False) -> None:
        """Print what a field is called, and what belongs there."""
        names = (label_words(field.label), self._translate(field.title))
        show = self._prompt.say
        show(" · ".join(filter(None, names)), "bold", "  ")
        if briefly:
            return
        show(self._translate(field.hint), indent="  ")
        if field.examples:
            show(say("for example: {words}", words=" / ".join(field.examples)), "dim", "  ")

    # --- a text ---------------------------------------------------------------------------

    def _text(self, number: int, question: Question) -> Move:
        field = question.fields[0]
        now = self._draft.answer(number)
        self._about(field)
        try:
            value = self._value(question, field, now, lambda value: value)
        except BROKEN_OFF:
            self._break_off(number, question, tidy(self._prompt.typed) or now)
            raise
        if isinstance(value, Move):
            return value
        self._keep(number, question, value)
        return Move.ON

    def _keep(self, number: int, question: Question, value: Answer) -> None:
        refused = self._draft.keep(number, question, value)
        if refused is not None:
            self._prompt.say(refused, "yellow")

    def _break_off(self, number: int, question: Question, value: Answer) -> None:
        """Keep what there is of an answer: words that were typed are not lost."""
        self.unfinished = question if value else None
        self._keep(number, question, value)

    def _value(
        self,
        question: Question,
        field: QuestionField,
        now: Answer,
        whole: Callable[[Answer], Answer],
    ) -> Answer | Move:
        """Return what is typed for a field; `whole` makes an answer of it that can be checked."""
        words = "\n".join(now) if isinstance(now, list) else now or ""
        if now:
            self._prompt.say(say("so far: {words}", words=words), "dim", "  ")
        several = self._several = []
        while True:
            is_line = field.is_line or field.is_list or bool(question.rows)
            typed = self._prompt.text(question.heading, words, is_line=is_line)
            if isinstance(typed, Move):
                return typed if typed is Move.BACK or not (several or now) else several or now
            value = tidy(typed)
            if not value or self._is_to_be_typed_again(question, whole(value)):
                continue
            if not field.is_list:
                return value
            several.append(value)
            self._prompt.typed = ""

    def _is_to_be_typed_again(self, question: Question, answer: Answer) -> bool:
        found = doubts(question, answer, catalogue=self._catalogue)
        return bool(found) and not self._prompt.agrees(
            say("{what}; keep it as it is? (`Enter` – yes, `n` – no)", what=found[0])
        )

    # --- a table --------------------------------------------------------------------------

    def _rows(self, number: int, question: Question) -> Move:
        rows = list(self._draft.answer(number) or ())
        position = len(rows)
        while True:
            name = _ITEM if question.is_list_of_texts else _ROW
            self._prompt.say(say(name, number=position + 1), "dim", "  ")
            old = rows[position] if position < len(rows) else None
            try:
                row = self._row(question, old, briefly=bool(rows))
            except BROKEN_OFF:
                begun = self._begun(question)
                rows[position : position + 1] = [begun] if begun else []
                self._break_off(number, question, rows)
                raise
            if row is Move.BACK and position > 0:
                position -= 1
            elif isinstance(row, Move):
                return row
            else:
                rows[position : position + 1] = [row]
                self._keep(number, question, rows)
                position += 1

    def _row(self, question: Question, old: Answer, *, briefly: bool) -> Answer | Move:
        """Return a row, field by field; an empty first field is the end of the table."""
        fields = question.fields
        self._values = [old if not each.route else find(old, each.route) for each in fields]
        self._field = 0
        self._several = []
        while self._field < len(fields):
            number = self._field
            self._about(fields[number], briefly=briefly)
            whole = row_with(question, number)
            value = self._value(question, fields[number], self._values[number], whole)
            if value is Move.BACK and number > 0:
                self._field -= 1
            elif isinstance(value, Move) and number == 0:
                return value
            else:
                self._values[number] = None if isinstance(value, Move) else value
                self._field += 1
        return row_of(question, self._values)

    def _begun(self, question: Question) -> Answer:
        """Return the row that was being typed, as far as it was, if there are words in it."""
        if words := tidy([*self._several, self._prompt.typed]):
            is_list = question.fields[self._field].is_list
            self._values[self._field] = words if is_list else words[-1]
        return row_of(question, self._values) if any(self._values) else None
