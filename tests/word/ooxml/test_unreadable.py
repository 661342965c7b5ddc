"""Faults carry a code and parameters, also between processes."""

from __future__ import annotations

import pickle

from docxlint.word.ooxml.unreadable import Code, Unreadable, printable


def test_a_fault_carries_its_code_and_parameters() -> None:
    fault = Unreadable(Code.MALFORMED, part="word/document.xml", line=3)
    assert fault.code == Code.MALFORMED
    assert fault.parameters == {"part": "word/document.xml", "line": 3}
    assert str(fault) == "malformed (part='word/document.xml', line=3)"
    assert str(Unreadable(Code.EMPTY)) == "empty"


def test_a_fault_survives_pickling() -> None:
    fault = pickle.loads(pickle.dumps(Unreadable(Code.TOO_LARGE, limit=7)))  # noqa: S301 - ours
    assert isinstance(fault, Unreadable)
    assert (fault.code, fault.parameters) == (Code.TOO_LARGE, {"limit": 7})


def test_codes_are_unique() -> None:
    assert len({code.value for code in Code}) == len(Code.__members__)


def test_a_name_is_made_printable_and_short() -> None:
    assert printable("word/\x1bdocument.xml") == "word/?document.xml"
    assert len(printable("x" * 200)) == 60
