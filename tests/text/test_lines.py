import pytest

from docxlint.core.document import Paragraph
from docxlint.core.location import Location
from docxlint.text.lines import displaced, split_lines
from docxlint.text.zh import LANGUAGE

PLACE = Location("word/document.xml", "/w:document/w:body/w:p[1]")


def test_a_line_has_its_number_and_its_rest() -> None:
    (line,) = split_lines(Paragraph(" （一） 主动公开 ", PLACE), PLACE, LANGUAGE.headings)
    assert line.number is not None
    assert (line.number.value, line.rest) == (1, "主动公开")


def test_blank_lines_are_left_out_and_positions_are_those_of_the_paragraph() -> None:
    text = "甲\n\n  2.乙"
    lines = list(split_lines(Paragraph(text, PLACE), PLACE, LANGUAGE.headings))
    assert [line.text for line in lines] == ["甲", "  2.乙"]
    assert [text[line.start :][: len(line.text)] for line in lines] == ["甲", "  2.乙"]


def test_the_location_of_a_number_has_no_blanks_around_it() -> None:
    text = "甲\n  2. 乙"
    line = list(split_lines(Paragraph(text, PLACE), PLACE, LANGUAGE.headings))[1]
    place = line.number_location
    assert text[place.start : place.end] == place.text == "2."


def test_a_line_without_a_number_has_an_empty_place_for_it() -> None:
    (line,) = split_lines(Paragraph("甲", PLACE), PLACE, LANGUAGE.headings)
    assert (line.number, line.rest, line.number_location.text) == (None, "甲", "")


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ([1, 2, 3], set()),
        ([], set()),
        ([1, 3, 2, 4], {3}),
        ([2, 3, 1], {1}),
        ([1, 4, 3, 2, 5], {3, 4}),
        ([1, 3, 4], set()),
        ([1, 2, 2], set()),
        ([3, 1, 2, 5, 4], {3, 5}),
        ([*range(2, 50_001), 1], {1}),
    ],
)
def test_the_fewest_numbers_are_displaced(numbers: list[int], wrong: set[int]) -> None:
    assert displaced(numbers) == wrong
