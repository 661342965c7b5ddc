import pytest

from docxlint.core.document import Paragraph
from docxlint.core.location import Location
from docxlint.form.find_title import find_title
from docxlint.form.schema import TitleForm
from docxlint.text.zh import LANGUAGE

FORM = TitleForm(
    name="安全生产工作年度报告",
    wording="{organ}{year}年安全生产工作年度报告",
    kin=("安全生产", "工作总结"),
)


def front(*lines: str) -> list[Paragraph]:
    return [
        Paragraph(text=line, location=Location("document.xml", f"/w:document/w:body/w:p[{i}]"))
        for i, line in enumerate(lines, 1)
    ]


@pytest.mark.parametrize(
    ("lines", "organ", "year"),
    [
        (["某县人民政府2023年安全生产工作年度报告"], "某县人民政府", 2023),
        (["某县人民政府", "2023年安全生产工作年度报告"], "某县人民政府", 2023),
        (["某县人民政府", "2023 年安全生产", "工作年度报告"], "某县人民政府", 2023),
        (["某县人民政府", "2023年", "安全生产工作年度报告"], "某县人民政府", 2023),
        (["某乡", "某乡人民政府 2021年安全生产工作年度报告"], "某乡人民政府", 2021),
        (["某县人民政府二〇二三年安全生产工作年度报告"], "某县人民政府", 2023),
        (["某县人民政府2023年度安全生产工作年度报告"], "某县人民政府", 2023),
        (["某乡2023年安全生产工作总结"], "某乡", 2023),
        (["某县人民政府安全生产工作年度报告"], "某县人民政府", None),
        (["", "某局", "", "２０２３年安全生产工作年度报告"], "某局", 2023),
    ],
)
def test_a_title_gives_organ_and_year_however_it_is_broken(
    lines: list[str], organ: str, year: int | None
) -> None:
    title = find_title(front(*lines), FORM, LANGUAGE)
    assert title is not None
    assert (title.organ, title.year) == (organ, year)


def test_a_sentence_that_names_the_report_is_no_title() -> None:
    assert find_title(front("现公布某县2023年安全生产工作年度报告。"), FORM, LANGUAGE) is None


def test_a_title_line_that_comes_twice_is_kept_as_a_repetition() -> None:
    title = find_title(
        front("某局", "2023年安全生产工作年度报告", "2023年安全生产工作年度报告"), FORM, LANGUAGE
    )
    assert title is not None
    assert title.repeats is not None
    assert title.repeats.location.path.endswith("p[3]")


def test_a_document_without_title_has_none() -> None:
    assert find_title(front("", "目录"), FORM, LANGUAGE) is None


@pytest.mark.parametrize(
    "year",
    [
        "二○二三",
        "二〇二三",
        "二零二三",
        "二O二三",
        "二o二三",
        "二◯二三",
        "２０２３",
        "二0二三",
        "两〇二三",
        "2○23",
    ],
)
def test_a_title_gives_its_year_however_its_zero_is_typed(year: str) -> None:
    for lines in (
        (f"某县{year}年安全生产工作年度报告",),
        ("某县", f"{year}年", "安全生产工作年度报告"),
    ):
        title = find_title(front(*lines), FORM, LANGUAGE)
        assert title is not None
        assert (title.organ, title.year) == ("某县", 2023)
