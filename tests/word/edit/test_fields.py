"""Fields reach from their begin mark to their end mark."""

from __future__ import annotations

from docxlint.word.edit.fields import Fields, runs_in_fields
from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.ooxml.names import W_URI, R, T


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _field(code: str, result: str) -> str:
    code_run = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{_mark('begin')}{code_run}{_mark('separate')}{result}{_mark('end')}"


def _part(body: str) -> IndexedPart:
    xml = f'<w:document xmlns:w="{W_URI}"><w:body>{body}</w:body></w:document>'
    return IndexedPart.from_bytes("d", xml.encode())


def _texts_in_fields(part: IndexedPart) -> str:
    """The text whose start is in a field."""
    fields = Fields(part)
    texts = part.root.iter(T)
    return "".join(t.text or "" for t in texts if fields.field_at(part.span(t).start) is not None)


def test_the_outermost_field_counts() -> None:
    inner = _field(" REF a ", _run("内"))
    part = _part(f"<w:p>{_run('前')}{_field(' IF ', inner + _run('外'))}{_run('后')}</w:p>")
    assert _texts_in_fields(part) == "内外"
    fields = Fields(part)
    marks = {fields.field_at(part.span(t).start) for t in part.root.iter(T)}
    assert len(marks - {None}) == 1


def test_a_field_may_reach_over_paragraphs() -> None:
    over = _field(" REF a ", f"{_run('甲')}</w:p><w:p>{_run('乙')}")
    assert _texts_in_fields(_part(f"<w:p>{over}</w:p>")) == "甲乙"


def test_a_table_of_contents_over_paragraphs_is_no_field() -> None:
    toc = _field(" toc \\o ", f"{_run('甲')}</w:p><w:p>{_run('乙')}")
    assert _texts_in_fields(_part(f"<w:p>{toc}</w:p>")) == ""
    assert _texts_in_fields(_part(f"<w:p>{_field(' toc ', _run('甲'))}</w:p>")) == "甲"


def test_a_field_ends_among_the_siblings_of_its_first_paragraph() -> None:
    cell = f"<w:tbl><w:tr><w:tc><w:p>{_run('甲')}{_mark('end')}</w:p></w:tc></w:tr></w:tbl>"
    assert _texts_in_fields(_part(f"<w:p>{_mark('begin')}</w:p>{cell}")) == ""


def test_runs_between_marks_are_in_the_field() -> None:
    part = _part(f"<w:p>{_run('前')}{_field(' REF ', _run('甲'))}{_run('后')}</w:p>")
    runs = list(part.root.iter(R))
    assert runs_in_fields(part.root) == frozenset(runs[1:-1])


def test_an_unfinished_field_has_no_runs() -> None:
    part = _part(f"<w:p>{_mark('begin')}{_run('甲')}</w:p><w:p>{_run('乙')}</w:p>")
    assert runs_in_fields(part.root) == frozenset()
    assert runs_in_fields(_part(f"<w:p>{_run('甲')}{_mark('end')}</w:p>").root) == frozenset()
