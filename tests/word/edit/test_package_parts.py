"""What a package says of a part that is added, whatever it says of parts that are not there."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from docxlint.copies.annotate import annotate
from docxlint.core.finding import Finding, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.word.edit.copy_faults import NoCopy
from docxlint.word.ooxml.names import W_URI

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COMMENTS = f"{_WORD}.comments+xml"


def _docx(folder: str, part: str, types: str = "", related: str = "") -> bytes:
    """A document in `folder`, which the package calls `part`."""
    main = f'<Override PartName="/{part}/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    rels = '<Default Extension="rels" ContentType="application/x"/>'
    office = f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="{part}/document.xml"/>'
    paragraph = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{rels}{main}{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{office}</Relationships>',
        f"{folder}/document.xml": f'<w:document xmlns:w="{W_URI}"><w:body>{paragraph}</w:body></w:document>',
        f"{folder}/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def _told(source: bytes, folder: str = "word") -> tuple[str, list[str], list[str]]:
    """What an annotated copy says of comments: the entry that is new, the names of parts of this
    type, and the targets.
    """
    place = Location(f"{folder}/document.xml", "/w:document/w:body/w:p[1]")
    found = Finding(
        rule="r", severity=Severity.ERROR, message=Message(zh="错了", en="wrong"), location=place
    )
    copy = annotate(source, Report(path="x", sha256="", status="checked", findings=(found,)))
    assert copy is not None and copy.findings == 1
    with (
        zipfile.ZipFile(io.BytesIO(copy.data)) as archive,
        zipfile.ZipFile(io.BytesIO(source)) as o,
    ):
        (new,) = set(archive.namelist()) - set(o.namelist())
        assert etree.fromstring(archive.read(new)).tag == f"{{{W_URI}}}comments"
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        related = etree.fromstring(archive.read(f"{folder}/_rels/document.xml.rels"))
    names = [str(e.get("PartName")) for e in types if e.get("ContentType") == _COMMENTS]
    targets = [str(e.get("Target")) for e in related if str(e.get("Type")).endswith("/comments")]
    return new, names, targets


def _typed(name: str, kind: str = _COMMENTS) -> str:
    return f'<Override PartName="{name}" ContentType="{kind}"/>'


def _related(target: str, more: str = "") -> str:
    return f'<Relationship Id="rId1" Type="{_OFFICE}/comments" Target="{target}"{more}/>'


@pytest.mark.parametrize("name", ["/word/comments.xml", "/Word/Comments.xml"])
def test_a_type_that_is_given_already_is_not_given_again(name: str) -> None:
    told = _told(_docx("word", "word", _typed(name)))
    assert told == ("word/comments.xml", [name], ["comments.xml"])


def test_a_name_that_is_said_to_be_of_another_type_is_not_taken() -> None:
    told = _told(_docx("word", "word", _typed("/word/comments.xml", f"{_WORD}.styles+xml")))
    assert told == ("word/comments1.xml", ["/word/comments1.xml"], ["comments1.xml"])


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("comments.xml", "word/comments.xml"),
        ("/word/a/%E6%89%B9.xml", "word/a/批.xml"),
        ("../批注.xml", "批注.xml"),
    ],
)
def test_comments_that_are_lost_are_made_where_the_document_expects_them(
    target: str, name: str
) -> None:
    new, names, targets = _told(_docx("word", "word", related=_related(target)))
    assert (new, targets) == (name, [target])
    assert len(names) == 1 and names[0].isascii()
    spelled = names[0]
    both = _docx("word", "word", _typed(spelled), _related(target))
    assert _told(both) == (name, [spelled], [target])


def test_comments_that_are_there_and_not_read_are_not_made_a_second_time() -> None:
    source = _docx("word", "word", related=_related("%E6%89%B9.xml"))
    out = io.BytesIO(source)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/%E6%89%B9.xml", f'<w:comments xmlns:w="{W_URI}"/>')
    with pytest.raises(NoCopy, match="%E6%89%B9"):
        _told(out.getvalue())


@pytest.mark.parametrize("target", ["", "..", "comments", "a&quot;.xml", "a:b.xml"])
def test_what_can_be_no_part_is_left_and_the_comments_get_a_relationship(target: str) -> None:
    new, _, targets = _told(_docx("word", "word", related=_related(target)))
    assert new == "word/comments.xml"
    assert targets[1:] == ["comments.xml"]


def test_comments_on_the_web_are_left_and_the_comments_get_a_relationship() -> None:
    outside = _related("http://x/comments.xml", ' TargetMode="External"')
    assert _told(_docx("word", "word", related=outside))[::2] == (
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
def test_a_folder_is_written_as_the_package_writes_it(folder: str, part: str) -> None:
    new, names, targets = _told(_docx(folder, part), folder)
    assert new == f"{folder}/comments.xml"
    assert names == [f"/{part.replace('&amp;', '&')}/comments.xml"]
    assert targets == ["comments.xml"]


def test_a_folder_whose_name_is_not_written_anywhere_is_written_as_opc_has_it() -> None:
    source = _docx("文 档", "文 档", related=_related("other/批.xml"))
    assert _told(source, "文 档")[1] == ["/%E6%96%87%20%E6%A1%A3/other/%E6%89%B9.xml"]
