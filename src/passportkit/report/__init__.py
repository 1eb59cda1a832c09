"""Findings as text: each module knows one way to show them, and none of them prints."""
