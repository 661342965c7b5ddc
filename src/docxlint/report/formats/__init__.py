"""The report formats: one module or package each, with one `Format` class of the same name."""
