"""Write a practice once, check it, and hand it in as any of the official Word forms."""

__version__ = "0.1.0"
