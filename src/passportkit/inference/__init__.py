"""A form of the blank document that a contest hands out: what it says, and what it asks for."""
