import pickle

import msgspec
import pytest

from docxlint.core.reference import (
    SIGNATURE,
    SIGNATURE_DATE,
    SIGNATURE_ORGAN,
    TITLE,
    ColumnRef,
    FigureRef,
    Reference,
    RowRef,
    SectionRef,
    TableRef,
)
from docxlint.core.regex import InvalidOption

FIGURE = FigureRef("requests", "new", "people")


@pytest.mark.parametrize(
    ("part", "within", "covers"),
    [
        (FIGURE, FIGURE, True),
        (RowRef("requests", "new"), FIGURE, True),
        (ColumnRef("requests", "people"), FIGURE, True),
        (ColumnRef("requests", "firms"), FIGURE, False),
        (ColumnRef("requests", "people"), RowRef("requests", "new"), False),
        (TableRef("requests"), FIGURE, True),
        (TableRef("request"), FIGURE, False),
        (FIGURE, RowRef("requests", "new"), False),
        (SectionRef("requests"), TableRef("requests"), False),
        (SIGNATURE, SIGNATURE_DATE, True),
        (SIGNATURE_DATE, SIGNATURE_ORGAN, False),
        (TITLE, SIGNATURE, False),
    ],
)
def test_a_part_covers_itself_and_the_parts_within_it(
    part: Reference, within: Reference, covers: bool
) -> None:
    assert part.covers(within) is covers


def test_a_reference_is_written_as_in_a_pack() -> None:
    refs = (SectionRef("other"), TableRef("requests"), RowRef("requests", "new"), FIGURE)
    assert list(map(str, refs)) == ["other", "requests", "new", "requests.new.people"]
    assert str(ColumnRef.parse("people")) == "people"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("people", "“people” should be written as “row.column”, or “table.row.column”"),
        ("new.people", "“new.people” does not say which table"),
    ],
)
def test_a_figure_needs_its_full_name(text: str, message: str) -> None:
    with pytest.raises(InvalidOption) as caught:
        FigureRef.parse(text)
    assert caught.value.message.en == message


def test_references_keep_their_type_in_json_and_pickle() -> None:
    refs = (TITLE, SIGNATURE_DATE, SectionRef("other"), ColumnRef("requests", "people"), FIGURE)
    assert msgspec.json.decode(msgspec.json.encode(refs), type=tuple[Reference, ...]) == refs
    assert pickle.loads(pickle.dumps(refs)) == refs  # noqa: S301 - written above
