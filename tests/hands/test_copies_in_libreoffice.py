"""LibreOffice opens the copies: comments and tracked changes are there, the words are the same."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from docxlint.amend.annotate import annotate
from docxlint.amend.fix import fix
from docxlint.api import Linter
from docxlint.authoring import markdown, write

from . import blocks, inline, packages, tables, written
from .word import Word

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")

HANDS = (
    *(blocks.controls_round_blocks, blocks.signature_in_a_text_box),
    *(inline.controls_round_runs, inline.insertions_beside_deletions),
    *(inline.hyperlinks_and_smart_tags, inline.split_at_every_character),
    *(tables.old_horizontal_merges, tables.split_by_page_breaks),
    *(written.headings_numbered_by_style, written.full_width_digits),
    *(packages.strict, packages.stories_beside),
)
SAMPLES = sorted((Path(__file__).parents[2] / "sample_docs").glob("00[0-4]*.docx"))
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_DC = "http://purl.org/dc/elements/1.1/"


@pytest.fixture(scope="module")
def documents(faulty: bytes, good: str) -> dict[str, bytes]:
    """Documents with content controls, changes, comments, merged and empty cells, …"""
    made = {path.stem[:3]: path.read_bytes() for path in SAMPLES}
    for hand in HANDS:
        word = Word(faulty)
        hand(word)
        made[hand.__name__] = word.data()
    text = good.replace("全年组织业务培训3次", "全年组织业务培训{~~2~>3~~}次{>>请核实<<}")
    made["changes_and_comments"] = write.docx_bytes(markdown.parse(text.replace("；", ";")))
    return made


@pytest.fixture(scope="module")
def opened(
    documents: dict[str, bytes], linter: Linter, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, etree._Element]:
    """What LibreOffice makes of each document and of its copies."""
    folder = tmp_path_factory.mktemp("copies")
    for name, data in documents.items():
        report = linter.lint(data)
        annotated, mended = annotate(data, report), fix(data, report).copy
        assert annotated is not None
        (folder / f"{name}.docx").write_bytes(data)
        (folder / f"{name}.annotated.docx").write_bytes(annotated.data)
        if mended is not None:
            (folder / f"{name}.mended.docx").write_bytes(mended.data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "fodt", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=600)
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
    opened: dict[str, etree._Element], documents: dict[str, bytes], linter: Linter
) -> None:
    for name, data in documents.items():
        before, after = opened[name], opened[f"{name}.annotated"]
        wanted = _comments(before) + Counter(docxlint=len(linter.lint(data).findings))
        assert _comments(after) == wanted, name
        assert _words(after) == _words(before), name


def test_every_repair_is_a_tracked_change(
    opened: dict[str, etree._Element], documents: dict[str, bytes], linter: Linter
) -> None:
    mended = 0
    for name, data in documents.items():
        if f"{name}.mended" not in opened:
            continue
        strokes = [
            stroke
            for repair in fix(data, linter.lint(data)).plan.repairs
            for stroke in repair.strokes
        ]
        changes = Counter(
            etree.QName(each.getparent()).localname
            for each in opened[f"{name}.mended"].iter(f"{{{_OFFICE}}}change-info")
            if each.findtext(f"{{{_DC}}}creator") == "docxlint"
        )
        assert changes["insertion"] == sum(bool(stroke.text) for stroke in strokes), name
        assert changes["deletion"] >= sum(stroke.start < stroke.end for stroke in strokes), name
        mended += 1
    assert mended > 10
