from collections.abc import Callable

from docxlint.form.bound import BoundForm

Fill = Callable[..., BoundForm]


def names(bound: BoundForm) -> list[str | None]:
    return [section.form.name if section.form else None for section in bound.sections]


ALL = ["overview", "proactive", "requests", "review", "problems", "other"]


def test_the_good_document_has_all_sections_in_order(bound: Fill) -> None:
    assert names(bound()) == ALL


def test_a_row_label_that_reads_like_a_heading_is_no_section(bound: Fill) -> None:
    assert names(bound({"## 四、政府信息公开行政复议、行政诉讼情况": "补充说明。"})) == [
        name for name in ALL if name != "review"
    ]


def test_plain_bold_and_automatically_numbered_headings_are_sections(bound: Fill) -> None:
    swaps = {
        "## 一、总体情况": "## {一、}总体情况",
        "## 二、主动公开政府信息情况": "## {二、}主动公开政府信息情况",
        "## 三、收到": "**三、收到",
        "申请情况\n\n| （本列": "申请情况**\n\n| （本列",
        "## 五、": "五、",
    }
    assert names(bound(swaps)) == ALL


def test_a_near_miss_is_still_the_section(bound: Fill) -> None:
    for wrong in ("五、存在的主要问题", "存在的主要问题及改进情况", "六、存在主要问题及改进情况。"):
        assert names(bound({"## 五、存在的主要问题及改进情况": f"## {wrong}"})) == ALL, wrong


def test_a_further_section_is_known_as_none_of_the_form(bound: Fill) -> None:
    swaps = {"## 六、其他需要报告的事项": "## 六、下一步打算\n\n略。\n\n## 七、其他需要报告的事项"}
    assert names(bound(swaps)) == [*ALL[:5], None, "other"]


def test_items_within_a_section_are_no_sections(bound: Fill) -> None:
    items = "一、丰富解读形式。\n\n二、加快更新。\n\n三、充实人手。"
    assert names(bound({"一是政策解读形式偏少": f"问题如下：\n\n{items}\n\n另外"})) == ALL


def test_a_list_of_contents_before_the_sections_is_not_taken_for_them(bound: Fill) -> None:
    headings = "\n\n".join(
        [
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        ]
    )
    bound_form = bound({"## 一、总体情况": f"{headings}\n\n说明\n\n## 一、总体情况"})
    assert names(bound_form) == ALL
    section = bound_form.section("proactive")
    assert section is not None
    assert len(section.tables) == 1


def test_a_section_holds_what_stands_between_its_heading_and_the_next(bound: Fill) -> None:
    section = bound().section("problems")
    assert section is not None
    assert section.number == "五、"
    assert section.paragraphs[0].text == "（一）存在的主要问题"
    assert section.tables == ()


def test_a_heading_with_the_number_of_a_part_is_a_section(bound: Fill) -> None:
    swaps = {"## 五、存在的主要问题": "## （五）存在的主要问题"}
    assert names(bound(swaps)) == ALL


def test_a_part_with_the_words_of_a_section_is_no_section(bound: Fill) -> None:
    swaps = {
        "### （一）主动公开情况": "### （一）主动公开政府信息情况",
        "## 二、主动公开政府信息情况": "## 二、主动公开信息情况",
    }
    form = bound(swaps)
    assert names(form) == ALL
    section = form.section("proactive")
    assert section is not None
    assert section.heading.text == "二、主动公开信息情况"
