"""The public names of the package, and what it costs to import it."""

from __future__ import annotations

import subprocess
import sys

import docxlint


def test_every_public_name_is_there_and_is_listed() -> None:
    for name in docxlint.__all__:
        assert getattr(docxlint, name) is not None
    assert set(docxlint.__all__) <= set(dir(docxlint))


def test_importing_the_package_imports_nothing_else() -> None:
    code = (
        "import sys, docxlint\n"
        "print([name for name in sys.modules if name.startswith('docxlint.')])\n"
        "print([name for name in ('lxml', 'msgspec', 'click', 'yaml') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n[]\n"


def test_the_public_exceptions_are_what_the_functions_raise() -> None:
    for name in ("SiteFault", "NoSuchPack", "PackFault", "PluginFault"):
        assert issubclass(getattr(docxlint, name), Exception)


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(docxlint, "no_such_name")
