"""Packs: folders of rules and a form in YAML, loaded as typed data or refused with every fault."""

from docxlint.pack.fault import Fault, PackFault
from docxlint.pack.files import document
from docxlint.pack.folders import NoSuchPack, find, names, shipped
from docxlint.pack.load import load, load_all
from docxlint.pack.own import applies
from docxlint.pack.position import example_fault, good_fault
from docxlint.pack.together import check_together

__all__ = [
    "Fault",
    "NoSuchPack",
    "PackFault",
    "applies",
    "check_together",
    "document",
    "example_fault",
    "find",
    "good_fault",
    "load",
    "load_all",
    "names",
    "shipped",
]
