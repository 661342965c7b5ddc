"""Parts that are not sound XML are refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from docxlint.core.document import Paragraph
from docxlint.word.ooxml.unreadable import Code, Unreadable
from docxlint.word.read import read

Docx = Callable[..., bytes]
Refusal = Callable[..., Unreadable]
Replaced = Callable[[bytes, Mapping[str, bytes]], bytes]

BODY = "<w:p><w:r><w:t>文</w:t></w:r></w:p>"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<w:document", Code.MALFORMED),
        (b"", Code.MALFORMED),
        (
            f'<w:document xmlns:w="{W}"><w:body>&nbsp;</w:body></w:document>'.encode(),
            Code.MALFORMED,
        ),
        (b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>', Code.DOCTYPE),
        (
            b'<?xml version="1.0"?>\n<!-- x --><!DOCTYPE d SYSTEM "http://x.invalid/d"><d/>',
            Code.DOCTYPE,
        ),
        ('<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'.encode("utf-16"), Code.DOCTYPE),
        ('<?xml version="1.0" encoding="UTF-8"?><d>报告</d>'.encode("gbk"), Code.ENCODING),
        ('<?xml version="1.0" encoding="GBK"?><d>报告</d>'.encode(), Code.ENCODING),
        ('<?xml version="1.0" encoding="UTF-16"?><d>报告</d>'.encode(), Code.ENCODING),
        ('<?xml version="1.0" encoding="UTF-8"?><d>报告</d>'.encode("utf-16"), Code.ENCODING),
        ("<d>报告</d>".encode("utf-16")[:-1], Code.ENCODING),
        (b'<?xml version="1.0" encoding="UTF-7"?><d/>', Code.ENCODING),
        (b"<a>" * 4000 + b"</a>" * 4000, Code.TOO_DEEP),
    ],
)
def test_a_bad_part_is_named_with_what_is_wrong(
    content: bytes, code: Code, docx: Docx, replaced: Replaced, refusal: Refusal
) -> None:
    fault = refusal(replaced(docx(BODY), {"word/document.xml": content}))
    assert fault.code == code
    assert fault.parameters["part"] == "word/document.xml"


def test_an_entity_bomb_is_not_expanded(docx: Docx, replaced: Replaced, refusal: Refusal) -> None:
    levels = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<!DOCTYPE d [<!ENTITY a0 "ha">{levels}]><d x="&a11;">&a11;</d>'
    assert refusal(replaced(docx(BODY), {"word/document.xml": bomb.encode()})).code == Code.DOCTYPE


def test_a_doctype_in_any_part_that_is_read_is_refused(docx: Docx, refusal: Refusal) -> None:
    dtd = '<!DOCTYPE x><w:styles xmlns:w="urn:x"/>'
    source = docx(BODY, parts={"word/s.xml": dtd}, rels={"s": "styles s.xml"})
    assert refusal(source).code == Code.DOCTYPE
    assert refusal(docx(BODY, parts={"_rels/.rels": "<!DOCTYPE x><x/>"})).code == Code.DOCTYPE


def test_a_run_of_twelve_million_bytes_is_read(docx: Docx) -> None:
    text = "公开" * 2_000_000
    document = read(docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == text
