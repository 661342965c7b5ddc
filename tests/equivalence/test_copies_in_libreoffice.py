"""LibreOffice opens the copies with their comments and tracked changes and the same text."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree

from .copies import Copies

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")

# Besides the samples: shapes whose comments lie in content controls, fields and text boxes.
PRINTED = ("controls_round_runs", "results_of_fields", "signature_in_a_text_box", "strict")

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_DC = "http://purl.org/dc/elements/1.1/"
# Print comments in the margin; LibreOffice has no command-line option for it.
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
    folder = tmp_path_factory.mktemp("copies")
    for name, copy in copied.items():
        (folder / f"{name}.docx").write_bytes(copy.original)
        (folder / f"{name}.annotated.docx").write_bytes(copy.annotated)
        if copy.fixed is not None:
            (folder / f"{name}.fixed.docx").write_bytes(copy.fixed)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_IN_MARGINS, encoding="utf-8")
    return folder


def _office(folder: Path, *options: str, files: Iterable[Path]) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", *options, "--outdir", str(folder)]
    named = sorted(map(str, files))
    subprocess.run([*command, *named], check=True, capture_output=True, timeout=600)


@pytest.fixture(scope="module")
def opened(folder: Path) -> dict[str, etree._Element]:
    """Each document and its copies, as LibreOffice saves them in its own format."""
    _office(folder, "--convert-to", "fodt", files=folder.glob("*.docx"))
    return {path.stem: etree.parse(path).getroot() for path in folder.glob("*.fodt")}


def _comments(root: etree._Element) -> Counter[str]:
    return Counter(
        str(each.findtext(f"{{{_DC}}}creator")) for each in root.iter(f"{{{_OFFICE}}}annotation")
    )


def _paragraphs(root: etree._Element) -> list[str]:
    """The paragraphs without comments, and without the mark that LibreOffice may set at the end
    of a content control.
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


def test_every_finding_is_a_comment_and_the_text_is_the_same(
    opened: dict[str, etree._Element], copied: dict[str, Copies]
) -> None:
    for name, copy in copied.items():
        before, after = opened[name], opened[f"{name}.annotated"]
        expected = _comments(before) + Counter(docxlint=len(copy.report.findings))
        assert _comments(after) == expected, name
        assert _paragraphs(after) == _paragraphs(before), name


def test_every_repair_is_a_tracked_change(
    opened: dict[str, etree._Element], copied: dict[str, Copies]
) -> None:
    fixed = 0
    for name, copy in copied.items():
        if copy.fixed is None:
            continue
        edits = [edit for repair in copy.plan.repairs for edit in repair.edits]
        changes = Counter(
            etree.QName(each.getparent()).localname
            for each in opened[f"{name}.fixed"].iter(f"{{{_OFFICE}}}change-info")
            if each.findtext(f"{{{_DC}}}creator") == "docxlint"
        )
        assert changes["insertion"] == sum(bool(edit.text) for edit in edits), name
        assert changes["deletion"] >= sum(edit.start < edit.end for edit in edits), name
        fixed += 1
    assert fixed > 10


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext (poppler-utils) is not installed")
def test_printed_comments_are_in_the_margin(folder: Path, copied: dict[str, Copies]) -> None:
    names = [name for name in copied if name.isdecimal() or name in PRINTED]
    assert len(names) == 5 + len(PRINTED)
    files = (folder / f"{name}.annotated.docx" for name in names)
    _office(folder, "--print-to-file", files=files)
    for name, copy in copied.items():
        if name not in names:
            continue
        in_margin = _authors_beside_the_text(folder / f"{name}.annotated.pdf")
        findings = len(copy.report.findings)
        # LibreOffice draws only the comments that fit beside a page.
        assert in_margin == findings if findings < 20 else in_margin > 30, name


def _authors_beside_the_text(pdf: Path) -> int:
    """How often the author docxlint appears in the right quarter of the pages, beside the text."""
    command = [str(PDFTOTEXT), "-bbox", str(pdf), "-"]
    boxes = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    return sum(
        float(word.get("xMin", 0)) > 0.7 * float(page.get("width", 0))
        for page in etree.fromstring(boxes).iter("{*}page")
        for word in page.iter("{*}word")
        if word.text == "docxlint"
    )
