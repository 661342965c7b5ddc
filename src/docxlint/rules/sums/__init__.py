"""Sums: formulas over the figures of a form, and their values."""
