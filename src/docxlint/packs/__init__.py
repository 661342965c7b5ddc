"""Packs: folders of rules and a form in YAML, loaded as typed data or refused with every fault."""

from docxlint.packs.conflicts import check_together
from docxlint.packs.load import load, load_all
from docxlint.packs.manifest import applies
from docxlint.packs.pack_cache import applies_cached, load_cached
from docxlint.packs.pack_files import document
from docxlint.packs.pack_folders import NoSuchPack, find, names, shipped
from docxlint.packs.yaml.source_faults import PackFault, SourceFault

__all__ = [
    "NoSuchPack",
    "PackFault",
    "SourceFault",
    "applies",
    "applies_cached",
    "check_together",
    "document",
    "find",
    "load",
    "load_all",
    "load_cached",
    "names",
    "shipped",
]
