"""The report formats, one module or package each."""
