"""WordprocessingML: the only package that knows it."""
