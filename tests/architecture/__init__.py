"""The layout of the code: names, modules and their tests."""
