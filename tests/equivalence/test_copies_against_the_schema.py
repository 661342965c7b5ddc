"""The Open XML SDK, which checks the schema and Word's further rules, finds no new fault in copies."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from docxlint.api import Linter
from docxlint.author import markdown_parser
from docxlint.copies.annotate import annotate
from docxlint.word.make import write_document

from .copies import Copies, original
from .word import Word, el

NODE = shutil.which("node")
VALIDATORS = Path(__file__).parents[1] / "validators"
pytestmark = pytest.mark.skipif(
    NODE is None or not (VALIDATORS / "node_modules").is_dir(),
    reason="Node.js, or the result of `npm install --prefix tests/validators`, is missing",
)

# The validator takes seconds for each copy; these have what the others have.
SHAPES = (
    *("controls_round_runs.annotated", "insertions_beside_deletions.annotated"),
    *("results_of_fields.annotated", "signature_in_a_text_box.annotated", "strict.annotated"),
    *("split_at_every_character.fixed", "full_width_digits.fixed", "changes_and_comments.fixed"),
)

Faults = Counter[tuple[str, str, str]]


def _validate(folder: Path, files: dict[str, bytes]) -> dict[str, Faults]:
    """The faults that the SDK finds in each of `files`: part, kind and description."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    named = [str(folder / f"{name}.docx") for name in files]
    command = [str(NODE), str(VALIDATORS / "open_xml_sdk.mjs"), *named]
    done = subprocess.run(command, check=True, capture_output=True, timeout=600)
    results: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return {
        Path(path).stem: Counter(
            (str(each["path"]["partUri"]), str(each["id"]), str(each["description"]))
            for each in faults
        )
        for path, faults in results.items()
    }


def test_copies_have_no_faults_beyond_those_of_the_original(
    copied: dict[str, Copies], tmp_path: Path
) -> None:
    """Those of the samples and of some shapes; with EVERY_COPY=1 those of all shapes."""
    copies = {f"{name}.annotated": copy.annotated for name, copy in copied.items()}
    copies |= {f"{n}.fixed": copy.fixed for n, copy in copied.items() if copy.fixed is not None}
    if not os.environ.get("EVERY_COPY"):
        copies = {
            name: data
            for name, data in copies.items()
            if name.partition(".")[0].isdecimal() or name in SHAPES
        }
        assert len(copies) == 10 + len(SHAPES)
    after = {name: faults for name, faults in _validate(tmp_path, copies).items() if faults}
    names = {name.partition(".")[0] for name in after}
    before = (
        _validate(tmp_path, {name: copied[name].original for name in sorted(names)})
        if names
        else {}
    )
    for name, faults in after.items():
        assert faults - before[name.partition(".")[0]] == Counter(), name


def test_the_validator_finds_faults_in_comments_and_changes(linter: Linter, tmp_path: Path) -> None:
    small = write_document.docx_bytes(markdown_parser.parse("# 报告\n\n甲;乙\n"))
    copy = annotate(original(small), linter.lint(small))
    assert copy is not None
    broken = Word(copy.data)
    mark = next(broken.root.iter("{*}commentReference"))
    mark.set(next(iter(mark.attrib)), "999")
    next(broken.root.iter("{*}commentRangeStart")).attrib.clear()
    comment = next(broken.tree("word/comments.xml").iter("{*}comment"))
    del comment.attrib[next(key for key in comment.attrib if str(key).endswith("author"))]
    paragraph = next(broken.root.iter("{*}p"))
    paragraph.append(paragraph[0])
    broken.body.insert(0, el("ins", el("t", text="乙"), id="900", author="甲"))
    (faults,) = _validate(tmp_path, {"broken": broken.data()}).values()
    assert sorted((part, kind) for part, kind, _ in faults) == [
        ("/word/comments.xml", "Sch_MissRequiredAttribute"),
        ("/word/document.xml", "Sch_InvalidElementContentExpectingComplex"),
        ("/word/document.xml", "Sch_MissRequiredAttribute"),
        ("/word/document.xml", "Sch_UnexpectedElementContentExpectingComplex"),
        ("/word/document.xml", "Sem_MissingReferenceElement"),
    ]
