"""Automatic numbers by style."""

from __future__ import annotations

from collections.abc import Callable

Texts = Callable[..., list[str]]


def lvl(
    index: int, fmt: str = "decimal", text: str | None = None, extra: str = "", start: int = 1
) -> str:
    visible = f"%{index + 1}." if text is None else text
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>'
        f'{extra}<w:lvlText w:val="{visible}"/></w:lvl>'
    )


NOTHING = '<w:suff w:val="nothing"/>'
SPACE = '<w:suff w:val="space"/>'


def abstract(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, definition: int, *overrides: str) -> str:
    return (
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{definition}"/>'
        f"{''.join(overrides)}</w:num>"
    )


def p(text: str, number: int | None = None, level: int | None = None, extra: str = "") -> str:
    parts = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    parts += "" if number is None else f'<w:numId w:val="{number}"/>'
    numbering = f"<w:numPr>{parts}</w:numPr>" if parts else ""
    return f"<w:p><w:pPr>{numbering}{extra}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


ONE = abstract(0, lvl(0), lvl(1, text="%1.%2."), lvl(2, text="%1.%2.%3.")) + num(1, 0)


def style(
    name: str, visible: str, properties: str = "", based: str = "", kind: str = "paragraph"
) -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{visible}"/>{on}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def test_num_id_zero_takes_the_number_away(texts: Texts) -> None:
    styles = style("h", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = p("a", extra='<w:pStyle w:val="h"/>') + p("b", 0, extra='<w:pStyle w:val="h"/>')
    assert texts(body, styles=styles, numbering=ONE) == ["1.\ta", "b"]


def test_a_style_numbers_at_the_level_linked_to_it(texts: Texts) -> None:
    numbering = abstract(
        0,
        lvl(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>' + NOTHING),
        lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>' + NOTHING),
    ) + num(1, 0)
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = (
        style("h1", "heading 1", listed)
        + style("h2", "heading 2", listed)
        + style("mine", "Mine", based="h2")
    )
    body = "".join(
        p(text, extra=f'<w:pStyle w:val="{name}"/>')
        for text, name in (("a", "h1"), ("b", "h2"), ("c", "mine"), ("d", "h1"), ("e", "h2"))
    )
    assert texts(body, styles=styles, numbering=numbering) == [
        "一、a", "（一）b", "（二）c", "二、d", "（一）e",
    ]  # fmt: skip


def test_a_paragraph_may_change_the_level_that_its_style_gives(texts: Texts) -> None:
    styles = style("s", "List", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    body = p("a", extra='<w:pStyle w:val="s"/>') + p("b", level=0, extra='<w:pStyle w:val="s"/>')
    assert texts(body, styles=styles, numbering=ONE) == ["1.1.\ta", "2.\tb"]


def test_a_link_to_a_numbering_style_is_followed(texts: Texts) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="ns"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="ns"/>'
        + lvl(0, "chineseCounting", "%1、", NOTHING)
        + "</w:abstractNum>"
        + num(1, 0)
        + num(2, 1)
    )
    styles = style("ns", "L", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering")
    assert texts(p("a", 1) + p("b", 1), styles=styles, numbering=numbering) == ["一、a", "二、b"]


def test_a_circle_of_numbering_styles_ends(texts: Texts) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="ns"/></w:abstractNum>'
        + num(1, 0)
    )
    styles = style("ns", "L", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
    assert texts(p("a", 1), styles=styles, numbering=numbering) == ["a"]


def test_a_styles_own_level_counts_before_the_level_that_names_its_base(texts: Texts) -> None:
    numbering = abstract(0, lvl(0, extra='<w:pStyle w:val="base"/>'), lvl(1, text="%1.%2")) + num(
        1, 0
    )
    styles = style("base", "Base", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style(
        "own", "Own", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "base"
    )
    body = p("a", extra='<w:pStyle w:val="base"/>') + p("b", extra='<w:pStyle w:val="own"/>')
    assert texts(body, styles=styles, numbering=numbering) == ["1.\ta", "1.1\tb"]


def test_a_link_to_a_style_that_is_absent_leads_to_the_definition_of_that_style(
    texts: Texts,
) -> None:
    linked = lvl(0, text="第%1项")
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="gone"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="gone"/>{linked}</w:abstractNum>'
    ) + num(1, 0)
    assert texts(p("a", 1), numbering=numbering) == ["第1项\ta"]


def test_many_styles_in_one_chain_number_their_paragraphs_at_once(texts: Texts) -> None:
    count = 3_000
    first = style("s0", "S0", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    chain = "".join(style(f"s{n}", f"S{n}", "", f"s{n - 1}") for n in range(1, count))
    body = "".join(p("a", extra=f'<w:pStyle w:val="s{n}"/>') for n in reversed(range(count)))
    shown = texts(body, styles=first + chain, numbering=ONE)
    assert shown[-1] == f"1.{count}.\ta"
