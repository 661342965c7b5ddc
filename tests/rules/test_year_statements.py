"""The options of the kinds that compare years."""

import pytest

from docxlint.core.reference import PlaceRef
from docxlint.core.regex import InvalidOption
from docxlint.rules.kinds.plans import Options as Plans
from docxlint.rules.kinds.year import Options as Years
from docxlint.rules.references import reference_faults
from docxlint.rules.rule import Pack
from docxlint.rules.text_patterns import YearPattern
from docxlint.rules.year_statements import Statement
from docxlint.text.zh import LANGUAGE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本报告是2023年的", ["2023"]),
        ("本报告是 ２０２３ 年的", ["２０２３"]),
        ("本报告是二〇二三年的", ["二〇二三"]),
        ("本报告是二◯二三年的", ["二◯二三"]),
        ("本报告是二0二三年的", ["二0二三"]),
        ("本报告是2○23年的", ["2○23"]),
        ("本报告是23年的", []),
        ("本报告是2023号的", []),
    ],
)
def test_a_year_pattern_finds_a_year_in_any_writing(text: str, found: list[str]) -> None:
    pattern = YearPattern.parse(r"本报告是\s*{year}的")
    assert [text[start:end] for start, end in pattern.regex(LANGUAGE).spans(text)] == found


@pytest.mark.parametrize(
    "text", ["本报告", "(本|该)报告{year}", "{year}(度)?", "(?P<which>本)报告{year}", "[{year}"]
)
def test_a_malformed_year_pattern_is_an_invalid_option(text: str) -> None:
    with pytest.raises(InvalidOption):
        YearPattern.parse(text)


def test_brackets_without_capture_are_allowed() -> None:
    pattern = YearPattern.parse(r"[(（](?:本|该)报告\({year}度?")
    assert pattern.regex(LANGUAGE).matches("(本报告(2023年度")


def test_sections_that_the_form_does_not_have_are_named(national: Pack) -> None:
    pattern = YearPattern.parse("{year}")
    good = Statement(pattern, sections=(PlaceRef("front"), PlaceRef("extra"), PlaceRef("problems")))
    bad = Statement(pattern, sections=(PlaceRef("front"), PlaceRef("problem")))
    assert list(reference_faults(Years((good,)), national.form)) == []
    (fault,) = reference_faults(Years((good, bad)), national.form)
    assert (fault.path, fault.given) == (("statements", 1, "sections", 1), "problem")
    assert "problems" in fault.candidates
    (fault,) = reference_faults(Plans((bad,)), national.form)
    assert fault.path == ("plans", 0, "sections", 1)
