"""The accuracy of the national pack: one good document, one change, the rule that must speak."""
