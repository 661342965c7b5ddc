"""Reports for people and for scripts.

Nothing here decides: every format shows the same results in the same order.
"""
