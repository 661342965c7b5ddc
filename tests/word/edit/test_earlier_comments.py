"""The comments of an earlier run are taken out with their marks; what people wrote stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docxlint.word.edit.comments import find_comments_part
from docxlint.word.edit.earlier_comments import find_earlier_comments, remove_elements
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.ooxml.names import W_URI

Indexed = Callable[..., Any]

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_COMMENTS = (
    f'<w:comments xmlns:w="{W_URI}" xmlns:w14="{_W14}">'
    '<w:comment w:id="0" w:author="docxlint"><w:p w14:paraId="A0"/></w:comment>'
    '<w:comment w:id="1" w:author="王"><w:p w14:paraId="A1"/></w:comment>'
    '<w:comment w:id="2" w:author="docxlint"><w:p w14:paraId="A2"/></w:comment>'
    '<w:comment w:id="3" w:author="王"><w:p w14:paraId="A3"/></w:comment>'
    "</w:comments>"
)
_ANSWERS = (
    f'<w15:commentsEx xmlns:w15="{_W15}"><w15:commentEx w15:paraId="A2"/>'
    '<w15:commentEx w15:paraId="A3" w15:paraIdParent="A2"/></w15:commentsEx>'
)


def _marked(id_: int, text: str) -> str:
    return (
        f'<w:commentRangeStart w:id="{id_}"/><w:r><w:t>{text}</w:t></w:r>'
        f'<w:commentRangeEnd w:id="{id_}"/>'
        f'<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="{id_}"/></w:r>'
    )


def _without(indexed: Indexed, body: str, answers: str = "") -> tuple[str, str]:
    """The body and the comments without the earlier ones by docxlint."""
    parts = {"word/comments.xml": _COMMENTS}
    rels = {"c": "comments comments.xml"}
    if answers:
        parts["word/answers.xml"] = answers
        rels["a"] = "commentsExtended answers.xml"
    document = indexed(body, parts=parts, rels=rels)
    existing = find_comments_part(document.package, document.part.name)
    assert existing is not None
    earlier = find_earlier_comments(document.package, document.part, existing, "docxlint")
    texts = []
    for part, elements in ((document.part, earlier.marks), (existing, earlier.comments)):
        edits = PartEdits(part)
        remove_elements(edits, elements)
        texts.append(edits.data().decode())
    return texts[0], texts[1]


def test_comments_of_the_author_go_with_their_marks(indexed: Indexed) -> None:
    body = "".join(f"<w:p>{_marked(n, f'文{n}')}</w:p>" for n in range(3))
    main, comments = _without(indexed, body)
    expected = f"<w:p><w:r><w:t>文0</w:t></w:r></w:p><w:p>{_marked(1, '文1')}</w:p>"
    assert f"{expected}<w:p><w:r><w:t>文2</w:t></w:r></w:p>" in main
    assert "docxlint" not in comments
    assert comments.count("<w:comment ") == 2


def test_a_comment_with_an_answer_stays(indexed: Indexed) -> None:
    body = "".join(f"<w:p>{_marked(n, f'文{n}')}</w:p>" for n in range(4))
    main, comments = _without(indexed, body, _ANSWERS)
    assert [n for n in range(4) if _marked(n, f"文{n}") in main] == [1, 2, 3]
    assert comments.count('w:author="docxlint"') == 1


def test_a_run_with_more_than_the_reference_keeps_the_rest(indexed: Indexed) -> None:
    body = '<w:p><w:r><w:t>甲</w:t><w:commentReference w:id="0"/><w:t>乙</w:t></w:r></w:p>'
    main, _ = _without(indexed, body)
    assert "<w:p><w:r><w:t>甲</w:t><w:t>乙</w:t></w:r></w:p>" in main


def test_a_document_without_comments_has_no_earlier_ones(indexed: Indexed) -> None:
    document = indexed("<w:p/>")
    earlier = find_earlier_comments(document.package, document.part, None, "docxlint")
    assert (list(earlier.comments), list(earlier.marks)) == ([], [])
