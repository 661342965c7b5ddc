"""A file as text, and faults placed in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docxlint.core.message import Message
from docxlint.packs.yaml import source_file
from docxlint.packs.yaml.nodes import Scalar
from docxlint.packs.yaml.source_faults import SourceFault
from docxlint.packs.yaml.source_file import Source, read

WRONG = Message(zh="错", en="wrong")


def test_a_file_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffa: 甲\r\nb: 乙".encode())
    source = read(path, "pack/a.yaml", [])
    assert source is not None
    assert (source.file, source.lines) == ("pack/a.yaml", ["a: 甲", "b: 乙"])
    assert source.line(2).text == "b: 乙"
    assert source.line(9).text == ""


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (None, (1, 1), "there is no such file"),
        (b"a: b\nc: \xff", (2, 4), "the file is not UTF-8"),
        (b"a: b\nc: \x07", (2, 4), "the character U+0007 has no place in YAML"),
        (b"x" * 17, (1, 1), "the file is larger than"),
    ],
)
def test_what_is_no_text_is_a_fault(
    data: bytes | None,
    place: tuple[int, int],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(source_file, "MAX_BYTES", 16)
    path = tmp_path / "a.yaml"
    if data is not None:
        path.write_bytes(data)
    faults: list[SourceFault] = []
    assert read(path, "a.yaml", faults) is None
    (fault,) = faults
    assert (fault.line, fault.column) == place
    assert fault.message.en.startswith(message)


def test_a_fault_of_a_scalar_marks_all_of_it() -> None:
    fault = Source("a.yaml", "key: value").fault(Scalar("value", 1, 6), WRONG)
    assert (fault.column, fault.width, fault.excerpt) == (6, 5, "key: value")
    quoted = Source("a.yaml", "key: 'value'").fault(Scalar("value", 1, 6, "'"), WRONG)
    assert (quoted.column, quoted.width) == (6, 7)


def test_a_fault_at_an_offset_marks_what_is_given() -> None:
    source = Source("a.yaml", "key: new = dine")
    fault = source.fault(Scalar("new = dine", 1, 6), WRONG, offset=6, given="dine")
    assert (fault.column, fault.width) == (12, 4)


def test_after_an_escape_the_fault_is_at_the_start() -> None:
    source = Source("a.yaml", 'key: "a\\tb = c"')
    fault = source.fault(Scalar("a\tb = c", 1, 6, '"'), WRONG, offset=6, given="c")
    assert (fault.column, fault.width) == (6, 1)
