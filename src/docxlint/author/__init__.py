"""Tools for authors of packs: tests of examples, the manual, schemas, skeletons."""
