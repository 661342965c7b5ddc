"""Faults of a run become messages with exit status 2."""

from __future__ import annotations

import pytest

from docxlint.cli.output.streams import Fault
from docxlint.cli.run_faults import report_faults, unknown_name
from docxlint.core.message import Message
from docxlint.packs import NoSuchPack
from docxlint.plugins.checked_kind import PluginFault

UNKNOWN = Message(zh="没有“{given}”", en="no “{given}” (there is: {known})")


def test_a_similar_name_is_suggested() -> None:
    fault = unknown_name(UNKNOWN, "balnce", ["balance", "date"], "en")
    assert fault.message == "no “balnce” (there is: balance, date)\n  did you mean “balance”?"
    assert unknown_name(UNKNOWN, "zzz", ["balance"], "zh").message == "没有“zzz”"


def test_each_fault_of_a_plugin_has_a_line() -> None:
    with pytest.raises(Fault) as caught, report_faults("en"):
        raise PluginFault("a 1: wrong\nb 2: wrong")
    assert caught.value.message == "faulty plugin: a 1: wrong\n  b 2: wrong"
    assert caught.value.exit_code == 2


def test_a_pack_that_does_not_exist_comes_with_a_hint() -> None:
    with pytest.raises(Fault) as caught, report_faults("en"):
        raise NoSuchPack("aples", ["apples"])
    assert "“aples”" in caught.value.message
    assert "“apples”" in caught.value.message.splitlines()[1]


def test_other_errors_are_left_alone() -> None:
    with pytest.raises(ZeroDivisionError), report_faults("en"):
        raise ZeroDivisionError
