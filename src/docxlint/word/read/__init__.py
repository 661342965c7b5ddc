"""Reading Word: `read` turns the bytes of a file into a `core.document.Document`."""

from docxlint.word.ooxml.files import load
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.unreadable import Unreadable
from docxlint.word.read.read_document import read, read_package

__all__ = ["Limits", "Unreadable", "load", "read", "read_package"]
