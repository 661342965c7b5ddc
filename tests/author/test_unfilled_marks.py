from __future__ import annotations

from pathlib import Path

from docxlint.author.unfilled_marks import MARK, find_unfilled_lines


def test_every_line_to_fill_in_is_found_with_its_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "toy"
    (folder / "rules").mkdir(parents=True)
    (folder / "pack.yaml").write_text(f"name: toy\ntitle: {MARK}\n", "utf-8")
    (folder / "rules" / "one.yaml").write_text(f"# {MARK}\nsource: {MARK}\n", "utf-8")
    found = [(f.file, f.line, f.rule, f.excerpt) for f in find_unfilled_lines(folder)]
    assert found == [
        ("toy/pack.yaml", 2, None, f"title: {MARK}"),
        ("toy/rules/one.yaml", 2, "one", f"source: {MARK}"),
    ]


def test_marks_in_comments_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(f"  # {MARK}\n", "utf-8")
    (tmp_path / "good.md").write_text(f"<!-- {MARK} -->\n", "utf-8")
    assert list(find_unfilled_lines(tmp_path)) == []


def test_a_file_that_is_not_text_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_bytes(b"\xff" + MARK.encode())
    assert list(find_unfilled_lines(tmp_path)) == []
