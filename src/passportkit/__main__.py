"""The command `passport`, also as `python -m passportkit`."""

from __future__ import annotations

import sys

from passportkit.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
