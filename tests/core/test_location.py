"""Operations on places: nesting, ancestors, order."""

from __future__ import annotations

import pytest

from docxlint.core.location import Location, Node, Step, depth, within

PART = "word/document.xml"
CELL = "/w:document/w:body/w:tbl[2]/w:tr[4]/w:tc[3]"
FOREIGN = "*[local-name()='x' and namespace-uri()='http://a.example/b']"


def test_a_node_is_within_itself_and_its_ancestors() -> None:
    cell = Location(PART, CELL)
    assert cell.is_within(cell)
    assert cell.is_within(Location(PART, "/w:document/w:body/w:tbl[2]"))
    assert not cell.is_within(Location(PART, "/w:document/w:body/w:tbl[1]"))
    assert not cell.is_within(Location(PART, f"{CELL}/w:p[1]"))
    assert not cell.is_within(Location("word/header1.xml", CELL))


def test_a_sibling_whose_position_begins_with_the_same_digit_is_another_node() -> None:
    assert not Node(PART, "/w:p[11]").is_within(Node(PART, "/w:p[1]"))


def test_ancestors_come_nearest_first_and_end_with_the_root() -> None:
    assert [node.path for node in Location(PART, CELL).ancestors()] == [
        "/w:document/w:body/w:tbl[2]/w:tr[4]",
        "/w:document/w:body/w:tbl[2]",
        "/w:document/w:body",
        "/w:document",
    ]
    assert Node(PART, "/w:document").parent() is None


def test_slashes_in_a_namespace_do_not_part_steps() -> None:
    node = Node(PART, f"/w:p[1]/{FOREIGN}[2]/w:r[3]")
    assert node.steps() == (Step("w:p", 1), Step(FOREIGN, 2), Step("w:r", 3))
    assert node.parent() == Node(PART, f"/w:p[1]/{FOREIGN}[2]")
    assert depth(node.path) == 3
    assert [ancestor.path for ancestor in node.ancestors()][1:] == ["/w:p[1]"]


def test_a_step_without_a_position_is_the_first() -> None:
    assert Node(PART, "/w:document/w:body").steps() == (Step("w:document", 1), Step("w:body", 1))


@pytest.mark.parametrize("path", ["", "no path", "it's none"])
def test_what_is_no_path_has_no_ancestors(path: str) -> None:
    assert list(Node(PART, path).ancestors()) == []


def test_nearest_is_the_node_itself_or_the_closest_known_ancestor() -> None:
    cell = Node(PART, CELL)
    table = Node(PART, "/w:document/w:body/w:tbl[2]")
    assert cell.nearest({cell, table}) == cell
    assert cell.nearest({table, Node(PART, "/w:document")}) == table
    assert cell.nearest({Node("word/header1.xml", CELL)}) is None


def test_order_key_counts_positions_as_numbers() -> None:
    rows = [Location(PART, f"/w:tbl[1]/w:tr[{row}]/w:tc[1]") for row in (10, 9, 2)]
    ordered = sorted(rows, key=Location.order_key)
    assert [location.path for location in ordered] == [location.path for location in rows[::-1]]


def test_order_key_compares_spans_of_one_node() -> None:
    paragraph = Location(PART, "/w:p[1]")
    later = within(paragraph, 4, 6)
    assert paragraph.order_key() < later.order_key()


def test_within_narrows_a_location() -> None:
    narrow = within(Location(PART, CELL, row="r", text="all of it"), 1, 3, "ll")
    assert (narrow.start, narrow.end, narrow.text, narrow.row) == (1, 3, "ll", "r")
    assert narrow.node == Node(PART, CELL)
