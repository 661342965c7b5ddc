from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from docxlint.site import Baseline, SiteFault, read_baseline
from docxlint.site.baseline import KnownDocument


def run(**documents: list[str]) -> str:
    return json.dumps(
        {
            "schema": 1,
            "documents": [
                {"path": path, "findings": [{"fingerprint": one, "rule": "a"} for one in prints]}
                for path, prints in documents.items()
            ],
        }
    )


def test_a_list_is_known_of_every_document(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text('["1", "2"]')
    known = read_baseline(path, "known.json")
    assert known.fingerprints_of("a.docx") == known.fingerprints_of("b/c.docx") == {"1", "2"}


def test_the_report_of_a_run_is_known_document_by_document(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(run(**{"a.docx": ["1", "2"], "b.docx": ["3"]}))
    known = read_baseline(path, "known.json")
    assert known.fingerprints_of("a.docx") == {"1", "2"}
    assert known.fingerprints_of("b.docx") == {"3"}
    assert known.fingerprints_of("c.docx") == frozenset()


@pytest.mark.parametrize(
    ("known", "path", "same"),
    [
        ("甲/报告.docx", "甲/报告.docx", True),
        ("甲/报告.docx", "./甲/报告.docx", True),
        ("甲/报告.docx", "/srv/甲/报告.docx", True),
        ("甲/报告.docx", "报告.docx", True),
        ("甲/报告.docx", "甲\\报告.docx", True),
        ("甲/报告.docx", "乙/../甲/报告.docx", True),
        ("甲/报告.docx", "乙/报告.docx", False),
        ("甲/报告.docx", "新报告.docx", False),
        ("../甲/报告.docx", "甲/报告.docx", True),
    ],
)
def test_a_document_is_known_by_the_end_of_its_path(known: str, path: str, same: bool) -> None:
    baseline = Baseline(documents=(KnownDocument(known, frozenset({"1"})),))
    assert baseline.fingerprints_of(path) == ({"1"} if same else frozenset())


TOWN = KnownDocument("甲/报告.docx", frozenset({"1", "2"}), "某县某镇人民政府", 2023)


@pytest.mark.parametrize(
    ("path", "organ", "year", "same"),
    [
        ("甲/报告.docx", "某县某镇人民政府", 2023, True),
        ("甲/报告.docx", "某镇人民政府", 2023, True),
        ("甲/报告.docx", None, None, True),
        ("甲/报告.docx", None, 2022, False),
        ("甲/报告.docx", "别镇人民政府", 2023, False),
        ("甲/报告.docx", "某县某镇人民政府", 2024, False),
        ("修改/报告(2).docx", "某县某镇人民政府", 2023, True),
        ("修改/报告(2).docx", "某县 某镇人民政府", 2023, True),
        ("修改/报告(2).docx", "某镇人民政府", 2023, False),
        ("修改/报告(2).docx", "某县某镇人民政府", 2024, False),
        ("修改/报告(2).docx", "某县某镇人民政府", None, False),
        ("修改/报告(2).docx", None, None, False),
    ],
)
def test_a_resubmission_is_known_by_organ_and_year(
    path: str, organ: str | None, year: int | None, same: bool
) -> None:
    baseline = Baseline(documents=(TOWN,))
    assert baseline.fingerprints_of(path, organ, year) == ({"1", "2"} if same else frozenset())


def test_of_several_first_submissions_only_what_all_have_is_known() -> None:
    other = msgspec.structs.replace(TOWN, path="乙/报告.docx", fingerprints=frozenset({"2", "3"}))
    baseline = Baseline(documents=(TOWN, other))
    assert baseline.fingerprints_of("新.docx", TOWN.organ, 2023) == {"2"}
    assert baseline.fingerprints_of("乙/报告.docx", TOWN.organ, 2023) == {"2", "3"}
    assert baseline.fingerprints_of("报告.docx", TOWN.organ, 2023) == {"1", "2", "3"}


def test_the_organ_and_the_year_are_read_from_the_report_of_a_run(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    document = {
        "path": "a.docx",
        "organ": "某 镇",
        "year": 2023,
        "findings": [{"fingerprint": "1"}],
    }
    nameless = {"path": "b.docx", "organ": None, "year": None, "findings": [{"fingerprint": "2"}]}
    path.write_text(json.dumps({"documents": [document, nameless]}))
    known = read_baseline(path, "known.json")
    assert known.fingerprints_of("c.docx", "某镇", 2023) == {"1"}
    assert known.fingerprints_of("c.docx") == frozenset()
    assert known.fingerprints_of("b.docx", "某镇", 2023) == {"2"}


@pytest.mark.parametrize(
    ("waived", "known"),
    [(None, True), ("baseline", True), ("以前已登记的问题，不再计入", True), ("至六月", False)],
)
def test_what_a_waiver_covered_does_not_become_known(
    tmp_path: Path, waived: str | None, known: bool
) -> None:
    path = tmp_path / "known.json"
    finding = {"fingerprint": "1", "waived": waived}
    path.write_text(json.dumps({"documents": [{"path": "a.docx", "findings": [finding]}]}))
    baseline = read_baseline(path, "known.json")
    assert baseline.fingerprints_of("a.docx") == ({"1"} if known else frozenset())


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"documents": [{"path": "a"}]}', "\xff", "3"])
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(SiteFault, match=r"known\.json:1:1: this is not a baseline"):
        read_baseline(path, "known.json")


def test_a_baseline_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SiteFault, match=r"known\.json:1:1: the baseline cannot be read"):
        read_baseline(tmp_path / "known.json", "known.json")
