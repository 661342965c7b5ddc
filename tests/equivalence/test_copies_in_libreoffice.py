"""LibreOffice opens the copies: comments and tracked changes are there, the words are the same."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from .copies import Copies

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_DC = "http://purl.org/dc/elements/1.1/"
# Print comments in the margin: this LibreOffice asks for it in its settings only.
_IN_MARGINS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Writer/Print/Content">
<prop oor:name="Note" oor:op="fuse"><value>4</value></prop>
</item>
</oor:items>
"""


@pytest.fixture(scope="module")
def folder(copied: dict[str, Copies], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents and their copies, as files."""
    made = tmp_path_factory.mktemp("copies")
    for name, copy in copied.items():
        (made / f"{name}.docx").write_bytes(copy.original)
        (made / f"{name}.annotated.docx").write_bytes(copy.annotated)
        if copy.mended is not None:
            (made / f"{name}.mended.docx").write_bytes(copy.mended)
    settings = made / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_IN_MARGINS, encoding="utf-8")
    return made


def _office(folder: Path, *options: str, files: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", *options, "--outdir", str(folder)]
    named = sorted(map(str, folder.glob(files)))
    subprocess.run([*command, *named], check=True, capture_output=True, timeout=600)


@pytest.fixture(scope="module")
def opened(folder: Path) -> dict[str, etree._Element]:
    """What LibreOffice makes of each document and of its copies."""
    _office(folder, "--convert-to", "fodt", files="*.docx")
    return {path.stem: etree.parse(path).getroot() for path in folder.glob("*.fodt")}


def _comments(root: etree._Element) -> Counter[str]:
    return Counter(
        str(each.findtext(f"{{{_DC}}}creator")) for each in root.iter(f"{{{_OFFICE}}}annotation")
    )


def _words(root: etree._Element) -> list[str]:
    """The paragraphs of the text without its comments; LibreOffice ends what a control holds
    with a mark of its own, or does not.
    """
    body = root.find(f".//{{{_OFFICE}}}text")
    assert body is not None
    for comment in list(body.iter(f"{{{_OFFICE}}}annotation")):
        holder, before = comment.getparent(), comment.getprevious()
        assert holder is not None
        if before is not None:
            before.tail = (before.tail or "") + (comment.tail or "")
        else:
            holder.text = (holder.text or "") + (comment.tail or "")
        holder.remove(comment)
    paragraphs = body.iter(f"{{{_TEXT}}}p", f"{{{_TEXT}}}h")
    return ["".join(map(str, p.itertext())).removesuffix("\r") for p in paragraphs]


def test_every_finding_is_a_comment_and_the_words_are_the_same(
    opened: dict[str, etree._Element], copied: dict[str, Copies]
) -> None:
    for name, copy in copied.items():
        before, after = opened[name], opened[f"{name}.annotated"]
        wanted = _comments(before) + Counter(docxlint=len(copy.report.findings))
        assert _comments(after) == wanted, name
        assert _words(after) == _words(before), name


def test_every_repair_is_a_tracked_change(
    opened: dict[str, etree._Element], copied: dict[str, Copies]
) -> None:
    mended = 0
    for name, copy in copied.items():
        if copy.mended is None:
            continue
        strokes = [stroke for repair in copy.plan.repairs for stroke in repair.edits]
        changes = Counter(
            etree.QName(each.getparent()).localname
            for each in opened[f"{name}.mended"].iter(f"{{{_OFFICE}}}change-info")
            if each.findtext(f"{{{_DC}}}creator") == "docxlint"
        )
        assert changes["insertion"] == sum(bool(stroke.text) for stroke in strokes), name
        assert changes["deletion"] >= sum(stroke.start < stroke.end for stroke in strokes), name
        mended += 1
    assert mended > 10


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext (poppler-utils) is not installed")
def test_on_paper_the_comments_stand_in_the_margin(folder: Path, copied: dict[str, Copies]) -> None:
    _office(folder, "--print-to-file", files="*.annotated.docx")
    for name, copy in copied.items():
        in_margin = _authors_beside_the_text(folder / f"{name}.annotated.pdf")
        said = len(copy.report.findings)
        # Beside a page LibreOffice draws the comments that there is room for.
        assert in_margin == said if said < 20 else in_margin > 30, name


def _authors_beside_the_text(pdf: Path) -> int:
    """How often docxlint signs in the right quarter of the pages, where no text stands."""
    command = [str(PDFTOTEXT), "-bbox", str(pdf), "-"]
    boxes = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    return sum(
        float(word.get("xMin", 0)) > 0.7 * float(page.get("width", 0))
        for page in etree.fromstring(boxes).iter("{*}page")
        for word in page.iter("{*}word")
        if word.text == "docxlint"
    )
