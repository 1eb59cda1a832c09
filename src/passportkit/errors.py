"""The one exception for “cannot go on”."""

from __future__ import annotations

from passportkit.language import Message


class CannotGoOn(Exception):  # noqa: N818 - says what it means where it is raised
    """Nothing sensible can follow: a wrong call, a folder that cannot be written, a broken form.

    Carries a `Message`; the command line prints it in the user's language and exits with 2.
    Whatever is wrong with an author's text is a finding and never raises this.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)
