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
    told = ["check", "--no-config", "--no-plugins", *map(str, arguments)]
    return CliRunner().invoke(cli, told, input=stdin)


def _comments(path: Path) -> int:
    return sum(s.kind == "comment" for s in _read(path).stories)


def _read(path: Path) -> Document:
    return read.read(path.read_bytes())


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with documents in it and below it."""
    (tmp_path / "in" / "镇").mkdir(parents=True)
    shutil.copy(FAULTY, tmp_path / "in" / "镇" / "a.docx")
    shutil.copy(CLEAN, tmp_path / "in" / "b.docx")
    return tmp_path


def test_copies_keep_the_folders_and_documents_without_findings_have_none(desk: Path) -> None:
    before = (desk / "in" / "镇" / "a.docx").read_bytes()
    result = _check(desk / "in", "--annotate", desk / "notes", "--fix", desk / "mended")
    assert result.exit_code == 1
    assert sorted(p.name for p in (desk / "notes").rglob("*.docx")) == ["a.docx"]
    assert _comments(desk / "notes" / "镇" / "a.docx") == 12
    assert {r.author for r in _read(desk / "mended" / "镇" / "a.docx").revisions} == {"docxlint"}
    assert (desk / "in" / "镇" / "a.docx").read_bytes() == before
    assert f"批注 12 条，写入 {desk / 'notes' / '镇' / 'a.docx'}" in result.stderr
    assert f"修改 10 处问题，写入 {desk / 'mended' / '镇' / 'a.docx'}" in result.stderr


def test_the_report_and_the_status_are_the_same_with_copies(desk: Path) -> None:
    plain, copied = _check(FAULTY), _check(FAULTY, "--annotate", desk / "notes")
    assert (plain.stdout, plain.exit_code) == (copied.stdout, copied.exit_code)


def test_a_file_that_is_there_is_left_unless_forced(desk: Path) -> None:
    target = desk / "notes" / "a.docx"
    target.parent.mkdir()
    target.write_text("mine")
    document = desk / "in" / "镇" / "a.docx"
    result = _check(document, "--annotate", desk / "notes")
    assert result.exit_code == 2
    assert "已经存在，内容不同，没有覆盖" in result.stderr
    assert target.read_text() == "mine"
    assert _check(document, "--annotate", desk / "notes", "--force").exit_code == 1
    assert _comments(target) == 12
    again = _check(document, "--annotate", desk / "notes")
    assert again.exit_code == 1  # it is there as it would be written
    assert [p.name for p in target.parent.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_document_of_the_run_is_never_written_over(desk: Path, force: tuple[str, ...]) -> None:
    document = desk / "in" / "镇" / "a.docx"
    before = document.read_bytes()
    for folder in (document.parent, desk / "in"):
        result = _check(desk / "in", "--annotate", folder, *force)
        assert result.exit_code == 2
        assert "请换一个文件夹" in result.stderr
    (desk / "out").mkdir()
    (desk / "out" / "镇").symlink_to(document.parent)
    assert _check(desk / "in", "--fix", desk / "out", *force).exit_code == 2
    assert document.read_bytes() == before


def test_copies_of_one_name_are_a_fault_before_anything_is_written(desk: Path) -> None:
    shutil.copy(FAULTY, desk / "in" / "A.docx")
    both = (desk / "in" / "镇" / "a.docx", desk / "in" / "A.docx")
    result = _check(*both, "--annotate", desk / "notes")
    assert result.exit_code == 2
    assert "副本会同名" in result.stderr
    assert not (desk / "notes").exists()


def test_comments_and_repairs_go_to_folders_of_their_own(desk: Path) -> None:
    result = _check(FAULTY, "--annotate", desk / "out", "--fix", desk / "in" / ".." / "out")
    assert result.exit_code == 2
    assert "不同的文件夹" in result.stderr


def test_what_cannot_be_written_is_said_and_gives_2(desk: Path) -> None:
    (desk / "file").write_text("")
    result = _check(FAULTY, "--annotate", desk / "file" / "notes")
    assert result.exit_code == 2
    assert "写不了" in result.stderr
    assert "凤鸣镇" in result.stdout


def test_a_difference_is_shown_and_nothing_written(desk: Path) -> None:
    result = _check(desk / "in", "--diff", "--lang", "en")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0] == f"--- {desk / 'in' / '镇' / 'a.docx'}"
    assert "-本年制作件数" in lines and "+本年制发件数" in lines
    assert [p.name for p in desk.iterdir()] == ["in"]


def test_a_difference_takes_the_place_of_a_report_on_standard_output_alone(desk: Path) -> None:
    page = desk / "report.json"
    result = _check(FAULTY, "--diff", "--format", "text", "--format", f"json={page}")
    assert result.stdout.startswith("--- ")
    assert page.read_text(encoding="utf-8").startswith("{")


def test_standard_input_has_a_copy_under_its_name(desk: Path) -> None:
    data = FAULTY.read_bytes()
    named = _check("-", "--stdin-name", "../x/收到.docx", "--annotate", desk / "n", stdin=data)
    assert named.exit_code == 1
    assert _comments(desk / "n" / "收到.docx") == 12
    assert _check("-", "--annotate", desk / "m", stdin=data).exit_code == 1
    assert _comments(desk / "m" / "stdin.docx") == 12


def test_blanks_become_0_only_with_repairs() -> None:
    assert _check(FAULTY, "--fill-zero").exit_code == 2
    blank = SAMPLES / "001 古郊乡2021.docx"
    assert "+0" not in _check(blank, "--diff").stdout.splitlines()
    assert _check(blank, "--diff", "--fill-zero").stdout.splitlines().count("+0") == 22 * 7


def test_several_processes_write_the_same_copies(desk: Path) -> None:
    for jobs in ("1", "2"):
        _check(desk / "in", "--annotate", desk / jobs, "--jobs", jobs)
    one, two = (desk / jobs / "镇" / "a.docx" for jobs in ("1", "2"))
    assert one.read_bytes() == two.read_bytes()


def _changed(document: Path, target: Path, name: str, old: bytes, new: bytes) -> None:
    """`document` with `new` for `old` in its part `name`."""
    with zipfile.ZipFile(document) as archive, zipfile.ZipFile(target, "w") as other:
        for entry in archive.namelist():
            data = archive.read(entry)
            if entry == name:
                assert old in data
                data = data.replace(old, new)
            other.writestr(entry, data)


@pytest.mark.parametrize("new", [b"<Types ", b"<!DOCTYPE Types><Types"])
def test_a_document_without_a_copy_leaves_the_others_theirs(desk: Path, new: bytes) -> None:
    odd = desk / "in" / "a.docx"
    old = b"<Types" if new.startswith(b"<!") else b"<Types xmlns="
    _changed(FAULTY, odd, "[Content_Types].xml", old, new)
    document = desk / "in" / "镇" / "a.docx"
    shutil.copy(FAULTY, document.with_name("z.docx"))
    result = _check(odd, document.with_name("z.docx"), "--annotate", desk / "notes")
    assert result.exit_code == 2
    assert f"{odd} 没有写副本：" in result.stderr
    assert "文件内部结构异常" in result.stderr
    assert [p.name for p in (desk / "notes").iterdir()] == ["z.docx"]


def test_entries_that_share_bytes_give_no_copy_of_their_size(desk: Path) -> None:
    # Far more than the file holds, if each were copied by itself.
    odd = desk / "in" / "odd.docx"
    with zipfile.ZipFile(FAULTY) as archive, zipfile.ZipFile(odd, "w") as other:
        for entry in archive.namelist():
            other.writestr(entry, archive.read(entry))
        other.writestr("word/media/0000.bin", bytes(100_000))
    data = odd.read_bytes()
    begin, end = data.rindex(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    more = b"".join(data[begin:end].replace(b"0000", b"%04d" % n) for n in range(1, 600))
    tail = bytearray(data[end:])
    count, size = struct.unpack_from("<H", tail, 10)[0], struct.unpack_from("<L", tail, 12)[0]
    struct.pack_into("<HHL", tail, 8, count + 599, count + 599, size + len(more))
    odd.write_bytes(data[:end] + more + tail)
    assert _check(odd).exit_code == 1
    result = _check(odd, "--annotate", desk / "notes", "--fix", desk / "mended")
    assert result.exit_code == 2
    assert result.stderr.count("压缩包的目录与内容对不上") == 1
    assert not (desk / "notes").exists() and not (desk / "mended").exists()


@pytest.mark.parametrize("option", ["--annotate", "--fix"])
def test_copies_do_not_go_where_the_next_check_would_find_them(desk: Path, option: str) -> None:
    for folder in (desk / "in" / "sub", desk / "in" / "镇" / ".." / "sub", desk / "in"):
        result = _check(desk / "in", option, folder)
        assert result.exit_code == 2
        assert "请换一个文件夹" in result.stderr
    assert not (desk / "in" / "sub").exists()
    assert _check(desk / "in" / "b.docx", option, desk / "in" / "sub").exit_code in (0, 1)


def test_a_blank_that_the_sums_say_is_not_0_is_left_and_said(desk: Path) -> None:
    document = desk / "in" / "blank.docx"
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
        assert ("填 0 之后对不上" in result.stderr) == (not bound)
