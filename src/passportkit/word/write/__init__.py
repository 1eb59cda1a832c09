"""Plain words set into a compiled template."""
