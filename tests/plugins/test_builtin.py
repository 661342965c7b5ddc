"""The built-in plugin finds kinds and formats by module."""

from __future__ import annotations

from pkgutil import iter_modules

from docxlint.plugins import builtin
from docxlint.report import formats
from docxlint.rules import kinds


def test_each_module_of_kinds_has_a_kind_of_the_same_name() -> None:
    names = {kind.name for kind in builtin.docxlint_kinds()}
    modules = {module.name.replace("_", "-") for module in iter_modules(kinds.__path__)}
    assert names == modules


def test_each_module_of_formats_has_a_format_of_the_same_name() -> None:
    names = {form.name for form in builtin.docxlint_formats()}
    assert names == {module.name for module in iter_modules(formats.__path__)}


def test_the_shipped_packs_are_offered() -> None:
    (folder,) = builtin.docxlint_packs()
    assert (folder / "annual-report" / "pack.yaml").is_file()
