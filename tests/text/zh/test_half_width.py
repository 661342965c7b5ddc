import pytest

from docxlint.text.zh.half_width import wrong_marks


def mended(text: str) -> str:
    chars = list(text)
    for mark in wrong_marks(text):
        assert chars[mark.at] == mark.found
        chars[mark.at] = mark.expected
    return "".join(chars)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("公开信息,收到申请.", "公开信息，收到申请。"),
        ("情况如下:一是公开", "情况如下：一是公开"),
        ("某局(中心)公开", "某局（中心）公开"),
        ('落实"放管服"改革', "落实“放管服”改革"),
        ("根据<公开条例>公开", "根据《公开条例》公开"),
        ("根据《关于<公开条例>的通知》", "根据《关于〈公开条例〉的通知》"),
    ],
)
def test_half_width_marks_beside_chinese_are_wrong(text: str, right: str) -> None:
    assert mended(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "见www.a.gov.cn/x?y=(1)公开",
        "电话(0951)1234567公开",
        "收到1,009件、2.5万元",
        '买了55"电视机',
        "He said, yes. 公",
        "公开信息，收到申请。",
        "公开……",
    ],
)
def test_marks_of_addresses_numbers_and_latin_text_are_left_alone(text: str) -> None:
    assert mended(text) == text
