"""The terminal: where words go, how they are laid out there, and what is asked."""
