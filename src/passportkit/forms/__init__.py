"""What a form is, and which cells of it a practice fills."""
