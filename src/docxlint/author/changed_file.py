"""The Word file of a good document with the changes of an example."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from docxlint.author.apply_changes import GoodDocument, apply_changes
from docxlint.author.faults import ChangeFault
from docxlint.core.message import Message
from docxlint.rules.rule import Changes, Example
from docxlint.word.make.write_document import docx_bytes

_NO_XML = Message(
    zh="xml：写出的文件里没有“{words}”", en="xml: “{words}” is not in the XML of the written file"
)


def changed_file(document: GoodDocument, changes: Changes) -> bytes:
    """Return `document` with `changes` as a Word file. Raises the errors of `apply_changes`."""
    blocks = apply_changes(document, changes)
    if not isinstance(changes, Example):
        return docx_bytes(blocks)
    data = docx_bytes(blocks, changes.header)
    return _replace_in_parts(data, changes.xml) if changes.xml else data


def _replace_in_parts(data: bytes, words: Mapping[str, str]) -> bytes:
    """Replace words in every part of the package `data`. Raises ChangeFault for missing words."""
    buffer = io.BytesIO()
    missing = set(words)
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            for old_words, new_words in words.items():
                if old_words.encode() in content:
                    missing.discard(old_words)
                    content = content.replace(old_words.encode(), new_words.encode())
            new.writestr(entry, content)
    for each in words:
        if each in missing:
            raise ChangeFault(_NO_XML(words=each))
    return buffer.getvalue()
