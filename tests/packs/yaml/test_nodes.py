"""YAML as plain nodes, with places, by whichever loader there is."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from docxlint.packs.yaml import nodes
from docxlint.packs.yaml.nodes import Mapping, Node, Scalar, Sequence, parse
from docxlint.packs.yaml.source_faults import SourceFault
from docxlint.packs.yaml.source_file import Source

TEXT = """\
名称: 'it''s'
list: [a, "b c",
  d]
folded: >
  one
  two
none:
"""


def parsed(text: str) -> tuple[Node | None, list[SourceFault]]:
    faults: list[SourceFault] = []
    return parse(Source("f.yaml", text), faults), faults


@pytest.fixture(params=["c", "pure"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Each of the loaders in turn."""
    chosen = yaml.CBaseLoader if request.param == "c" else yaml.BaseLoader
    monkeypatch.setattr(nodes, "LOADER", chosen)
    return chosen


def test_the_c_loader_is_used_where_there_is_one() -> None:
    assert yaml.__with_libyaml__, "PyYAML is installed without libyaml: packs load ten times slower"
    assert nodes.LOADER is yaml.CBaseLoader


@pytest.mark.usefixtures("loader")
def test_every_node_knows_its_place() -> None:
    node, faults = parsed(TEXT)
    assert faults == []
    assert isinstance(node, Mapping)
    assert [key for key, _ in node.entries] == [
        Scalar("名称", 1, 1),
        Scalar("list", 2, 1),
        Scalar("folded", 4, 1),
        Scalar("none", 7, 1),
    ]
    assert [value for _, value in node.entries] == [
        Scalar("it's", 1, 5, "'"),
        Sequence((Scalar("a", 2, 8), Scalar("b c", 2, 11, '"'), Scalar("d", 3, 3)), 2, 7),
        Scalar("one two\n", 4, 9, ">"),
        Scalar("", 7, 6),
    ]
    nothing = node.get("none")
    assert isinstance(nothing, Scalar)
    assert nothing.nothing
    assert node.get("absent") is None


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("text", ["a: !!python/object/apply:os.system [x]", "a: !x 1", "!!map {}"])
def test_tags_are_refused(text: str) -> None:
    _, faults = parsed(text)
    (fault,) = faults
    assert fault.message.en.startswith("the tag “")


@pytest.mark.usefixtures("loader")
def test_an_alias_is_refused_and_nothing_stands_for_it() -> None:
    node, faults = parsed("a: &x [1]\nb: *x\n")
    assert [(f.line, f.column, f.width, f.message.en) for f in faults] == [
        (1, 4, 2, "the anchor “&x” has no place in a pack"),
        (2, 4, 2, "the alias “*x” has no place in a pack"),
    ]
    assert isinstance(node, Mapping)
    assert node.get("b") == nodes.Refused(2, 4)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("text", ["a: [1", "a: 'x", "a: b: c", "%YAML 9.9\n---\n", "}"])
def test_broken_yaml_is_one_fault(text: str) -> None:
    node, faults = parsed(text)
    assert node is None
    assert [fault.message.en[:12] for fault in faults] == ["broken YAML:"]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_depth_is_bounded(opening: str) -> None:
    node, faults = parsed(opening * 100_000)
    assert node is None
    assert [fault.message.en for fault in faults] == ["nested more than 32 deep"]
