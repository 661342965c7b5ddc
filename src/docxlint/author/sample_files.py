"""The Word files that a pack's good document and its examples write."""

from __future__ import annotations

from docxlint.author.apply_changes import Good, change, good
from docxlint.author.yaml_text import unparse
from docxlint.packs import document
from docxlint.rules.rule import Changes, Pack
from docxlint.word.make.write_document import docx_bytes


def good_of(pack: Pack) -> Good:
    """The good document of `pack`: its own, or the one it inherits with its own changes made.

    Raises MarkdownFault, ChangeFault for a change that cannot be made, PackFault if there is no
    good document to be read.
    """
    basis = good(document(pack), pack.form)
    for example in pack.good_changes:
        basis = good(unparse(change(basis, example)), pack.form)
    return basis


def sample(pack: Pack, example: Changes | None = None) -> bytes:
    """The Word file of the good document of `pack`, changed as `example` says.

    Raises as good_of does.
    """
    basis = good_of(pack)
    return docx_bytes(basis.blocks if example is None else change(basis, example))
