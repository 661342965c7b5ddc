"""New Word files, from blocks."""
