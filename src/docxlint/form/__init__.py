"""Names for what is printed on a form, and what a document shows under them."""
