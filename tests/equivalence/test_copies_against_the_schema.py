"""The Open XML SDK, which knows the schema and what Word asks beyond it, finds nothing wrong in
copies that it does not find in the originals.
"""

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
JUDGES = Path(__file__).parents[1] / "validators"
pytestmark = pytest.mark.skipif(
    NODE is None or not (JUDGES / "node_modules").is_dir(),
    reason="Node.js, or what `npm install --prefix tests/validators` brings, is not installed",
)

Faults = Counter[tuple[str, str, str]]


def _said(folder: Path, files: dict[str, bytes]) -> dict[str, Faults]:
    """What the SDK says of each of `files`: part, kind and description of every fault."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    named = [str(folder / f"{name}.docx") for name in files]
    command = [str(NODE), str(JUDGES / "open_xml_sdk.mjs"), *named]
    done = subprocess.run(command, check=True, capture_output=True, timeout=600)
    said: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return {
        Path(path).stem: Counter(
            (str(each["path"]["partUri"]), str(each["id"]), str(each["description"]))
            for each in faults
        )
        for path, faults in said.items()
    }


def test_copies_have_no_fault_that_the_original_has_not(
    copied: dict[str, Copies], tmp_path: Path
) -> None:
    made = {f"{name}.annotated": copy.annotated for name, copy in copied.items()}
    made |= {f"{n}.mended": copy.mended for n, copy in copied.items() if copy.mended is not None}
    after = {name: faults for name, faults in _said(tmp_path, made).items() if faults}
    own = {name.partition(".")[0] for name in after}
    before = _said(tmp_path, {name: copied[name].original for name in sorted(own)}) if own else {}
    for name, faults in after.items():
        assert faults - before[name.partition(".")[0]] == Counter(), name


def test_the_judge_sees_faults_of_comments_and_changes(
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
    said = _said(tmp_path, {name: word.data() for name, word in broken.items()})
    assert [name for name, faults in said.items() if not faults] == []
