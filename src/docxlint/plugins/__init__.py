"""Plugins: the hooks, what is built in, what is installed."""
