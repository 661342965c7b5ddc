"""Rules: what one is, the engine that judges them, the kinds of check."""
