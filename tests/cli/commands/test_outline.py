"""`docxlint outline`: show what is read of a document."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
Make = Callable[[str], str]


def test_an_outline_shows_names_numbers_and_merged_cells(
    run: Run, toy: Path, tmp_path: Path
) -> None:
    from docxlint.author import markdown_parser
    from docxlint.word.make import write_document

    text = (
        "# 某镇2023年工作报告\n## {一、}情况\n一切如常。\n## 二、数字\n"
        "| 项目 | 自然人 | 企业 |\n| 收到 | 1 | < |\n| 办结 | ^ | 3 |\n"
    )
    path = tmp_path / "报告.docx"
    path.write_bytes(
        write_document.docx_bytes(markdown_parser.parse(text.replace("| ^ |", "| 1 |")))
    )
    done = run("outline", "--pack", str(toy), str(path))
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert lines[:5] == [
        str(path),
        "  规则包：toy 1.2.3",
        "  标题：某镇2023年工作报告",
        "  机关：某镇",
        "  年度：2023",
    ]
    assert lines[7:] == [
        "",
        "  # 某镇2023年工作报告",
        "",
        "  [first] {一、}情况",
        "     3  一切如常。",
        "",
        "  [second] 二、数字",
        "    [sums] 表格 3 行 × 3 列",
        "             | 项目 | 自然人   | 企业",
        "             |      | [people] |",
        "      [new]  | 收到 | 1        | ←",
        "             |      | [people] | [firms]",
        "      [done] | 办结 | 1        | 3",
    ]


def test_an_outline_as_json_has_the_grid_with_names(run: Run, toy: Path, make: Make) -> None:
    done = run("outline", "--format", "json", "--pack", str(toy), make("clean"))
    data = json.loads(done.stdout_bytes)
    assert data["title"] == {"text": "某镇2023年工作报告", "organ": "某镇", "year": 2023}
    table = data["blocks"][-1]
    assert (table["kind"], table["name"], table["section"]) == ("table", "sums", "second")
    assert table["row_names"] == [None, "new", "done"]
    assert [cell["name"] for cell in table["cells"]][3:6] == [
        *(None, "sums.new.people", "sums.new.firms")
    ]
    assert [b["role"] for b in data["blocks"][:-1]] == ["title", "heading", "text", "heading"]


def test_an_outline_of_an_unreadable_document_has_the_reason(
    run: Run, make: Make, toy: Path
) -> None:
    done = run("outline", "--pack", str(toy), make("unreadable"))
    assert done.exit_code == 3
    assert done.stdout == ""
    assert "unreadable.docx：" in done.stderr


def test_an_outline_is_read_from_standard_input(run: Run, make: Make, toy: Path) -> None:
    data = Path(make("clean")).read_bytes()
    assert "一切如常。" in run("outline", "--pack", str(toy), "-", input=data).output


def test_an_outline_escapes_invisible_characters(run: Run, toy: Path, tmp_path: Path) -> None:
    from docxlint.author import markdown_parser
    from docxlint.word.make import write_document

    path = tmp_path / "a.docx"
    text = "# 某镇2023年工作报告\n## 一、情况\n甲\u202e乙\n## 二、数字\n| \u2066项 | 1 |\n"
    path.write_bytes(write_document.docx_bytes(markdown_parser.parse(text)))
    shown = run("outline", "--pack", str(toy), str(path)).output
    assert "甲\\u202e乙" in shown
    assert "| \\u2066项 |" in shown
    assert "\u202e" not in shown


def test_a_folder_gives_the_outline_of_each_document(run: Run, make: Make, toy: Path) -> None:
    alone = [run("outline", "--pack", str(toy), make(kind)).stdout for kind in ("clean", "wrong")]
    folder = Path(make("unreadable")).parent
    (folder / "0.pdf").write_bytes(b"%PDF-1.7")
    done = run("outline", "--pack", str(toy), str(folder))
    assert done.exit_code == 3
    assert done.stdout == "\n".join(alone)
    assert [line.partition("：")[0] for line in done.stderr.splitlines()] == [
        f"docxlint: {folder / name}" for name in ("0.pdf", "unreadable.docx")
    ]
    left = run("outline", "--pack", str(toy), str(folder), "--exclude", "u*")
    assert (left.exit_code, left.stdout) == (3, done.stdout)
    assert left.stderr == done.stderr.splitlines(keepends=True)[0]
    left = run("outline", "--pack", str(toy), str(folder), "--exclude", "*.pdf", "--exclude", "u*")
    assert (left.exit_code, left.stdout, left.stderr) == (0, done.stdout, "")


def test_several_outlines_as_json_are_each_as_for_the_document_alone(
    run: Run, make: Make, toy: Path
) -> None:
    json_of = ("outline", "--format", "json", "--pack", str(toy))
    paths = [make(kind) for kind in ("clean", "wrong", "unreadable")]
    alone = [json.loads(run(*json_of, path).stdout_bytes) for path in paths[:2]]
    folder = json.loads(run(*json_of, str(Path(paths[0]).parent)).stdout_bytes)
    assert folder["documents"] == alone
    assert folder["schema"] == 1
    assert folder["unreadable"][0]["path"] == paths[2]
    assert "docx" in folder["unreadable"][0]["error"]
    given = run(*json_of, *paths)
    assert given.exit_code == 3
    assert json.loads(given.stdout_bytes) == folder


def test_a_folder_with_one_document_has_the_shape_of_several(
    run: Run, make: Make, toy: Path
) -> None:
    folder = str(Path(make("clean")).parent)
    done = run("outline", "--format", "json", "--pack", str(toy), folder)
    assert len(json.loads(done.stdout_bytes)["documents"]) == 1
