"""Workbooks of Excel: their sheets as a reader sees them, and tables written into new ones."""
