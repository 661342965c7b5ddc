"""Reading Word: `read` makes a model.Document of a file's bytes, or raises Unreadable."""

from docxlint.reader.document import read
from docxlint.reader.faults import Unreadable
from docxlint.reader.files import load
from docxlint.reader.limits import Limits

__all__ = ["Limits", "Unreadable", "load", "read"]
