"""Files that people bring along: what their bytes are, and LibreOffice for the old kinds."""
