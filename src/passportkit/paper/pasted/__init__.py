"""Pasted texts as documents."""
