"""YAML as nodes with positions, and typed values from them."""
