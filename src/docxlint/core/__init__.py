"""Frozen data that every other package shares; imports nothing of ours."""
