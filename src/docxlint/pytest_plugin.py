"""For pytest: every pack.yaml that is collected gives one test for each of the pack's examples.

A pack is collected where pytest finds its pack.yaml, like a test file. The ini option
`docxlint_packs` names more, by folder (from pytest's root) or by the name under which a plugin
offers it; they are collected whenever pytest is not asked for certain files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

# Nothing else of docxlint is imported before there is a pack to collect.
if TYPE_CHECKING:
    from docxlint.author.faults import Failure
    from docxlint.plugins.hooks import Plugins

_FILE = "pack.yaml"
_OPTION = "docxlint_packs"
_LANGUAGE = "docxlint_lang"


class NotKept(Exception):
    """What a pack does not keep of what it says, in words for its author."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The ini options."""
    parser.addini(_OPTION, "packs of docxlint to prove: folders, or names", type="linelist")
    parser.addini(_LANGUAGE, "the language of what docxlint says: zh or en", default="zh")


def pytest_configure(config: pytest.Config) -> None:
    """Adds the packs of the ini option to what is collected, unless files were asked for."""
    names = config.getini(_OPTION)
    if names and config.args_source is not pytest.Config.ArgsSource.ARGS:
        config.args += [str(_pack_file(config, name)) for name in names]


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    """A pack, where the file is a pack's own."""
    if file_path.name != _FILE:
        return None
    # pytest gives what lies outside its root no name of its own.
    name = Path(os.path.relpath(file_path, parent.config.rootpath)).as_posix()
    return PackFile.from_parent(parent, path=file_path, nodeid=name)


class PackFile(pytest.File):
    """A pack, with a test for its good document and for each rule and example."""

    def collect(self) -> Iterator[pytest.Item]:
        """The cases of the pack; one that fails for each line that is not filled in."""
        from docxlint.author.prove import cases
        from docxlint.author.unfilled_marks import unfilled
        from docxlint.packs import load

        folder = self.path.parent
        blanks = tuple(unfilled(folder))
        if blanks:
            yield Proof.from_parent(self, name="filled-in", failures=lambda: blanks)
            return
        offered = _offered()
        pack = load(folder, offered.kinds, examples=True, folders=offered.packs)
        for case in cases(pack):
            yield Proof.from_parent(self, name=case.name, failures=case.failures)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ARG002 - an item's signature
        """The faults of a pack as the command shows them."""
        from docxlint.packs import PackFault
        from docxlint.plugins.checked_kind import PluginFault

        if isinstance(excinfo.value, PackFault):
            lang = self.config.getini(_LANGUAGE)
            return "\n".join(fault.text(lang) for fault in excinfo.value.faults)
        if isinstance(excinfo.value, PluginFault):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class Proof(pytest.Item):
    """A test of a pack; what fails is told in words, without a traceback."""

    def __init__(self, *, failures: Callable[[], Iterable[Failure]], **more: Any) -> None:
        super().__init__(**more)
        self._failures = failures

    def runtest(self) -> None:
        """Fails with all that is not kept."""
        lang = self.config.getini(_LANGUAGE)
        failures = [failure.text(lang, self.path.parent.name) for failure in self._failures()]
        if failures:
            raise NotKept("".join(failures).rstrip("\n"))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What is not kept, without a traceback."""
        if isinstance(excinfo.value, NotKept):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the pack is, and what is proved of it."""
        return self.path, None, f"{self.path.parent.name}: {self.name}"


@cache
def _offered() -> Plugins:
    from docxlint.plugins.available import require_plugins  # only packs pay for it

    return require_plugins()


def _pack_file(config: pytest.Config, name: str) -> Path:
    from docxlint.packs import NoSuchPack, find
    from docxlint.plugins.checked_kind import PluginFault

    try:
        folder = config.rootpath / name
        if not (folder / _FILE).is_file():
            folder = find(name, _offered().packs)
    except NoSuchPack as fault:
        lang = config.getini(_LANGUAGE)
        raise pytest.UsageError(f"{_OPTION}: {fault.message.text(lang)}") from fault
    except PluginFault as fault:
        raise pytest.UsageError(str(fault)) from fault
    return folder / _FILE
