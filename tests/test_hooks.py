from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from docxlint import builtin, hooks
from docxlint.hooks import GROUP, Format, PluginFault, hookimpl, plugins
from docxlint.rule import Kind


class Options(msgspec.Struct, frozen=True):
    pass


def kind(name: str) -> Kind:
    return Kind(name, Options, lambda _filled, _options: iter(()))


def plugin(**answers: object) -> object:
    module = types.ModuleType("toy")
    for name, answer in answers.items():

        def hook(answer: object = answer) -> object:
            if isinstance(answer, Exception):
                raise answer
            return answer

        hook.__name__ = f"docxlint_{name}"
        setattr(module, hook.__name__, hookimpl(lambda hook=hook: hook()))
    return module


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes entry points of these plugins; one that is an exception raises it when loaded."""

    def make(**installed: object) -> None:
        class Point:
            dist = types.SimpleNamespace(version="1.2.3")

            def __init__(self, name: str) -> None:
                self.name = name

            def load(self) -> object:
                found = installed[self.name]
                if isinstance(found, Exception):
                    raise found
                return found

        def points(*, group: str) -> Iterator[Point]:
            assert group == GROUP
            return (Point(name) for name in installed)

        monkeypatch.setattr(hooks, "entry_points", points)

    return make


def test_the_built_ins_come_in_through_the_hooks() -> None:
    offered = plugins(builtin, others=False)
    assert {"equation", "sections", "wording"} <= set(offered.kinds)
    assert set(offered.formats) == {"text", "json"}
    assert [folder.name for folder in offered.packs] == ["rules"]


def test_a_plugin_adds_kinds_formats_and_packs(install: Callable[..., None]) -> None:
    shout = Format("shout", lambda reports, lang: f"{len(reports)} {lang}\n")
    install(toy=plugin(kinds=[kind("toy")], formats=[shout], packs=[Path("packs")]))
    offered = plugins(builtin)
    assert offered.kinds["toy"].name == "toy"
    assert offered.formats["shout"].render([], "en") == "0 en\n"
    assert Path("packs") in offered.packs


@pytest.mark.parametrize(
    "broken",
    [
        ImportError("no such module"),
        plugin(kinds=ValueError("in the hook")),
        plugin(kinds=["nonsense"]),
        plugin(packs=["a string"]),
        plugin(formats=3),
        plugin(kinds=[kind("equation")]),
    ],
)
def test_a_plugin_at_fault_is_named_with_its_version(
    install: Callable[..., None], broken: object
) -> None:
    install(good=plugin(kinds=[kind("good")]), toy=broken)
    with pytest.raises(PluginFault, match=r"^toy 1\.2\.3: "):
        plugins(builtin)


def test_other_plugins_are_left_out_when_asked(install: Callable[..., None]) -> None:
    install(toy=ImportError("never loaded"))
    assert "equation" in plugins(builtin, others=False).kinds
