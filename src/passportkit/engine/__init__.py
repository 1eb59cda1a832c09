"""What can be done with practices and documents, with plain values: no terminal, no exit codes."""
