"""The Open XML SDK, which checks the schema and Word's further rules, finds no new fault in copies."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from .copies import Copies
from .word import Word, el

NODE = shutil.which("node")
VALIDATORS = Path(__file__).parents[1] / "validators"
pytestmark = pytest.mark.skipif(
    NODE is None or not (VALIDATORS / "node_modules").is_dir(),
    reason="Node.js, or the result of `npm install --prefix tests/validators`, is missing",
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
    copies = {f"{name}.annotated": copy.annotated for name, copy in copied.items()}
    copies |= {f"{n}.fixed": copy.fixed for n, copy in copied.items() if copy.fixed is not None}
    after = {name: faults for name, faults in _validate(tmp_path, copies).items() if faults}
    names = {name.partition(".")[0] for name in after}
    before = (
        _validate(tmp_path, {name: copied[name].original for name in sorted(names)})
        if names
        else {}
    )
    for name, faults in after.items():
        assert faults - before[name.partition(".")[0]] == Counter(), name


def test_the_validator_finds_faults_in_comments_and_changes(
    copied: dict[str, Copies], tmp_path: Path
) -> None:
    annotated = copied["000"].annotated
    broken = {name: Word(annotated) for name in ("id", "author", "order", "place", "mark")}
    start = next(broken["id"].root.iter("{*}commentRangeStart"))
    start.attrib.clear()
    comment = next(broken["author"].tree("word/comments.xml").iter("{*}comment"))
    del comment.attrib[next(key for key in comment.attrib if str(key).endswith("author"))]
    paragraph = next(broken["order"].root.iter("{*}p"))
    paragraph.append(paragraph[0])
    broken["place"].body.insert(0, el("ins", el("t", text="乙"), id="900", author="甲"))
    mark = next(broken["mark"].root.iter("{*}commentReference"))
    mark.set(next(iter(mark.attrib)), "999")
    results = _validate(tmp_path, {name: word.data() for name, word in broken.items()})
    assert [name for name, faults in results.items() if not faults] == []
