"""Write every sample .docx from its source in src/, or with --check list the stale ones."""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from docxlint.author.markdown_parser import parse
from docxlint.core.document import Document, Paragraph
from docxlint.word.make.write_document import docx_bytes
from docxlint.word.read import read

HERE = Path(__file__).parent
SAMPLES = {
    "000-jiyizhuang.md": "000 集义庄乡2023.docx",
    "001-gujiao.md": "001 古郊乡2021.docx",
    "002-fengshou.md": "002 丰收乡2023.docx",
    "003-jiaocha.md": "003 交岔乡2023.docx",
    "004-fengming.md": "004 凤鸣镇2023.docx",
    "005-qingshi.md": "005 青石镇2023.docx",
}
SAVED_BY_LIBREOFFICE = frozenset({"003-jiaocha.md"})


def build(source: str) -> bytes:
    """The .docx of the source with this name, before LibreOffice."""
    return docx_bytes(parse((HERE / "src" / source).read_text(encoding="utf-8")))


def saved_by_libreoffice(docx: bytes, soffice: str) -> bytes:
    """The same document opened and saved as .docx by the LibreOffice at `soffice`.

    Raises CalledProcessError if LibreOffice fails, FileNotFoundError if it writes nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        profile, before, after = (Path(folder) / name for name in ("profile", "before", "after"))
        before.mkdir()
        (before / "sample.docx").write_bytes(docx)
        subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                str(after),
                str(before / "sample.docx"),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return (after / "sample.docx").read_bytes()


def parts(docx: bytes) -> dict[str, bytes]:
    """The bytes of each part by name, to compare packages whatever their compression."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def visible_content(document: Document) -> Iterator[tuple[object, ...]]:
    """The visible content of the body in order: the text and level of each paragraph, the texts of
    the visible cells of each table row.

    The columns of cells are left out: LibreOffice adds columns one twip wide.
    """
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text, block.level
        else:
            for index in range(len(block.grid)):
                yield tuple(cell.text for cell in block.row(index))


def stale(source: str, target: Path) -> bool:
    """Whether the .docx at `target` is missing or differs from what its source gives today.

    Each version of LibreOffice writes other bytes, so its file is compared by its visible content.
    """
    if not target.exists():
        return True
    today, kept = build(source), target.read_bytes()
    if source in SAVED_BY_LIBREOFFICE:
        return list(visible_content(read(kept))) != list(visible_content(read(today)))
    return parts(kept) != parts(today)


def main(arguments: list[str] | None = None) -> int:
    """Write the stale samples. Return 1 if a stale one is left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only list the stale samples")
    check = parser.parse_args(arguments).check
    soffice = shutil.which("soffice")
    left = 0
    for source, name in SAMPLES.items():
        target = HERE / name
        if not stale(source, target):
            continue
        if check:
            print(f"stale: {name}")
        elif source in SAVED_BY_LIBREOFFICE and soffice is None:
            print(f"stale, and LibreOffice (soffice) is missing: {name}", file=sys.stderr)
        else:
            docx = build(source)
            if source in SAVED_BY_LIBREOFFICE and soffice is not None:
                docx = saved_by_libreoffice(docx, soffice)
            target.write_bytes(docx)
            print(f"written: {name}")
            continue
        left += 1
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
