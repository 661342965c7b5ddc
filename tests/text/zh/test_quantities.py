from __future__ import annotations

from decimal import Decimal

import pytest

from docxlint.text.zh.quantities import find_quantities, number, quantity_at


def read(text: str) -> list[tuple[str, str, str]]:
    return [
        (text[q.start : q.end], f"{q.value.normalize():f}", q.unit) for q in find_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("105条", "105", "条"),
        ("1,009条", "1009", "条"),
        ("1，009条", "1009", "条"),
        ("1,234,567元", "1234567", "元"),
        ("３５件", "35", "件"),
        ("１，００９条", "1009", "条"),
        ("三十五件", "35", "件"),
        ("十二份", "12", "份"),
        ("一百零五条", "105", "条"),
        ("两千三百条", "2300", "条"),
        ("一千二百万元", "12000000", "元"),
        ("二〇二三条", "2023", "条"),
        ("二◯条", "20", "条"),
        ("二0条", "20", "条"),
        ("一O五件", "105", "件"),
        ("6.8万次", "68000", "次"),
        ("1.2万余条", "12000", "条"),
        ("3亿元", "300000000", "元"),
        ("100多万元", "1000000", "元"),
        ("26.55万元", "265500", "元"),
        ("185人次", "185", "人次"),
        ("50余场（次）", "50", "场"),
        ("12.5%", "12.5", "%"),
        ("12.5％", "12.5", "%"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: str, unit: str) -> None:
    assert read(f"共{text}，") == [(text, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "第3条",
        "第三条",
        "第二十条、二十一条",
        "第3季度",
        "2023年",
        "12月底",
        "1月15日",
        "3个月",
        "5个工作日",
        "2个百分点",
        "〔2023〕12号",
        "3—5件",
        "三至五件",
        "12345热线",
        "COVID19例",
        "统一条件",
        "每一件",
        "第一批次",
        "三部分",
        "共计条目",
        "二十届三中全会",
    ],
)
def test_what_is_no_quantity_is_not_read(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "1000余条",
        "约30份",
        "近100条",
        "100条以上",
        "超过100条",
        "逾100条",
        "30件左右",
        "数十件",
        "上千条",
        "100多条",
        "不少于10场",
        "1.2万余条",
        "几十条",
    ],
)
def test_a_round_number_is_not_exact(text: str) -> None:
    (quantity,) = find_quantities(f"共{text}。")
    assert not quantity.exact


@pytest.mark.parametrize("text", ["多达30条", "网上30条", "达到30条", "为30条", "共30条。以上"])
def test_other_words_leave_a_number_exact(text: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.exact


@pytest.mark.parametrize(
    "text",
    [
        "较上年增加239条",
        "比2022年增加41条",
        "同比减少5条",
        "较上年度多5条",
        "增加了7条",
        "比去年减少政策文件3条",
    ],
)
def test_a_change_differs_from_a_number_of_things(text: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.moved


@pytest.mark.parametrize(
    "text", ["新增信息56条", "占比低，30条", "较大信息30条", "增加公示栏3个", "对比评比30条"]
)
def test_what_is_new_or_compared_otherwise_is_no_change(text: str) -> None:
    (quantity,) = find_quantities(text)
    assert not quantity.moved


@pytest.mark.parametrize(
    "text", ["2022年公开30条", "去年30条", "各30条", "平均30条", "一条便捷的渠道"]
)
def test_what_may_count_nothing_here_is_doubtful(text: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.doubtful


@pytest.mark.parametrize("text", ["上年结转3件", "2022年结转3件", "政策一条，"])
def test_what_is_carried_over_is_not_doubtful(text: str) -> None:
    (quantity,) = find_quantities(text)
    assert not quantity.doubtful


def test_the_last_digit_tells_how_far_a_number_may_be_off() -> None:
    steps = [
        quantity.slack
        for quantity in find_quantities("68000次，6.8万次，20万元，26.55万元，12.5%，三万条")
    ]
    assert steps == [0, 500, 5000, 50, Decimal("0.05"), 5000]


def test_a_quantity_is_read_alone_as_among_others() -> None:
    text = "收到申请1,025件，较上年增加3件，约三十份，第5条，网站12.5万余次。"
    alone = [quantity for at in range(len(text)) if (quantity := quantity_at(text, at)) is not None]
    among = list(find_quantities(text))
    assert [quantity for quantity in alone if quantity.start in {q.start for q in among}] == among


@pytest.mark.parametrize(("text", "value"), [("百分之三十", "30"), ("百分之12.5", "12.5")])
def test_a_share_in_words_is_read(text: str, value: str) -> None:
    assert read(f"占{text}。") == [(text, value, "%")]


@pytest.mark.parametrize("text", ["", "条", "12a", "百分", "1.2.3", "万万条"])
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert number(text) is None


def test_a_long_run_of_digits_or_numerals_is_read_in_time() -> None:
    for text in ("9" * 20000, "1," * 20000, "一" * 20000, "约" * 20000, "1 " * 20000):
        assert len(list(find_quantities(text))) == 0
