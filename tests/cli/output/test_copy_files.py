"""Copies with comments and repairs, from the command line."""

from __future__ import annotations

import shutil
import struct
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docxlint.author import markdown_parser
from docxlint.cli import cli
from docxlint.core.document import Document
from docxlint.word import read
from docxlint.word.make import write_document

SAMPLES = Path(__file__).parents[3] / "sample_docs"
FAULTY = SAMPLES / "004 凤鸣镇2023.docx"
CLEAN = SAMPLES / "005 青石镇2023.docx"


def _check(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    command = ["check", "--no-config", "--no-plugins", *map(str, arguments)]
    return CliRunner().invoke(cli, command, input=stdin)


def _comments(path: Path) -> int:
    return sum(s.kind == "comment" for s in _read(path).stories)


def _read(path: Path) -> Document:
    return read.read(path.read_bytes())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with documents in it and below it."""
    (tmp_path / "in" / "镇").mkdir(parents=True)
    shutil.copy(FAULTY, tmp_path / "in" / "镇" / "a.docx")
    shutil.copy(CLEAN, tmp_path / "in" / "b.docx")
    return tmp_path


def test_copies_keep_their_folders_and_clean_documents_have_none(folder: Path) -> None:
    before = (folder / "in" / "镇" / "a.docx").read_bytes()
    result = _check(folder / "in", "--annotate", folder / "notes", "--fix", folder / "fixed")
    assert result.exit_code == 1
    more = _check(folder / "in", "--fix", folder / "more", "--likely")
    assert sorted(p.name for p in (folder / "notes").rglob("*.docx")) == ["a.docx"]
    assert _comments(folder / "notes" / "镇" / "a.docx") == 12
    assert {r.author for r in _read(folder / "fixed" / "镇" / "a.docx").revisions} == {"docxlint"}
    assert (folder / "in" / "镇" / "a.docx").read_bytes() == before
    assert f"已添加批注12条，批注稿：{folder / 'notes' / '镇' / 'a.docx'}" in result.stderr
    copy = folder / "fixed" / "镇" / "a.docx"
    assert f"已修改8处，另有4处需人工修改，修改稿：{copy}" in result.stderr
    copy = folder / "more" / "镇" / "a.docx"
    assert f"已修改10处，另有2处需人工修改，修改稿：{copy}" in more.stderr


def test_the_report_and_the_status_are_the_same_with_copies(folder: Path) -> None:
    plain, copied = _check(FAULTY), _check(FAULTY, "--annotate", folder / "notes")
    assert (plain.stdout, plain.exit_code) == (copied.stdout, copied.exit_code)


def test_an_existing_file_is_replaced_only_with_force(folder: Path) -> None:
    target = folder / "notes" / "a.docx"
    target.parent.mkdir()
    target.write_text("other")
    document = folder / "in" / "镇" / "a.docx"
    result = _check(document, "--annotate", folder / "notes")
    assert result.exit_code == 2
    assert "已存在且内容不同，未覆盖" in result.stderr
    assert target.read_text() == "other"
    assert _check(document, "--annotate", folder / "notes", "--force").exit_code == 1
    assert _comments(target) == 12
    again = _check(document, "--annotate", folder / "notes")
    assert again.exit_code == 1  # the same content is already there
    assert [p.name for p in target.parent.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_document_of_the_run_is_never_replaced(folder: Path, force: tuple[str, ...]) -> None:
    document = folder / "in" / "镇" / "a.docx"
    before = document.read_bytes()
    for target in (document.parent, folder / "in"):
        result = _check(folder / "in", "--annotate", target, *force)
        assert result.exit_code == 2
        assert "请换一个文件夹" in result.stderr
    (folder / "out").mkdir()
    (folder / "out" / "镇").symlink_to(document.parent)
    assert _check(folder / "in", "--fix", folder / "out", *force).exit_code == 2
    assert document.read_bytes() == before


def test_a_copy_that_cannot_be_written_gives_2(folder: Path) -> None:
    (folder / "file").write_text("")
    result = _check(FAULTY, "--annotate", folder / "file" / "notes")
    assert result.exit_code == 2
    assert "无法写入" in result.stderr
    assert "凤鸣镇" in result.stdout


def test_a_diff_is_printed_and_nothing_is_written(folder: Path) -> None:
    result = _check(folder / "in", "--diff", "--likely", "--lang", "en")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0] == f"--- {folder / 'in' / '镇' / 'a.docx'}"
    assert "-本年制作件数" in lines and "+本年制发件数" in lines
    assert [p.name for p in folder.iterdir()] == ["in"]


def test_a_diff_replaces_only_the_report_on_standard_output(folder: Path) -> None:
    page = folder / "report.json"
    result = _check(FAULTY, "--diff", "--format", "text", "--format", f"json={page}")
    assert result.stdout.startswith("--- ")
    assert page.read_text(encoding="utf-8").startswith("{")


def test_standard_input_has_a_copy(folder: Path) -> None:
    data = FAULTY.read_bytes()
    named = _check("-", "--stdin-name", "../x/收到.docx", "--annotate", folder / "n", stdin=data)
    assert named.exit_code == 1
    assert _comments(folder / "n" / "收到.docx") == 12
    assert _check("-", "--annotate", folder / "m", stdin=data).exit_code == 1
    assert _comments(folder / "m" / "stdin.docx") == 12


def test_blanks_become_0_with_fill_zero() -> None:
    blank = SAMPLES / "001 古郊乡2021.docx"
    assert "+0" not in _check(blank, "--diff").stdout.splitlines()
    assert _check(blank, "--diff", "--fill-zero").stdout.splitlines().count("+0") == 22 * 7


def test_several_processes_write_the_same_copies(folder: Path) -> None:
    for jobs in ("1", "2"):
        _check(folder / "in", "--annotate", folder / jobs, "--jobs", jobs)
    one, two = (folder / jobs / "镇" / "a.docx" for jobs in ("1", "2"))
    assert one.read_bytes() == two.read_bytes()


def _with_damaged_picture(document: Path, target: Path) -> None:
    """`document` with a picture of which one byte is wrong: it can be read, but not copied."""
    with zipfile.ZipFile(document) as archive, zipfile.ZipFile(target, "w") as other:
        for entry in archive.namelist():
            other.writestr(entry, archive.read(entry))
        other.writestr("word/media/a.bin", b"0123456789" * 10)
    data = target.read_bytes()
    assert data.count(b"0123456789" * 10) == 1
    target.write_bytes(data.replace(b"0123456789" * 10, b"x123456789" * 10))


def test_a_document_without_a_copy_does_not_affect_the_others(folder: Path) -> None:
    damaged = folder / "in" / "a.docx"
    _with_damaged_picture(FAULTY, damaged)
    document = folder / "in" / "镇" / "a.docx"
    shutil.copy(FAULTY, document.with_name("z.docx"))
    result = _check(damaged, document.with_name("z.docx"), "--annotate", folder / "notes")
    assert result.exit_code == 2
    assert f"{damaged} 未生成副本：" in result.stderr
    assert "文件内部结构异常，word/media/a.bin 已损坏" in result.stderr
    assert [p.name for p in (folder / "notes").iterdir()] == ["z.docx"]


def test_entries_that_share_bytes_do_not_become_a_huge_copy(folder: Path) -> None:
    # If each entry got a copy of its own, the result would be far larger than the file.
    damaged = folder / "in" / "odd.docx"
    with zipfile.ZipFile(FAULTY) as archive, zipfile.ZipFile(damaged, "w") as other:
        for entry in archive.namelist():
            other.writestr(entry, archive.read(entry))
        other.writestr("word/media/0000.bin", bytes(100_000))
    data = damaged.read_bytes()
    begin, end = data.rindex(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    more = b"".join(data[begin:end].replace(b"0000", b"%04d" % n) for n in range(1, 600))
    tail = bytearray(data[end:])
    count, size = struct.unpack_from("<H", tail, 10)[0], struct.unpack_from("<L", tail, 12)[0]
    struct.pack_into("<HHL", tail, 8, count + 599, count + 599, size + len(more))
    damaged.write_bytes(data[:end] + more + tail)
    assert _check(damaged).exit_code == 1
    result = _check(damaged, "--annotate", folder / "notes", "--fix", folder / "fixed")
    assert result.exit_code == 2
    assert result.stderr.count("文件内部结构异常") == 1
    assert not (folder / "notes").exists() and not (folder / "fixed").exists()


def test_a_blank_that_the_sums_contradict_stays_blank(folder: Path) -> None:
    document = folder / "in" / "blank.docx"
    old = (SAMPLES / "src" / "005-qingshi.md").read_text(encoding="utf-8")
    line = next(row for row in old.splitlines() if row.startswith("| 三、本年度办理结果"))
    cells = line.split("|")
    zero = next(n for n in range(4, len(cells)) if cells[n].strip() == "0")
    other = next(n for n in range(4, len(cells)) if cells[n].strip().isdigit() and n != zero)
    for n, bound in ((zero, True), (other, False)):
        cells = line.split("|")
        cells[n] = "  "
        text = old.replace(line, "|".join(cells))
        document.write_bytes(write_document.docx_bytes(markdown_parser.parse(text)))
        result = _check(document, "--diff", "--fill-zero")
        assert result.stdout.splitlines().count("+0") == int(bound)
        assert ("没有填写；按勾稽关系应为" in _check(document).stdout) == (not bound)


def test_last_years_report_is_never_replaced(folder: Path) -> None:
    last = folder / "out" / "a.docx"
    last.parent.mkdir()
    shutil.copy(CLEAN, last)
    before = last.read_bytes()
    document = folder / "in" / "镇" / "a.docx"
    result = _check(document, "--previous", last, "--fix", folder / "out", "--force")
    assert result.exit_code == 2
    assert "请换一个文件夹" in result.stderr
    assert last.read_bytes() == before


def test_a_failed_copy_does_not_prevent_the_other(folder: Path) -> None:
    (folder / "file").write_text("")
    document = folder / "in" / "镇" / "a.docx"
    result = _check(document, "--fix", folder / "file" / "f", "--annotate", folder / "notes")
    assert result.exit_code == 2
    assert _comments(folder / "notes" / "a.docx") == 12
