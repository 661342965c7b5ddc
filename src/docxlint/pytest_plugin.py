"""The pytest plugin: each pack.yaml that pytest collects gives a test for each example.

pytest finds a pack.yaml like a test file. The ini option `docxlint_packs` names more packs, by
folder (relative to pytest's root) or by name; they are collected unless files are named on the
command line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

# No other module of docxlint is imported until a pack is collected.
if TYPE_CHECKING:
    from docxlint.author.faults import Failure
    from docxlint.plugins.hooks import Plugins

_FILE = "pack.yaml"
_OPTION = "docxlint_packs"
_LANGUAGE = "docxlint_lang"


class PackTestFailed(Exception):
    """The failures of a test of a pack, as text for its author."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the ini options."""
    parser.addini(_OPTION, "packs of docxlint to test: folders or names", type="linelist")
    parser.addini(_LANGUAGE, "the language of docxlint's messages: zh or en", default="zh")


def pytest_configure(config: pytest.Config) -> None:
    """Collect the packs of the ini option, unless files are named on the command line."""
    names = config.getini(_OPTION)
    if names and config.args_source is not pytest.Config.ArgsSource.ARGS:
        config.args += [str(_pack_file(config, name)) for name in names]


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    """Collect a pack.yaml."""
    if file_path.name != _FILE:
        return None
    # pytest gives no name to a file outside its root.
    name = Path(os.path.relpath(file_path, parent.config.rootpath)).as_posix()
    return PackFile.from_parent(parent, path=file_path, nodeid=name)


class PackFile(pytest.File):
    """A pack, with tests of its good document, its rules and its examples."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the tests of the pack, or one failing test if a line is not filled in."""
        from docxlint.author.pack_tests import pack_tests
        from docxlint.author.unfilled_marks import find_unfilled_lines
        from docxlint.packs import load

        folder = self.path.parent
        unfilled = tuple(find_unfilled_lines(folder))
        if unfilled:
            yield PackItem.from_parent(self, name="filled-in", failures=lambda: unfilled)
            return
        offered = _plugins()
        pack = load(folder, offered.kinds, examples=True, folders=offered.packs)
        for test in pack_tests(pack):
            yield PackItem.from_parent(self, name=test.name, failures=test.failures)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ARG002 - an item's signature
        """Return the faults of a pack as `docxlint test` shows them."""
        from docxlint.packs import PackFault
        from docxlint.plugins.checked_kind import PluginFault

        if isinstance(excinfo.value, PackFault):
            lang = self.config.getini(_LANGUAGE)
            return "\n".join(fault.text(lang) for fault in excinfo.value.faults)
        if isinstance(excinfo.value, PluginFault):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class PackItem(pytest.Item):
    """A test of a pack; failures are shown as text, without a traceback."""

    def __init__(self, *, failures: Callable[[], Iterable[Failure]], **more: Any) -> None:
        super().__init__(**more)
        self._failures = failures

    def runtest(self) -> None:
        """Run the test. Raises PackTestFailed with all failures."""
        lang = self.config.getini(_LANGUAGE)
        failures = [failure.text(lang, self.path.parent.name) for failure in self._failures()]
        if failures:
            raise PackTestFailed("".join(failures).rstrip("\n"))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return the failures, without a traceback."""
        if isinstance(excinfo.value, PackTestFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return the path of the pack and the name of the test."""
        return self.path, None, f"{self.path.parent.name}: {self.name}"


@cache
def _plugins() -> Plugins:
    from docxlint.plugins.available import require_plugins  # slow, and needed only for packs

    return require_plugins()


def _pack_file(config: pytest.Config, name: str) -> Path:
    from docxlint.packs import NoSuchPack, find
    from docxlint.plugins.checked_kind import PluginFault

    try:
        folder = config.rootpath / name
        if not (folder / _FILE).is_file():
            folder = find(name, _plugins().packs)
    except NoSuchPack as fault:
        lang = config.getini(_LANGUAGE)
        raise pytest.UsageError(f"{_OPTION}: {fault.message.text(lang)}") from fault
    except PluginFault as fault:
        raise pytest.UsageError(str(fault)) from fault
    return folder / _FILE
