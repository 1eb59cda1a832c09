"""Facts of one's own: how they are declared, and the vocabulary that they make."""
