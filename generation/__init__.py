"""What is made of the code and of the forms, and kept in the repository: `make generate` makes it.

It belongs to the house, not to the package: nothing in `src` knows of it.
"""
