from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from docxlint.report.contract import json_schema
from docxlint.report.formats.json import Json
from docxlint.report.report import Report

SCHEMA = Path(__file__).parents[3] / "docs" / "report.schema.json"


def loaded(reports: tuple[Report, ...], lang: str = "zh") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Json.render(reports, lang))
    return data


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_run_is_its_golden(
    lang: str, everything: tuple[Report, ...], golden: Callable[[str], str]
) -> None:
    text = Json.render(everything, lang)
    version = json.loads(text)["tool"]["version"]
    assert text.replace(f'"version": "{version}"', '"version": "0"', 1) == golden(
        f"run.{lang}.json"
    )


def test_a_run_fits_the_schema(everything: tuple[Report, ...]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(loaded(everything))


def test_the_schema_lets_no_other_status_by(clean: Report) -> None:
    data = loaded((clean,))
    data["documents"][0]["status"] = "fine"
    with pytest.raises(jsonschema.ValidationError, match="'fine' is not one of"):
        jsonschema.Draft202012Validator(json_schema()).validate(data)


def test_the_schema_in_the_repository_is_that_of_the_classes() -> None:
    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    assert SCHEMA.read_text(encoding="utf-8") == text, "run docs/refresh.py"


def test_keys_stand_in_the_order_of_the_contract(full: Report) -> None:
    data = loaded((full,))
    document = data["documents"][0]
    assert list(data) == ["schema", "tool", "documents", "summary"]
    assert list(document) == [
        *("path", "sha256", "status", "error", "pack", "packs", "title", "organ", "year"),
        *("findings", "unchecked", "diagnoses", "broken"),
    ]
    assert list(document["findings"][0]) == [
        *("rule", "severity", "message", "location", "expected", "found", "related", "suspects"),
        *("fix", "waived", "fingerprint"),
    ]
    assert list(document["findings"][0]["location"]) == [
        *("section", "table", "table_label", "row", "column", "paragraph", "page", "text"),
        *("part", "path", "span"),
    ]


def test_the_summary_counts_every_document(
    full: Report,
    unreadable: Report,
    no_pack: Report,
    clean: Report,
    waived: Report,
    broken: Report,
) -> None:
    assert loaded((full, unreadable, no_pack, clean, waived, broken))["summary"] == {
        "documents": 6,
        "errors": 3,
        "warnings": 1,
        "infos": 2,
        "unchecked": 9,
        "unreadable": 1,
        "no_pack": 1,
        "waived": 3,
        "broken": 1,
    }


def test_a_rule_at_fault_is_told_and_is_no_finding(broken: Report) -> None:
    (document,) = loaded((broken,))["documents"]
    assert (document["findings"], document["unchecked"]) == ([], [])
    (fault,) = document["broken"]
    assert fault == {"who": "balance (equation)", "what": "ZeroDivisionError: division by zero"}


@pytest.mark.parametrize("hidden", ["\x9b", "\u202e", "\u2066", "\ufdd0", "\u3164", "\U000e0001"])
def test_what_does_not_show_is_escaped_and_stays_the_same(clean: Report, hidden: str) -> None:
    named = msgspec.structs.replace(clean, path=f"甲{hidden}\U00020000.docx")
    assert hidden not in Json.render((named,), "zh")
    assert "甲" in Json.render((named,), "zh")
    assert loaded((named,))["documents"][0]["path"] == named.path


def test_a_place_of_part_of_a_paragraph_has_its_span(full: Report) -> None:
    first, second, *_ = loaded((full,))["documents"][0]["findings"]
    assert first["location"]["span"] == [4, 10]
    assert first["fix"] == {"location": first["location"], "text": "2023年", "also": []}
    assert second["location"]["span"] is None


def test_a_document_whose_bytes_were_not_had_has_no_digest(unreadable: Report) -> None:
    assert loaded((unreadable,))["documents"][0]["sha256"] is None


def test_chinese_is_written_as_itself(full: Report) -> None:
    assert "标题里“年度”重复" in Json.render((full,), "zh")


def test_a_name_that_is_no_text_is_still_valid_json(clean: Report) -> None:
    report = msgspec.structs.replace(
        clean, path=b"\xff\xe6\x8a\xa5.docx".decode("ascii", "surrogateescape")
    )
    assert loaded((report,))["documents"][0]["path"] == "\\xff报.docx"


def test_a_waived_finding_has_its_reason_and_is_counted_apart(waived: Report) -> None:
    data = loaded((waived,), "en")
    reasons = [found["waived"] for found in data["documents"][0]["findings"]]
    county = "the form that the county gave out"
    assert reasons == [None, county, county, "baseline"]
    assert (data["summary"]["infos"], data["summary"]["waived"]) == (1, 3)


def test_the_first_of_several_packs_is_the_pack(waived: Report) -> None:
    (document,) = loaded((waived,))["documents"]
    assert document["pack"] == {"name": "annual-report", "version": "1.0.0"}
    assert document["packs"] == [document["pack"], {"name": "county", "version": "0.1.0"}]
