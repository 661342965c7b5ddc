from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from docxlint.core.finding import Severity
from docxlint.packs.yaml.source_faults import SiteFault
from docxlint.site import SiteSettings, read

Site = Callable[..., SiteSettings]
FaultsOf = Callable[..., list[tuple[str, int, int, str, str | None]]]

YAML = """\
packs: [annual-report, ./county]
severities:
  punctuation: info
  title: warning
fail-on: warning
add:
  phone: {title: 写明电话, severity: info, source: 县里的要求, expect: {}}
change:
  date-deadline: {severity: warning}
drop:
  numbering: 县里不要求
reword:
  总计: 合计
waivers:
  - rule: punctuation
    document: 2023*/某镇*.docx
    reason: 县里统一发的样表
    until: 2024-06-30
  - {rule: title, document: a.docx, reason: 等上级答复}
lang: en
plugins: false
"""


def test_every_setting_is_read(site: Site, tmp_path: Path) -> None:
    config = site(YAML)
    assert [pack.text for pack in config.packs] == ["annual-report", "./county"]
    assert [(rule.text, weight) for rule, weight in config.severities] == [
        ("punctuation", Severity.INFO),
        ("title", Severity.WARNING),
    ]
    assert config.fail_on is Severity.WARNING
    assert config.has_overrides
    assert [
        [key.text for key, _ in node.entries] if node is not None else None
        for node in (config.add, config.change, config.drop, config.reword)
    ] == [["phone"], ["date-deadline"], ["numbering"], ["总计"]]
    assert config.added == ("phone",)
    assert [name.text for name in config.rule_names()] == [
        *("punctuation", "title", "punctuation", "title"),
        *("date-deadline", "numbering"),
    ]
    assert [
        (w.rule.text, w.document.text, w.reason.text, w.until and w.until.date)
        for w in config.waivers
    ] == [
        ("punctuation", "2023*/某镇*.docx", "县里统一发的样表", datetime.date(2024, 6, 30)),
        ("title", "a.docx", "等上级答复", None),
    ]
    assert (config.lang, config.plugins) == ("en", False)
    assert (config.file, config.folder) == ("docxlint.yaml", str(tmp_path))


def test_one_pack_may_be_written_without_a_list(site: Site) -> None:
    config = site("packs: annual-report\n")
    assert [pack.text for pack in config.packs] == ["annual-report"]
    assert not config.has_overrides


BROKEN: dict[str, tuple[str, list[tuple[int, int, str, str | None]]]] = {
    "an unknown key": (
        "pack: a\n",
        [(1, 1, "there is no key “pack” here", "did you mean “packs”?")],
    ),
    "an unknown severity": (
        "severities: {title: eror}\n",
        [
            (
                1,
                21,
                "expected “error”, “warning”, “info” or “off”, not “eror”",
                "did you mean “error”?",
            )
        ],
    ),
    "no reason": (
        "waivers:\n  - {rule: a, document: b}\n",
        [(2, 5, "the key “reason” is missing", None)],
    ),
    "an empty reason": (
        'waivers:\n  - {rule: a, document: b, reason: " "}\n',
        [(2, 36, "the reason of a waiver must not be empty", None)],
    ),
    "no day": (
        "waivers:\n  - {rule: a, document: b, reason: c, until: 2024-02-30}\n",
        [(2, 46, "“2024-02-30” is not a date (write 2024-06-30)", None)],
    ),
    "a day in other words": (
        "waivers:\n  - {rule: a, document: b, reason: c, until: 20240201}\n",
        [(2, 46, "“20240201” is not a date (write 2024-06-30)", None)],
    ),
    "no fingerprint": (
        "waivers:\n  - {rule: a, document: b, reason: c, finding: 12ab}\n",
        [
            (
                2,
                48,
                "“12ab” is not a fingerprint (16 hexadecimal digits, as in the JSON)",
                None,
            )
        ],
    ),
    "no words": (
        "waivers:\n  - {rule: a, document: b, reason: c, row: ' ', words: ''}\n",
        [(2, 44, "the row must not be empty", None), (2, 56, "the words must not be empty", None)],
    ),
    "a list of changes": (
        "change: [a]\n",
        [(1, 9, "expected a mapping, not a list", None)],
    ),
    "another language": (
        "lang: fr\n",
        [(1, 7, "expected “zh” or “en”, not “fr”", None)],
    ),
    "a key twice": (
        "lang: en\nlang: zh\n",
        [(2, 1, "the key “lang” is already there, on line 1", None)],
    ),
    "two faults": (
        "lang: fr\nplugins: 1\n",
        [
            (1, 7, "expected “zh” or “en”, not “fr”", None),
            (2, 10, "expected “true” or “false”, not “1”", None),
        ],
    ),
    "nothing": ("", [(1, 1, "there is nothing in this file", None)]),
    "a list": ("- a\n", [(1, 1, "expected a mapping, not a list", None)]),
}


@pytest.mark.parametrize("case", BROKEN)
def test_each_fault_of_a_site_file_is_reported_at_its_place(faults_of: FaultsOf, case: str) -> None:
    text, expected = BROKEN[case]
    assert faults_of(text) == [("docxlint.yaml", *fault) for fault in expected]


def test_a_configuration_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SiteFault, match=r"nowhere\.yaml:1:1: there is no such file"):
        read(tmp_path / "nowhere.yaml")
