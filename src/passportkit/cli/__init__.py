"""The command line: it alone prints, asks, and reads the environment."""

from passportkit.cli.main import main

__all__ = ["main"]
