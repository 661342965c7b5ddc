"""Copies of a document for the person who mends it: findings as comments, repairs as changes."""
