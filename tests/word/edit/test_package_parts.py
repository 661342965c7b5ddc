"""A new part gets a name, a relationship and a content type that fit the package."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from docxlint.word.edit.copy_error import CannotCopy, CopyProblem
from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.package_parts import add_part
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import W_URI
from docxlint.word.ooxml.package import Package

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COMMENTS = f"{_WORD}.comments+xml"


def _docx(folder: str, part: str, types: str = "", rels: str = "") -> bytes:
    """A document in `folder`, which is `part` in the names of the package."""
    main = f'<Override PartName="/{part}/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    default = '<Default Extension="rels" ContentType="application/x"/>'
    office = f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="{part}/document.xml"/>'
    paragraph = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{default}{main}{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{office}</Relationships>',
        f"{folder}/document.xml": f'<w:document xmlns:w="{W_URI}"><w:body>{paragraph}</w:body></w:document>',
        f"{folder}/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{rels}</Relationships>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def _add_comments_part(source: bytes, folder: str = "word") -> tuple[str, list[str], list[str]]:
    """The name of the new part, the part names with its type, and the targets of its kind."""
    package = Package(source, Limits())
    main = IndexedPart.from_package(package, f"{folder}/document.xml")
    name, parts = add_part(package, main, "comments", _COMMENTS)
    assert package.part(name) is None

    def root(part: str) -> etree._Element:
        return etree.fromstring(parts[part] if part in parts else package.read(part))

    types = root("[Content_Types].xml")
    rels = root(f"{folder}/_rels/document.xml.rels")
    names = [str(e.get("PartName")) for e in types if e.get("ContentType") == _COMMENTS]
    targets = [str(e.get("Target")) for e in rels if str(e.get("Type")).endswith("/comments")]
    return name, names, targets


def _override(name: str, kind: str = _COMMENTS) -> str:
    return f'<Override PartName="{name}" ContentType="{kind}"/>'


def _relationship(target: str, attributes: str = "") -> str:
    return f'<Relationship Id="rId1" Type="{_OFFICE}/comments" Target="{target}"{attributes}/>'


@pytest.mark.parametrize("name", ["/word/comments.xml", "/Word/Comments.xml"])
def test_a_declared_type_is_not_declared_again(name: str) -> None:
    added = _add_comments_part(_docx("word", "word", _override(name)))
    assert added == ("word/comments.xml", [name], ["comments.xml"])


def test_a_name_declared_with_another_type_is_not_used() -> None:
    added = _add_comments_part(
        _docx("word", "word", _override("/word/comments.xml", f"{_WORD}.styles+xml"))
    )
    assert added == ("word/comments1.xml", ["/word/comments1.xml"], ["comments1.xml"])


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("comments.xml", "word/comments.xml"),
        ("/word/a/%E6%89%B9.xml", "word/a/批.xml"),
        ("../批注.xml", "批注.xml"),
    ],
)
def test_a_missing_target_gives_the_new_part_its_name(target: str, name: str) -> None:
    new, names, targets = _add_comments_part(_docx("word", "word", rels=_relationship(target)))
    assert (new, targets) == (name, [target])
    assert len(names) == 1 and names[0].isascii()
    part_name = names[0]
    both = _docx("word", "word", _override(part_name), _relationship(target))
    assert _add_comments_part(both) == (name, [part_name], [target])


def test_a_part_under_an_escaped_name_prevents_a_second_one() -> None:
    source = _docx("word", "word", rels=_relationship("%E6%89%B9.xml"))
    out = io.BytesIO(source)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/%E6%89%B9.xml", f'<w:comments xmlns:w="{W_URI}"/>')
    with pytest.raises(CannotCopy) as error:
        _add_comments_part(out.getvalue())
    assert error.value.code is CopyProblem.ESCAPED_NAME
    assert error.value.parameters == {"part": "word/%E6%89%B9.xml"}


@pytest.mark.parametrize("target", ["", "..", "comments", "a&quot;.xml", "a:b.xml"])
def test_a_target_that_is_no_part_name_is_not_used(target: str) -> None:
    new, _, targets = _add_comments_part(_docx("word", "word", rels=_relationship(target)))
    assert new == "word/comments.xml"
    assert targets[1:] == ["comments.xml"]


def test_an_external_target_is_not_used() -> None:
    external = _relationship("http://x/comments.xml", ' TargetMode="External"')
    assert _add_comments_part(_docx("word", "word", rels=external))[::2] == (
        "word/comments.xml",
        ["http://x/comments.xml", "comments.xml"],
    )


@pytest.mark.parametrize(
    ("folder", "part"),
    [
        ("a&b", "a&amp;b"),
        ("文 档", "%E6%96%87%20%E6%A1%A3"),
        ("文档", "文档"),
        ("%E6%96%87%20%E6%A1%A3", "%E6%96%87%20%E6%A1%A3"),
        ('it\'s "so"', "it's%20%22so%22"),
    ],
)
def test_the_folder_is_written_as_for_the_main_part(folder: str, part: str) -> None:
    new, names, targets = _add_comments_part(_docx(folder, part), folder)
    assert new == f"{folder}/comments.xml"
    assert names == [f"/{part.replace('&amp;', '&')}/comments.xml"]
    assert targets == ["comments.xml"]


def test_another_folder_is_percent_encoded() -> None:
    source = _docx("文 档", "文 档", rels=_relationship("other/批.xml"))
    assert _add_comments_part(source, "文 档")[1] == ["/%E6%96%87%20%E6%A1%A3/other/%E6%89%B9.xml"]
