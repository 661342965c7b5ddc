"""`python -m docxlint` is the command `docxlint`."""

from docxlint.cli import main

main()
