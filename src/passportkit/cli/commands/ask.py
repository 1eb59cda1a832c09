"""`passport new --ask`: the questions of the forms, one after the other, at the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from passportkit.cli.commands.here import load_practice
from passportkit.cli.commands.interview import BROKEN_OFF, Interview
from passportkit.cli.terminal.prompt import KEYS, Prompt
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.draft import Draft
from passportkit.files.paths import quoted, shown
from passportkit.forms import Catalogue, Form
from passportkit.forms.questions import questions_of, unanswered
from passportkit.language import say, say_n


def ask(terminal: Terminal, path: Path, forms: Sequence[Form], catalogue: Catalogue) -> int:
    """Ask what the file does not say yet, and write each answer into it."""
    draft = Draft(path, partial(load_practice, terminal, path))
    questions = questions_of(forms)
    open_ones = unanswered(questions, draft.source.data)
    prompt = Prompt(terminal)
    if open_ones:
        prompt.say(say("each answer is written to `{path}` at once", path=shown(path)))
        prompt.say(terminal.translate(KEYS))
    interview = Interview(terminal, prompt, draft, open_ones, catalogue)
    try:
        interview.run()
    except BROKEN_OFF as broken:
        terminal.print("")
        if interview.unfinished:
            name = interview.unfinished.heading
            prompt.say(
                say("unfinished, and to be gone on with in the file: {heading}", heading=name)
            )
        prompt.say(say("what you have answered is in `{path}`; to go on:", path=shown(path)))
        prompt.say(f"passport new --ask {quoted(path)}", "bold", "  ")
        if isinstance(broken, KeyboardInterrupt):
            raise
        return 0
    terminal.print("")
    if left := draft.left(questions):
        prompt.say(
            say_n("{n} question has no answer yet", "{n} questions have no answer yet", left)
        )
    else:
        prompt.say(say("every question has its answer"))
    prompt.say(say("now see what is missing: `passport validate {path}`", path=quoted(path)))
    return 0
