from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from docxlint.core.finding import PackId, Severity
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm
from docxlint.form.schema import Form, TitleForm
from docxlint.rules.rule import Example, Kind, Outcome, Pack, Rule, broken_rule

FORM = Form(TitleForm("报告", "{organ}{year}年报告"), ())
FIRST = Example(finds=(), swap={"甲": "乙"})
SECOND = Example(finds=(), swap={"乙": "丙"})


class Options(msgspec.Struct, frozen=True):
    word: str = ""


def run(_bound: BoundForm, _options: Options) -> Iterator[Outcome]:
    return iter(())


def pack(name: str, version: str = "1.0.0", **fields: Any) -> Pack:
    return Pack(
        name=name, version=version, title=Message(name, name), form=FORM, rules=(), **fields
    )


def test_a_kind_without_verify_has_no_faults() -> None:
    kind = Kind(name="toy", options=Options, run=run)
    assert list(kind.verify(Options(), FORM)) == []
    assert kind.equations is None


def test_a_pack_lists_its_bases_from_the_nearest_to_the_last() -> None:
    nation = pack("nation", "2.0.0")
    province = pack("province", "1.1.0", base=nation)
    county = pack("county", base=province)
    assert [each.name for each in county.lineage()] == ["county", "province", "nation"]
    assert county.bases == (PackId("province", "1.1.0"), PackId("nation", "2.0.0"))
    assert nation.bases == ()


def test_the_changes_of_the_good_document_run_from_the_last_base_to_the_pack() -> None:
    nation = pack("nation", good_file="good.md")
    province = pack("province", base=nation, good=FIRST)
    assert pack("county", base=province, good=SECOND).good_changes == (FIRST, SECOND)
    assert pack("city", base=province).good_changes == (FIRST,)


def test_a_pack_with_a_file_of_its_own_ignores_the_changes_of_its_base() -> None:
    province = pack("province", base=pack("nation", good_file="good.md"), good=FIRST)
    assert pack("county", base=province, good_file="good.md").good_changes == ()


@pytest.mark.parametrize(
    ("origins", "subject"),
    [({}, "words (toy)"), ({"toy": "plug 1.2.3"}, "words (toy, plug 1.2.3)")],
)
def test_a_broken_rule_names_its_kind_its_plugin_and_the_error(
    origins: dict[str, str], subject: str
) -> None:
    rule = Rule(
        name="words",
        title=Message("", ""),
        severity=Severity.ERROR,
        source="test",
        kind=Kind(name="toy", options=Options, run=run),
        options=Options(),
    )
    broken = broken_rule(rule, ValueError("no"), origins)
    assert (broken.subject, broken.reason) == (subject, "ValueError: no")
