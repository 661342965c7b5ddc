"""Packs: folders of rules and a form in YAML, loaded as typed data or refused with every fault."""

from docxlint.pack.fault import Fault, PackFault
from docxlint.pack.folders import NoSuchPack, find, names, shipped
from docxlint.pack.load import document, load

__all__ = ["Fault", "NoSuchPack", "PackFault", "document", "find", "load", "names", "shipped"]
