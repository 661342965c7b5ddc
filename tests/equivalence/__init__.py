"""One report as different variants and programs write it."""
