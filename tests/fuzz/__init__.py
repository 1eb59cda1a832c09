"""Mutated files of every kind that people send, and the laws that hold for each of them."""
