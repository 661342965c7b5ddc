"""A fault as text: the line framed, the place marked, nothing unprintable let through."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from docxlint.core.message import Message
from docxlint.packs import NoSuchPack, PackFault, SourceFault, load
from docxlint.packs.yaml.source_faults import did_you_mean, nearest

Write = Callable[..., Path]


def only(folder: Path, tiny: SimpleNamespace) -> SourceFault:
    with pytest.raises(PackFault) as caught:
        load(folder, tiny.kinds)
    (fault,) = caught.value.faults
    assert str(caught.value) == fault.text("en")
    return fault


def test_a_fault_shows_its_line_and_marks_the_place(write: Write, tiny: SimpleNamespace) -> None:
    rule = tiny.files["rules/balance.yaml"].replace("new + old", "nwe + old")
    fault = only(write({"rules/balance.yaml": rule}), tiny)
    assert fault.text("en") == (
        "tiny/rules/balance.yaml:8:12: there is no row “nwe”\n"
        "  8 |     holds: nwe + old = done\n"
        "    |            ^^^\n"
        "  did you mean “new”?"
    )
    assert fault.text("zh") == (
        "tiny/rules/balance.yaml:8:12: 没有行“nwe”\n"
        "  8 |     holds: nwe + old = done\n"
        "    |            ^^^\n"
        "  你是不是想写“new”？"
    )


def test_a_mark_stands_below_wide_characters(write: Write, tiny: SimpleNamespace) -> None:
    form = tiny.files["form.yaml"].replace("{办完: [done]}", "{办完: [done], 没办完: [不]}")
    fault = only(write({"form.yaml": form}), tiny)
    assert fault.text("en") == (
        "tiny/form.yaml:21:54: the table has no row “不”\n"
        "  21 |     former: {columns: [合计], rows: {办完: [done], 没办完: [不]}}\n"
        "     |                                                             ^^"
    )


def test_several_faults_are_listed_in_order(write: Write, tiny: SimpleNamespace) -> None:
    folder = write({"form.yaml": None, "pack.yaml": tiny.files["pack.yaml"].replace("1.0.0", "1")})
    with pytest.raises(PackFault) as caught:
        load(folder, tiny.kinds)
    assert str(caught.value) == (
        "tiny/pack.yaml:1:1: there is no file “form.yaml” in the pack\n"
        "  1 | name: tiny\n"
        "    | ^\n"
        "tiny/pack.yaml:2:10: a version is MAJOR.MINOR.PATCH, not “1”\n"
        "  2 | version: 1\n"
        "    |          ^"
    )


def test_what_is_not_printable_is_shown_by_its_escape(write: Write, tiny: SimpleNamespace) -> None:
    rule = tiny.files["rules/balance.yaml"].replace(
        "table: sums", 'table: "a\\e[31m\u202eb" # \u202e'
    )
    text = only(write({"rules/balance.yaml": rule}), tiny).text("en")
    assert text == (
        "tiny/rules/balance.yaml:7:12: there is no table “a\\x1b[31m\\u202eb”\n"
        '  7 |     table: "a\\e[31m\\u202eb" # \\u202e\n'
        "    |            ^"
    )


def test_a_file_without_a_line_to_show_is_only_named() -> None:
    fault = SourceFault("tiny/pack.yaml", 1, 1, Message(zh="没有", en="it is not there"))
    assert fault.text("en") == "tiny/pack.yaml:1:1: it is not there"


def test_of_a_long_line_only_the_neighbourhood_is_shown() -> None:
    line = "x" * 500 + "y" + "z" * 500
    fault = SourceFault("f", 3, 501, Message(zh="错", en="wrong"), None, line)
    _, line, mark = fault.text("en").split("\n")
    assert line == "  3 | …" + "x" * 50 + "y" + "z" * 49 + "…"
    assert mark.index("^") == line.index("y")
    assert mark.count("^") == 1


def test_a_hint_is_given_only_where_something_is_near() -> None:
    assert nearest("requets", ("review", "requests")) == "requests"
    assert nearest("商业公司", ("自然人", "商业企业")) is None
    assert nearest("科研机购", ("商业企业", "科研机构")) == "科研机构"
    assert did_you_mean("x", ("yes", "no")) is None
    assert did_you_mean("", ("a",)) is None
    assert did_you_mean("tabel", ()) is None


def test_a_fault_of_a_pack_survives_the_way_between_processes() -> None:
    fault = PackFault([SourceFault("f", 1, 2, Message(zh="错", en="wrong"))])
    again = pickle.loads(pickle.dumps(fault))  # noqa: S301 - our own bytes
    assert again.faults == fault.faults
    assert str(again) == "f:1:2: wrong"
    missing = pickle.loads(pickle.dumps(NoSuchPack("alhpa", ("alpha",))))  # noqa: S301
    assert (missing.hint, missing.candidates) == (did_you_mean("alhpa", ("alpha",)), ("alpha",))
