"""What each command does: it asks the engine, and says what came of it."""
