"""References in the options of a plugin's kind, checked when a pack is loaded."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from docxlint.packs import PackFault, load
from docxlint.plugin import Kind, RowRef, SectionRef, TableRef


class Options(msgspec.Struct, frozen=True):
    table: TableRef
    row: RowRef
    sections: tuple[SectionRef, ...] = msgspec.field(default=(), name="in")


def _run(_bound: Any, _options: Options) -> Iterator[Any]:
    return iter(())


KINDS = {"probe": Kind("probe", Options, _run)}
RULE = """title: 有
severity: error
source: 无
expect:
  probe: {options}
"""


FIRST_COLUMN = len("  probe: ")


@pytest.fixture
def load_rule(write: Callable[..., Path], tiny: SimpleNamespace) -> Callable[[str], Any]:
    """Load the tiny pack with one rule of the kind above; give the rule's options."""

    def load_options(options: str) -> Any:
        others = {path: None for path in tiny.files if path.startswith("rules/")}
        rule = RULE.replace("{options}", options)
        (loaded,) = load(write({**others, "rules/probe.yaml": rule}), KINDS).rules
        return loaded.options

    return load_options


def test_options_hold_references(load_rule: Callable[[str], Any]) -> None:
    options = load_rule("{table: sums, row: done, in: [first]}")
    assert options == Options(TableRef("sums"), RowRef(None, "done"), (SectionRef("first"),))


@pytest.mark.parametrize(
    ("options", "wrong", "message", "hint"),
    [
        ("{table: sum, row: done}", "sum,", "the form has no table “sum”", "sums"),
        ("{table: sums, row: dome}", "dome", "table “sums” has no row “dome”", "done"),
        (
            "{table: sums, row: done, in: [second, frist]}",
            "frist",
            "the form has no section “frist”",
            "first",
        ),
    ],
)
def test_a_misspelt_name_is_reported_at_its_place_with_a_hint(
    options: str, wrong: str, message: str, hint: str, load_rule: Callable[[str], Any]
) -> None:
    with pytest.raises(PackFault) as caught:
        load_rule(options)
    (fault,) = caught.value.faults
    assert (fault.line, fault.column) == (5, FIRST_COLUMN + options.index(wrong) + 1)
    assert fault.message.en == message
    assert fault.hint is not None
    assert fault.hint.en == f"did you mean “{hint}”?"
