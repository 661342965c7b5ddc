"""One report as different hands and programs write it."""
