"""What a pack may write for the checks that compare years, and what is said of a mistake."""

import pytest

from docxlint.core.option_types import InvalidOption, Regex
from docxlint.core.reference import PlaceRef
from docxlint.rules.kinds.deadline import KIND as DEADLINE
from docxlint.rules.kinds.deadline import MonthDay, Window
from docxlint.rules.kinds.deadline import Options as Windows
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
def test_a_year_pattern_that_cannot_be_used_is_malformed(text: str) -> None:
    with pytest.raises(InvalidOption):
        YearPattern.parse(text)


def test_brackets_that_group_nothing_are_no_groups() -> None:
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


@pytest.mark.parametrize("text", ["1-31", "02-30", "02-29", "13-01", "1月31日", ""])
def test_a_day_that_is_not_in_every_year_is_malformed(text: str) -> None:
    with pytest.raises(InvalidOption):
        MonthDay.parse(text)


def test_windows_that_make_no_sense_are_faults(national: Pack) -> None:
    first, last = MonthDay.parse("01-01"), MonthDay.parse("01-31")
    any_organ = Window(first, last)
    some = Window(first, last, organ=Regex.parse("县$"))
    assert list(DEADLINE.verify(Windows((some, any_organ)), national.form)) == []
    faults = {
        "none": Windows(()),
        "turned": Windows((Window(last, first),)),
        "unreached": Windows((any_organ, some)),
    }
    paths = {k: [f.path for f in DEADLINE.verify(v, national.form)] for k, v in faults.items()}
    assert paths == {
        "none": [("windows",)],
        "turned": [("windows", 0, "until")],
        "unreached": [("windows", 1)],
    }
