"""Documents written in many ways, and the copies that docxlint makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docxlint.api import Linter
from docxlint.author import markdown_parser
from docxlint.copies.annotate import annotate
from docxlint.copies.fix import fix
from docxlint.copies.original import Original
from docxlint.copies.repairs import RepairPlan
from docxlint.report.report import Report
from docxlint.word.make import write_document
from docxlint.word.source import open_document

from . import blocks, fields, inline, packages, tables, written
from .word import Word

VARIANTS = (
    *(blocks.controls_round_blocks, blocks.signature_in_a_text_box, blocks.sections),
    *(inline.controls_round_runs, inline.insertions_beside_deletions),
    inline.results_of_fields,
    *(fields.results_of_fields_of_all_kinds, fields.marks_of_fields_in_the_run),
    *(inline.hyperlinks_and_smart_tags, inline.split_at_every_character),
    *(tables.old_horizontal_merges, tables.split_by_page_breaks),
    *(written.headings_numbered_by_style, written.full_width_digits),
    *(packages.strict, packages.stories_beside),
)
SAMPLES = sorted((Path(__file__).parents[2] / "sample_docs").glob("00[0-4]*.docx"))


def original(data: bytes) -> Original:
    """The document `data`, opened for copies."""
    return Original(open_document(data, keep_parts=True))


@dataclass(frozen=True, slots=True)
class Copies:
    """A document, its report, its annotated copy and, if there are repairs, its fixed copy."""

    original: bytes
    report: Report
    annotated: bytes
    fixed: bytes | None
    plan: RepairPlan


def copies(linter: Linter, faulty: bytes, good: str) -> Iterator[tuple[str, Copies]]:
    """The copies of the samples and of documents with content controls, changes, comments, merged
    and empty cells, several sections, Strict names, and so on, each with a name.
    """
    for name, data in _documents(faulty, good):
        report = linter.lint(data)
        document = original(data)
        annotated, fixed = annotate(document, report), fix(document, report, likely=True)
        assert annotated is not None
        copy = None if fixed.copy is None else fixed.copy.data
        yield name, Copies(data, report, annotated.data, copy, fixed.plan)


def _documents(faulty: bytes, good: str) -> Iterator[tuple[str, bytes]]:
    for path in SAMPLES:
        yield path.stem[:3], path.read_bytes()
    for variant in VARIANTS:
        word = Word(faulty)
        variant(word)
        yield variant.__name__, word.data()
    text = good.replace("全年组织业务培训3次", "全年组织业务培训{~~2~>3~~}次{>>请核实<<}")
    yield (
        "changes_and_comments",
        write_document.docx_bytes(markdown_parser.parse(text.replace("；", ";"))),
    )
