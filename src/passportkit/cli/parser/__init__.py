"""What may be said on the command line: commands, their options, help pages and refusals."""
