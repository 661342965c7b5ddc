from __future__ import annotations

import pickle
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from docxlint.plugins import builtin, hooks
from docxlint.plugins.available import require_plugins
from docxlint.plugins.checked_kind import PluginFault
from docxlint.plugins.hooks import GROUP, Plugin, collect_plugins, hookimpl
from docxlint.report.format import Format
from docxlint.rules.rule import Kind


class _Incomplete(Format):
    """A format without a name that renders nothing."""


class Options(msgspec.Struct, frozen=True):
    pass


def kind(name: str) -> Kind[Any]:
    return Kind(name, Options, lambda _filled, _options: iter(()))


def plugin(**answers: object) -> object:
    module = types.ModuleType("toy")
    for name, answer in answers.items():

        def hook(answer: object = answer) -> object:
            if isinstance(answer, BaseException):
                raise answer
            return answer

        hook.__name__ = f"docxlint_{name}"
        setattr(module, hook.__name__, hookimpl(lambda hook=hook: hook()))
    return module


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that installs entry points; an exception is raised on loading."""

    def make(**installed: object) -> None:
        class Point:
            dist = types.SimpleNamespace(version="1.2.3")

            def __init__(self, name: str) -> None:
                self.name = name

            def load(self) -> object:
                found = installed[self.name]
                if isinstance(found, BaseException):
                    raise found
                return found

        def points(*, group: str) -> Iterator[Point]:
            assert group == GROUP
            return (Point(name) for name in installed)

        monkeypatch.setattr(hooks, "entry_points", points)

    return make


def test_the_built_in_plugin_is_collected() -> None:
    offered = collect_plugins(builtin, installed=False)
    assert {"equation", "sections", "wording"} <= set(offered.kinds)
    assert {"text", "json", "html", "sarif"} <= set(offered.formats)
    assert [folder.name for folder in offered.packs] == ["rules"]


def test_a_plugin_adds_kinds_formats_and_packs(
    install: Callable[..., None], tmp_path: Path
) -> None:
    shout = Format.from_render("shout", lambda reports, lang: f"{len(reports)} {lang}\n")
    install(toy=plugin(kinds=[kind("toy")], formats=[shout], packs=[tmp_path]))
    offered = collect_plugins(builtin)
    assert offered.kinds["toy"].name == "toy"
    assert offered.format("shout").render([], "en") == "0 en\n"
    assert tmp_path in offered.packs
    assert offered.origins == {"toy": "toy 1.2.3"}
    assert (offered.plugin_of_format("shout"), offered.plugin_of_format("text")) == (
        "toy 1.2.3",
        "",
    )
    assert offered.installed == (Plugin("toy", "1.2.3", ("toy",), ("shout",), (tmp_path,)),)
    assert offered.faults == ()


class _Unresolved(msgspec.Struct):
    field: "NoSuchType"  # type: ignore[name-defined]  # noqa: F821, UP037


NOT_CALLABLE: Any = 3
BROKEN = {
    "raises at import": (ImportError("no such module"), "ImportError: no such module"),
    "leaves at import": (SystemExit(0), "SystemExit: 0"),
    "is no plugin": (object(), "it implements none of the hooks of docxlint"),
    "raises in a hook": (plugin(kinds=ValueError("in the hook")), "ValueError: in the hook"),
    "leaves in a hook": (plugin(packs=SystemExit(1)), "SystemExit: 1"),
    "gives text for a kind": (plugin(kinds=["x"]), "docxlint_kinds returned a str, not a Kind"),
    "gives text for a folder": (plugin(packs=["x"]), "docxlint_packs returned a str, not a Path"),
    "gives no list": (plugin(formats=3), "TypeError: 'int' object is not iterable"),
    "gives a folder that is not there": (
        plugin(packs=[Path("/no/such")]),
        f"there is no folder {Path('/no/such')}",
    ),
    "gives a kind without options": (
        plugin(kinds=[Kind("a", dict, NOT_CALLABLE)]),  # type: ignore[type-var]
        "'a' is not a check kind: see docxlint.plugin.Kind",
    ),
    "gives a kind with a bad name": (
        plugin(kinds=[kind("A\x1b[31m")]),
        "'A\\x1b[31m' is not a check kind: see docxlint.plugin.Kind",
    ),
    "gives a kind whose options name no type": (
        plugin(kinds=[Kind("a", _Unresolved, lambda _filled, _options: iter(()))]),
        "NameError: name 'NoSuchType' is not defined",
    ),
    "gives a format that cannot draw": (
        plugin(formats=[_Incomplete]),
        "_Incomplete is not a report format: see docxlint.plugin.Format",
    ),
    "gives a format with a bad name": (
        plugin(formats=[Format.from_render("A b", lambda _reports, _lang: "")]),
        "'A b' is not a valid name for a report format",
    ),
    "gives a format that is no class": (
        plugin(formats=[lambda: ""]),
        "docxlint_formats returned a function, not a Format",
    ),
    "takes a name of ours": (
        plugin(kinds=[kind("equation")]),
        "the name 'equation' is already used",
    ),
    "takes a name of another": (plugin(kinds=[kind("good")]), "the name 'good' is already used"),
    "takes a name twice": (
        plugin(kinds=[kind("twice"), kind("twice")]),
        "the name 'twice' is already used",
    ),
    "implements a hook that there is not": (
        plugin(kindz=[]),
        "PluginValidationError: unknown hook 'docxlint_kindz' in plugin",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_faulty_plugin_is_named_and_others_are_still_used(
    install: Callable[..., None], case: str
) -> None:
    broken, message = BROKEN[case]
    install(good=plugin(kinds=[kind("good")]), toy=broken, zebra=plugin(kinds=[kind("zebra")]))
    offered = collect_plugins(builtin)
    (fault,) = offered.faults
    assert fault.startswith(f"toy 1.2.3: {message}")
    assert {"good", "zebra", "equation"} <= set(offered.kinds)
    assert offered.origins == {"good": "good 1.2.3", "zebra": "zebra 1.2.3"}


def test_nothing_of_a_faulty_plugin_is_used(install: Callable[..., None]) -> None:
    install(toy=plugin(kinds=[kind("toy")], packs=["nonsense"]))
    assert "toy" not in collect_plugins(builtin).kinds


def test_a_plugin_with_a_pack_of_a_used_name_is_faulty(
    install: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "annual-report").mkdir()
    (tmp_path / "annual-report" / "pack.yaml").touch()
    install(toy=plugin(packs=[tmp_path]))
    offered = collect_plugins(builtin)
    assert offered.faults == ("toy 1.2.3: the name 'annual-report' is already used",)
    assert tmp_path not in offered.packs


def test_require_plugins_raises_for_a_faulty_plugin(install: Callable[..., None]) -> None:
    install(toy=ImportError("no such module"))
    with pytest.raises(PluginFault, match=r"^toy 1\.2\.3: ImportError: no such module$"):
        require_plugins()
    assert "equation" in require_plugins(installed=False).kinds


@pytest.mark.parametrize("fault", [ValueError("no"), SystemExit(0), "nonsense"])
def test_an_error_of_verify_names_the_plugin(install: Callable[..., None], fault: Any) -> None:
    def verify(_options: Any, _form: Any) -> Iterator[Any]:
        if isinstance(fault, BaseException):
            raise fault
        yield fault

    one = Kind("toy", Options, lambda _filled, _options: iter(()), verify)
    install(toy=plugin(kinds=[one]))
    form: Any = None
    with pytest.raises(PluginFault, match=r"^toy 1\.2\.3: "):
        list(collect_plugins(builtin).kinds["toy"].verify(Options(), form))


def test_a_kind_of_a_plugin_can_be_sent_to_another_process(install: Callable[..., None]) -> None:
    install(toy=plugin(kinds=[Kind("toy", Options, lambda _bound, _options: iter(()))]))
    kind = collect_plugins(builtin).kinds["toy"]
    assert pickle.loads(pickle.dumps(kind)) == kind  # noqa: S301 - our own


def test_installed_plugins_may_be_left_out(install: Callable[..., None]) -> None:
    install(toy=ImportError("never loaded"))
    assert "equation" in collect_plugins(builtin, installed=False).kinds
