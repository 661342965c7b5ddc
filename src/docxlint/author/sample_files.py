"""Create Word files from a pack's good document and its examples."""

from __future__ import annotations

from docxlint.author.apply_changes import GoodDocument, apply_changes, read_good_document
from docxlint.author.changed_file import changed_file
from docxlint.author.markdown_writer import write_markdown
from docxlint.packs import document
from docxlint.rules.rule import Changes, Pack
from docxlint.word.make.write_document import docx_bytes


def good_document(pack: Pack) -> GoodDocument:
    """Return the good document of `pack`, or the inherited one with the changes of `pack`.

    Raises MarkdownFault, ChangeFault for a change that cannot be applied, and PackFault if the
    good document cannot be read.
    """
    good = read_good_document(document(pack), pack.form)
    for example in pack.good_changes:
        good = read_good_document(write_markdown(apply_changes(good, example)), pack.form)
    return good


def sample(pack: Pack, example: Changes | None = None) -> bytes:
    """Return the good document of `pack`, with the changes of `example`, as a Word file.

    Raises the same errors as `good_document`.
    """
    good = good_document(pack)
    return docx_bytes(good.blocks) if example is None else changed_file(good, example)
