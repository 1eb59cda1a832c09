"""A workspace: its settings, its files, and which of them a call means."""
