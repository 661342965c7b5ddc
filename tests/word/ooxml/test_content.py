"""The way through a part: paths, wrappers, alternate versions, depth."""

from __future__ import annotations

import pytest
from lxml import etree

from docxlint.word.ooxml.content import children, content, unwrap
from docxlint.word.ooxml.limits import DepthLimit
from docxlint.word.ooxml.names import PREFIXES, local_name
from docxlint.word.ooxml.roles import Role
from docxlint.word.ooxml.unreadable import Code, Unreadable

LIMIT = DepthLimit("word/document.xml", 100)
PARAGRAPHS = frozenset((Role.PARAGRAPH,))
XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())
FOREIGN = "*[local-name()='x' and namespace-uri()='urn:a/b']"


def body(text: str) -> etree._Element:
    return etree.fromstring(f"<w:body {XMLNS} xmlns:q='urn:a/b'>{text}</w:body>")


def paths(text: str) -> list[str]:
    return [path for _, _, path in content(body(text), "/w:body", PARAGRAPHS, LIMIT)]


def test_positions_count_siblings_of_the_same_name() -> None:
    nodes = list(children(body("<w:p/><w:tbl/><w:p/><q:x/>"), "/w:body"))
    assert [(role, path) for _, role, path in nodes] == [
        (Role.PARAGRAPH, "/w:body/w:p[1]"),
        (Role.TABLE, "/w:body/w:tbl[1]"),
        (Role.PARAGRAPH, "/w:body/w:p[2]"),
        (Role.OTHER, f"/w:body/{FOREIGN}[1]"),
    ]


def test_a_path_leads_to_its_element() -> None:
    root = body(
        "<w:customXml><w:p/><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:customXml>"
    )
    nodes = list(content(root, "/w:body", PARAGRAPHS, LIMIT))
    assert len(nodes) == 2
    for element, _, path in nodes:
        assert root.xpath(path, namespaces=PREFIXES) == [element]


@pytest.mark.parametrize("wrapper", ["customXml", "smartTag", "hyperlink", "ins", "moveTo"])
def test_what_a_wrapper_holds_counts_as_in_its_place(wrapper: str) -> None:
    text = f"<w:p/><w:{wrapper}><w:p/></w:{wrapper}><w:p/>"
    assert paths(text) == ["/w:body/w:p[1]", f"/w:body/w:{wrapper}[1]/w:p[1]", "/w:body/w:p[2]"]


@pytest.mark.parametrize("name", ["del", "moveFrom", "unknown"])
def test_deleted_and_unknown_elements_are_not_entered(name: str) -> None:
    assert paths(f"<w:{name}><w:p/></w:{name}>") == []


def test_a_control_without_content_holds_nothing() -> None:
    assert paths("<w:sdt><w:sdtPr/><w:p/></w:sdt>") == []


def test_a_wrapper_of_a_wanted_role_is_not_entered() -> None:
    wanted = frozenset((Role.PARAGRAPH, Role.INSERTED))
    nodes = content(body("<w:ins><w:p/></w:ins>"), "/w:body", wanted, LIMIT)
    assert [local_name(element.tag) for element, _, _ in nodes] == ["ins"]


@pytest.mark.parametrize(
    ("versions", "chosen"),
    [
        ('<mc:Choice Requires="wps"><w:p/></mc:Choice><mc:Fallback/>', "mc:Choice[1]"),
        ('<mc:Choice Requires="q"/><mc:Fallback><w:p/></mc:Fallback>', "mc:Fallback[1]"),
        ('<mc:Choice Requires="q"/><mc:Choice Requires="w14"><w:p/></mc:Choice>', "mc:Choice[2]"),
    ],
)
def test_of_alternate_versions_the_first_that_is_understood_counts(
    versions: str, chosen: str
) -> None:
    text = f"<mc:AlternateContent>{versions}</mc:AlternateContent>"
    assert paths(text) == [f"/w:body/mc:AlternateContent[1]/{chosen}/w:p[1]"]


def test_alternate_versions_none_of_which_is_understood_hold_nothing() -> None:
    alternate = body('<mc:AlternateContent><mc:Choice Requires="q"/></mc:AlternateContent>')[0]
    assert unwrap(alternate, Role.ALTERNATE, "/w:body/mc:AlternateContent[1]") is None


def test_wrappers_may_nest_only_so_deep() -> None:
    text = "<w:customXml>" * 5 + "<w:p/>" + "</w:customXml>" * 5
    limit = DepthLimit("word/document.xml", 4)
    with pytest.raises(Unreadable) as caught:
        list(content(body(text), "/w:body", PARAGRAPHS, limit))
    assert caught.value.code == Code.TOO_DEEP
    assert caught.value.parameters == {"part": "word/document.xml"}
