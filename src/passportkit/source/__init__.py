"""YAML in, with the place of every value, and from plain data to models."""

from passportkit.source.document import Data, Source
from passportkit.source.parse import Parsed, parse
from passportkit.source.reading import read

__all__ = ["Data", "Parsed", "Source", "parse", "read"]
