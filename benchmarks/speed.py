"""How long docxlint takes beside python-docx, and how its time grows with the document.

    python benchmarks/speed.py            the whole table
    python benchmarks/speed.py --quick    fewer runs, smaller documents

Every ratio is between medians of runs that take turns in one process, or of whole processes that
take turns, so that a machine that slows down slows both. Garbage collection is left as it is.
"""

from __future__ import annotations

import argparse
import io
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx

import docxlint
from docxlint.api import Linter, linter

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "sample_docs" / "005 青石镇2023.docx"

NAIVE = """\
import sys, docx
document = docx.Document(sys.argv[1])
text = [paragraph.text for paragraph in document.paragraphs]
text += [c.text for t in document.tables for row in t.rows for c in row.cells]
print(sum(map(len, text)))
"""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def package(body: str) -> bytes:
    """A minimal .docx with this body."""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
        '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    rels = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" Type='
        f'"{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    main = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", rels)
        archive.writestr("word/document.xml", main)
    return buffer.getvalue()


def paragraphs(count: int) -> bytes:
    """A report of `count` paragraphs of running text."""
    words = "全镇第{}项工作已于2023年6月8日完成，群众反映良好，共计{}件。"
    line = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    return package(_title() + "".join(line.format(i, i % 97) for i in range(count)))


def table(rows: int, columns: int) -> bytes:
    """A report with one table of `rows` × `columns` figures under the heading of section three."""
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    body = "".join(
        "<w:tr>" + "".join(cell.format(r * columns + c) for c in range(columns)) + "</w:tr>"
        for r in range(rows)
    )
    return package(_title() + f"<w:tbl>{body}</w:tbl><w:p/>")


def _title() -> str:
    lines = (
        "某县某镇人民政府",
        "2023年政府信息公开工作年度报告",
        "三、收到和处理政府信息公开申请情况",
    )
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)


def naive(data: bytes) -> int:
    """Opens a document with python-docx and reads the text of its paragraphs and cells."""
    document = docx.Document(io.BytesIO(data))
    length = sum(len(paragraph.text) for paragraph in document.paragraphs)
    for found in document.tables:
        length += sum(len(cell.text) for row in found.rows for cell in row.cells)
    return length


def seconds(run: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def in_turn(runs: int, *commands: Callable[[], object]) -> list[float]:
    """The median time of each command, all taking turns, after one round that is not counted."""
    times: list[list[float]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for command, taken in zip(commands, times, strict=True):
            once = seconds(command)
            if turn:
                taken.append(once)
    return [statistics.median(taken) for taken in times]


def in_process(ready: Linter, runs: int) -> float:
    """docxlint on the sample, all rules, over python-docx's naive reading of it."""
    data = SAMPLE.read_bytes()
    ours, theirs = in_turn(runs, lambda: ready.lint(data), lambda: naive(data))
    return ours / theirs


def each_call(runs: int) -> float:
    """`docxlint.lint` called again and again, over python-docx's naive reading."""
    data = SAMPLE.read_bytes()
    ours, theirs = in_turn(runs, lambda: docxlint.lint(data, "annual-report"), lambda: naive(data))
    return ours / theirs


def cold(runs: int) -> float:
    """The command `docxlint check` over a five-line python-docx script, as whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "naive.py"
        script.write_text(NAIVE, encoding="utf-8")
        check = [sys.executable, "-m", "docxlint", "check", str(SAMPLE)]
        read = [sys.executable, str(script), str(SAMPLE)]
        ours, theirs = in_turn(runs, lambda: _process(check), lambda: _process(read))
    return ours / theirs


def _process(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode(errors="replace"))


def growth(
    ready: Linter, make: Callable[[int], bytes], sizes: list[int], runs: int
) -> list[tuple[int, float]]:
    """The time per unit of size, relative to that of the smallest size."""
    data = [make(size) for size in sizes]
    taken = in_turn(runs, *[lambda one=one: ready.lint(one) for one in data])
    unit = taken[0] / sizes[0]
    return [(size, once / size / unit) for size, once in zip(sizes, taken, strict=True)]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    runs, few, scale = (7, 1, 10) if quick else (41, 3, 1)
    ready = linter("annual-report")
    print(f"| one report, in process, every rule / naive reading | {in_process(ready, runs):.2f} |")
    print(f"| one report, docxlint.lint each time / naive reading | {each_call(runs):.2f} |")
    print(f"| one report, cold command / five-line script | {cold(runs // 2):.2f} |")
    sizes = [10_000 // scale, 30_000 // scale, 100_000 // scale]
    for size, per in growth(ready, paragraphs, sizes, few):
        print(f"| {size} paragraphs: time per paragraph / that of {sizes[0]} | {per:.2f} |")
    sizes = [500 // scale, 1_500 // scale, 5_000 // scale]
    for size, per in growth(ready, lambda rows: table(rows, 50), sizes, few):
        print(f"| table of {size} × 50: time per row / that of {sizes[0]} rows | {per:.2f} |")


if __name__ == "__main__":
    main()
