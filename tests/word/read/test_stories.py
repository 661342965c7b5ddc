"""Headers, footers, notes and comments: parts of their own, never mixed into the body."""

from __future__ import annotations

from collections.abc import Callable

from docxlint.core.document import Document, Paragraph, Story

Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]

XMLNS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def hdr(text: str) -> str:
    return f"<w:hdr {XMLNS}>{p(text)}</w:hdr>"


def summary(stories: tuple[Story, ...]) -> list[tuple[str, str]]:
    return [
        (story.kind, "|".join(b.text for b in story.blocks if isinstance(b, Paragraph)))
        for story in stories
    ]


def test_headers_and_footers_in_use_are_stories(docx: Docx, reading: Reading) -> None:
    source = docx(
        p("正文")
        + '<w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/></w:sectPr>',
        parts={
            "word/header1.xml": hdr("页眉"),
            "word/footer1.xml": f"<w:ftr {XMLNS}>{p('页脚')}</w:ftr>",
            "word/header2.xml": hdr("没有用到"),
        },
        rels={"h": "header header1.xml", "f": "footer footer1.xml", "x": "header header2.xml"},
    )
    document = reading(source)
    assert summary(document.stories) == [("header", "页眉"), ("footer", "页脚")]
    assert document.stories[0].location.part == "word/header1.xml"
    assert document.stories[0].location.path == "/w:hdr"
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["正文"]


def test_two_references_to_one_header_are_one_story(docx: Docx, reading: Reading) -> None:
    source = docx(
        '<w:p><w:pPr><w:sectPr><w:headerReference r:id="a"/></w:sectPr></w:pPr></w:p>'
        '<w:sectPr><w:headerReference r:id="b"/></w:sectPr>',
        parts={"word/header1.xml": hdr("页眉")},
        rels={"a": "header header1.xml", "b": "header /word/header1.xml"},
    )
    assert summary(reading(source).stories) == [("header", "页眉")]


def test_first_and_even_headers_show_only_where_asked_for(docx: Docx, reading: Reading) -> None:
    references = (
        '<w:headerReference w:type="first" r:id="a"/><w:headerReference w:type="even" r:id="b"/>'
    )
    files = {
        "word/h1.xml": hdr("首页"),
        "word/h2.xml": hdr("偶数页"),
        "word/settings.xml": f"<w:settings {XMLNS}><w:evenAndOddHeaders/></w:settings>",
    }
    rels = {"a": "header h1.xml", "b": "header h2.xml"}
    off = docx(f"<w:sectPr>{references}</w:sectPr>", parts=files, rels=rels)
    assert reading(off).stories == ()
    on = docx(
        f"<w:sectPr>{references}<w:titlePg/></w:sectPr>",
        parts=files,
        rels={**rels, "s": "settings settings.xml"},
    )
    assert summary(reading(on).stories) == [("header", "首页"), ("header", "偶数页")]


def test_notes_that_are_referred_to_are_stories(docx: Docx, reading: Reading) -> None:
    source = docx(
        "<w:p><w:r><w:t>文</w:t><w:footnoteReference w:id='2'/></w:r>"
        "<w:del><w:r><w:footnoteReference w:id='3'/></w:r></w:del>"
        "<w:r><w:endnoteReference w:id='1'/></w:r></w:p>",
        parts={
            "word/footnotes.xml": f"<w:footnotes {XMLNS}>"
            f'<w:footnote w:type="separator" w:id="-1">{p("线")}</w:footnote>'
            f'<w:footnote w:id="2">{p("脚注")}</w:footnote>'
            f'<w:footnote w:id="3">{p("删去的")}</w:footnote></w:footnotes>',
            "word/endnotes.xml": f"<w:endnotes {XMLNS}>"
            f'<w:endnote w:id="1">{p("尾注")}</w:endnote></w:endnotes>',
        },
        rels={"f": "footnotes footnotes.xml", "e": "endnotes endnotes.xml"},
    )
    document = reading(source)
    assert summary(document.stories) == [("footnote", "脚注"), ("endnote", "尾注")]
    assert document.stories[0].location.path == "/w:footnotes/w:footnote[2]"
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["文"]


def test_comments_are_stories_with_their_authors(docx: Docx, reading: Reading) -> None:
    source = docx(
        "<w:p><w:commentRangeStart w:id='0'/><w:r><w:t>文</w:t></w:r>"
        "<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r></w:p>",
        parts={
            "word/comments.xml": f"<w:comments {XMLNS}>"
            f'<w:comment w:id="0" w:author="审核人">{p("请改")}{p("谢谢")}</w:comment></w:comments>'
        },
        rels={"c": "comments comments.xml"},
    )
    (comment,) = reading(source).stories
    assert (comment.kind, comment.author) == ("comment", "审核人")
    assert summary((comment,)) == [("comment", "请改|谢谢")]
    assert comment.location.part == "word/comments.xml"
    assert comment.location.path == "/w:comments/w:comment[1]"
    assert comment.location.text == "请改 谢谢"
    assert comment.blocks[0].location.paragraph is None


def test_changes_in_a_header_are_revisions_of_the_document(docx: Docx, reading: Reading) -> None:
    source = docx(
        '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>',
        parts={
            "word/header1.xml": f"<w:hdr {XMLNS}><w:p><w:ins w:author='甲'><w:r><w:t>新</w:t></w:r>"
            "</w:ins></w:p></w:hdr>"
        },
        rels={"h": "header header1.xml"},
    )
    (revision,) = reading(source).revisions
    assert (revision.location.part, revision.text) == ("word/header1.xml", "新")


def test_a_header_may_hide_text_though_the_body_does_not(docx: Docx, reading: Reading) -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>见</w:t></w:r></w:p>"
    source = docx(
        p("文") + '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>',
        parts={"word/header1.xml": f"<w:hdr {XMLNS}>{hidden}</w:hdr>"},
        rels={"h": "header header1.xml"},
    )
    assert summary(reading(source).stories) == [("header", "见")]
