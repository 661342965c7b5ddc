"""Measure docxlint beside python-docx, how its time grows with the document, and its memory.

    python benchmarks/speed.py            the whole table
    python benchmarks/speed.py --quick    fewer runs, smaller documents
    python benchmarks/speed.py --check    exit with status 1 where a figure is over its limit

Every ratio is between medians of runs that take turns, in one process or as whole processes, so
that a machine that slows down slows both. The collector runs before
each call, so that no call pays for another's garbage, and stays on within it. Peak memory is that
of a process that checks one large document.
"""

from __future__ import annotations

import argparse
import gc
import io
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx

import docxlint
from docxlint import Linter

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
    """Open a document with python-docx and read the text of its paragraphs and cells."""
    document = docx.Document(io.BytesIO(data))
    length = sum(len(paragraph.text) for paragraph in document.paragraphs)
    for each in document.tables:
        length += sum(len(cell.text) for row in each.rows for cell in row.cells)
    return length


def seconds(run: Callable[[], object]) -> float:
    """The time of one call. What the call before it left for the collector is collected first."""
    gc.collect()
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def median_times(runs: int, *calls: Callable[[], object]) -> list[float]:
    """The median time of each call, all taking turns, after one round that does not count."""
    times: list[list[float]] = [[] for _ in calls]
    for turn in range(runs + 1):
        for call, measured in zip(calls, times, strict=True):
            time_taken = seconds(call)
            if turn:
                measured.append(time_taken)
    return [statistics.median(measured) for measured in times]


def reused_linter(linter: Linter, runs: int) -> float:
    """A linter used again on the sample, all rules, over python-docx's naive reading."""
    data = SAMPLE.read_bytes()
    checked, read = median_times(runs, lambda: linter.lint(data), lambda: naive(data))
    return checked / read


def repeated_calls(runs: int) -> float:
    """`docxlint.lint` called again and again, over python-docx's naive reading."""
    data = SAMPLE.read_bytes()
    checked, read = median_times(
        runs, lambda: docxlint.lint(data, "annual-report"), lambda: naive(data)
    )
    return checked / read


def cold_command(runs: int) -> float:
    """The command `docxlint check` over a five-line python-docx script, as whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "naive.py"
        script.write_text(NAIVE, encoding="utf-8")
        check = [sys.executable, "-m", "docxlint", "check", str(SAMPLE)]
        read = [sys.executable, str(script), str(SAMPLE)]
        checked, plain = median_times(runs, lambda: _process(check), lambda: _process(read))
    return checked / plain


def _process(command: list[str]) -> None:
    # Installed packages come with their bytecode; a checkout must be allowed to write it.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    if done.returncode not in (0, 1, 3):
        raise RuntimeError(done.stderr.decode(errors="replace"))


def growth(
    linter: Linter, document: Callable[[int], bytes], sizes: list[int], runs: int
) -> list[tuple[int, float]]:
    """The time per unit of size, relative to that of the smallest size."""
    documents = [document(size) for size in sizes]
    times = median_times(runs, *[lambda data=data: linter.lint(data) for data in documents])
    unit = times[0] / sizes[0]
    return [(size, each / size / unit) for size, each in zip(sizes, times, strict=True)]


def peak_memory(data: bytes) -> int:
    """The most memory, in MiB, of a command that checks this document."""
    code = (
        "import resource, sys\n"
        "from docxlint.cli import run\n"
        "status = run(['check', '--pack', 'annual-report', '--quiet', sys.argv[1]])\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)\n"
        "sys.exit(status == 2)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.docx"
        path.write_bytes(data)
        command = [sys.executable, "-c", code, str(path)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    return int(done.stderr.split()[-1]) * unit >> 20


def rows(quick: bool) -> Iterator[tuple[str, float, float]]:
    """Each measurement: what it is, its value and its limit."""
    runs, large_runs, scale = (7, 1, 10) if quick else (41, 3, 1)
    # First, because a process begins with the peak of the one that starts it.
    count = 100_000 // scale
    yield f"peak memory with {count} paragraphs, MiB", peak_memory(paragraphs(count)), math.inf
    linter = docxlint.linter("annual-report")
    yield "a linter used again / naive reading", reused_linter(linter, runs), 0.35
    yield "docxlint.lint called again and again / naive reading", repeated_calls(runs), 0.45
    yield "cold command / five-line script", cold_command(runs // 2), 1.3
    sizes = [10_000 // scale, 30_000 // scale, 100_000 // scale]
    for size, ratio in growth(linter, paragraphs, sizes, large_runs):
        yield f"{size} paragraphs: time per paragraph / that of {sizes[0]}", ratio, 1.3
    sizes = [500 // scale, 1_500 // scale, 5_000 // scale]
    for size, ratio in growth(linter, lambda count: table(count, 50), sizes, large_runs):
        yield f"table of {size} × 50: time per row / that of {sizes[0]} rows", ratio, 1.3


def main() -> int:
    """Print the table; with --check return 1 where a figure is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="fewer runs, smaller documents")
    parser.add_argument("--check", action="store_true", help="fail where a limit is exceeded")
    options = parser.parse_args()
    failures = 0
    print("| measurement | value | limit |")
    print("|---|--:|--:|")
    for name, value, limit in rows(options.quick):
        bounded = math.isfinite(limit)
        figure = f"{value:.2f}" if bounded else f"{value:.0f}"
        print(f"| {name} | {figure} | {limit if bounded else ''} |", flush=True)
        failures += value > limit
    return 1 if options.check and failures else 0


if __name__ == "__main__":
    sys.exit(main())
