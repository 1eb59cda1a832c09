"""Many practices: where they are, and what holds for all of them."""
