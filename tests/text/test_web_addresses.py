import pytest

from docxlint.text.web_addresses import addresses, covered


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("见http://www.a.gov.cn/xxgk。", "http://www.a.gov.cn/xxgk"),
        ("网址：www.a.gov.cn，电话", "www.a.gov.cn"),
        ("邮箱 a.b@c-d.com.cn。", "a.b@c-d.com.cn"),
        ("（xxgk.a.gov.cn/n1/index.html?x=(1)）", "xxgk.a.gov.cn/n1/index.html?x=(1)"),
        ("see (www.a.com).", "www.a.com"),
    ],
)
def test_an_address_ends_before_the_marks_of_the_sentence(text: str, address: str) -> None:
    ((start, end),) = addresses(text)
    assert text[start:end] == address


@pytest.mark.parametrize("text", ["没有网址", "2.5万元", "1.属于", "a.b"])
def test_other_text_has_no_address(text: str) -> None:
    assert addresses(text) == ()


def test_covered_characters_are_those_of_all_spans() -> None:
    assert covered([(0, 2), (1, 3), (5, 5)]) == {0, 1, 2}
