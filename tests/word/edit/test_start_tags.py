"""Start tags are read as they are written."""

from __future__ import annotations

import pytest

from docxlint.word.edit.start_tags import declared_namespaces, tag_name, with_outer_scope


@pytest.mark.parametrize(
    ("tag", "name"), [(b"<w:p>", b"w:p"), (b"<p/>", b"p"), (b"<w:p\n a='1'>", b"w:p"), (b"x", b"")]
)
def test_the_name_has_its_prefix(tag: bytes, name: bytes) -> None:
    assert tag_name(tag) == name


def test_declared_namespaces_are_found_by_prefix() -> None:
    tag = b"<w:document xmlns:w = 'urn:w' xmlns=\"urn:default\" xmlns:q='urn:a&amp;b' a='xmlns:no'>"
    assert declared_namespaces(tag) == {"w": "urn:w", None: "urn:default", "q": "urn:a&b"}


def test_a_moved_element_brings_the_namespaces_of_its_parent() -> None:
    outer = (
        b"<r a=' xmlns:x=\"no\"' xmlns='urn:w' xmlns:q = \"urn:q\" mc:Ignorable='q' w:rsidR='1'>"
    )
    assert with_outer_scope(b"<rPr/>", outer) == (
        b"<rPr xmlns='urn:w' xmlns:q = \"urn:q\" mc:Ignorable='q'/>"
    )
    assert with_outer_scope(b"<rPr xmlns:q='urn:own' >", outer) == (
        b"<rPr xmlns='urn:w' mc:Ignorable='q' xmlns:q='urn:own' >"
    )
    assert with_outer_scope(b"<w:rPr>", b"<w:r>") == b"<w:rPr>"
