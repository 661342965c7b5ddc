"""The content types of a package's parts."""

from __future__ import annotations

import pytest
from lxml import etree

from docxlint.word.ooxml.content_types import ContentTypes

ROOT = etree.fromstring(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="XML" ContentType="application/xml"/>'
    '<Override PartName="/word/Document.xml" ContentType="main"/>'
    '<Override PartName="/wps/%E6%AD%A3%E6%96%87.xml" ContentType="main"/>'
    "</Types>"
)


@pytest.mark.parametrize(
    ("part", "content_type"),
    [
        ("word/document.xml", "main"),
        ("wps/正文.xml", "main"),
        ("word/styles.Xml", "application/xml"),
        ("word/media/image1.png", None),
        ("xml", None),
        ("a.xml/b", None),
    ],
)
def test_the_type_of_a_part_is_its_own_or_that_of_its_extension(
    part: str, content_type: str | None
) -> None:
    assert ContentTypes(ROOT).type_of(part) == content_type
