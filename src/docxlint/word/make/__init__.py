"""Making new Word files from blocks."""
