"""Changes to a Word file that keep every other byte."""
