"""Rules: their data, the engine that runs them, and the kinds of check."""
