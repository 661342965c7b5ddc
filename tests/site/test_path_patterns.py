from __future__ import annotations

from pathlib import Path

import pytest

from docxlint.site.path_patterns import Exclusion, path_in, path_matches


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("甲.docx", "乙/甲.docx", True),
        ("甲", "甲/乙.docx", False),
        ("甲/*", "甲/乙/丙.docx", True),
        ("./甲/*", "甲/乙.docx", True),
        ("./乙.docx", "甲/乙.docx", False),
        ("e\u0301*", "é.docx", True),
        ("[!a]*", "甲.docx", True),
    ],
)
def test_a_pattern_matches_a_name_or_with_a_slash_a_path(
    pattern: str, path: str, matches: bool
) -> None:
    assert path_matches(pattern, path) is matches


def test_a_path_in_a_folder_begins_there(tmp_path: Path) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / "链").symlink_to(tmp_path / "甲", target_is_directory=True)
    (tmp_path / "甲" / "b.docx").symlink_to(tmp_path / "没有")
    inside = {
        "甲/a.docx": "甲/a.docx",
        "甲/../甲/a.docx": "甲/a.docx",
        "链/a.docx": "甲/a.docx",
        "甲/b.docx": "甲/b.docx",
    }
    for path, expected in inside.items():
        assert path_in(str(tmp_path), str(tmp_path / path)) == expected
    assert path_in(str(tmp_path / "甲"), str(tmp_path / "a.docx")) is None


def test_an_exclusion_names_the_pattern_that_matches(tmp_path: Path) -> None:
    exclusion = Exclusion(str(tmp_path), ("*.doc", "/旧/", "**/草稿.docx"))
    patterns = {
        "a.doc": "*.doc",
        "乡/a.doc": "*.doc",
        "旧": "/旧/",
        "乡/旧": None,
        "草稿.docx": "**/草稿.docx",
        "乡/镇/草稿.docx": "**/草稿.docx",
        "a.docx": None,
        "../a.doc": "*.doc",
        "../旧": None,
    }
    for path, pattern in patterns.items():
        assert exclusion.match(str(tmp_path / path)) == pattern
    assert Exclusion("", ()).match("a.doc") is None
