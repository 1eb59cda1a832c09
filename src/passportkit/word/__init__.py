"""DOCX: from a form to its template, and from plain words to a document."""
