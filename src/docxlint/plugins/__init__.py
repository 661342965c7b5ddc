"""Plugins: the hooks, the built-in plugin and the installed plugins."""
