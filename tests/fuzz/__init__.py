"""Mutated packages of Word, and the laws that hold for each of them."""
