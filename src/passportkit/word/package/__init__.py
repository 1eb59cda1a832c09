"""The package that a DOCX is: its parts, its names, and the stamp that it carries."""
