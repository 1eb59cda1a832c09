"""What stands where in a document of a form, said once for every printer."""

from passportkit.layout.typesetting import lay_out

__all__ = ["lay_out"]
