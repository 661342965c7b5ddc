"""Diagnosis of wrong sums: which figures are wrong, and what they should be."""
