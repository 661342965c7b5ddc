"""The lines that close a Chinese document: the organ's name and the date."""

from __future__ import annotations

import re

from docxlint.text.values import WrittenDate
from docxlint.text.zh.date_parser import written_dates
from docxlint.text.zh.folding import fold, is_letter
from docxlint.text.zh.numerals import ARABIC, ONE_TO_NINE, ZEROS

_LONGEST_ORGAN = 40
_SENTENCE = re.compile("[。；;！!？?：:，,《》]")
_REMARK = re.compile(r"[(（][^()（）]*[)）]$")
_AFTER = re.compile(
    r"[(（【]?\s*(?:附\s?[件表录图注：:]|抄\s?[送报]|主送|印发|联系|电话|传真|地址|邮编|邮箱|网址|备注|注[：:]|说明[：:])"
)
_DATE_LABEL = re.compile(r"(?:成文|落款)?(?:日期|时间)\s?[:：]$")
_ORGAN_LABEL = re.compile(r"^(?:发文|成文|落款|编制|报告)?(?:机关|单位|部门)(?:名称)?\s?[:：]\s?")
_AROUND_DATE = " \t\r　\xa0（()）。."
# How the names of Chinese authorities and of other organisations end.
_ENDING = re.compile(
    "(?:政府|党委|委员会|委|局|厅|部|办|办公室|院|署|中心|处|站|所|馆|队|社|会|公司|集团|学校|中学|小学"
    "|大学|医院|行|场|团|街道|镇|乡|苏木|村|区|县|旗|市|州|盟|省)$"
)
_UNFINISHED = re.compile(rf"(?:[{ARABIC}{ONE_TO_NINE}{ZEROS}xX×_＿]{{0,6}}\s*年)[^，。；]{{0,12}}$")


def signed_organ(text: str, known: str) -> str | None:
    """The organ's name that a line consists of, or None. `known` is the organ of the title."""
    name = _REMARK.sub("", _ORGAN_LABEL.sub("", text.strip())).strip()
    folded = fold(name)
    if not 2 <= len(folded) <= _LONGEST_ORGAN or _SENTENCE.search(name):
        return None
    if not all(is_letter(char) for char in folded[:2]):
        return None
    if _ENDING.search(folded) or _is_akin(folded, known):
        return name
    return None


def closing_date(text: str) -> tuple[WrittenDate, str] | None:
    """The date that a line ends with and the words before it, or None."""
    last = None
    for date in written_dates(text):
        if date.full:
            last = date
    if last is None or text[last.end :].strip(_AROUND_DATE):
        return None
    head = text[: last.start].strip(_AROUND_DATE)
    return last, "" if _DATE_LABEL.fullmatch(head) else head.rpartition("。")[2]


def is_remark(text: str) -> bool:
    """Whether a line is a remark in brackets: （此件公开发布）."""
    return _REMARK.fullmatch(text) is not None


def is_after_signature(text: str) -> bool:
    """Whether a line belongs to what follows a signature: annexes, copies, contacts, notes."""
    return _AFTER.match(text.strip()) is not None


def is_unfinished_date(text: str) -> bool:
    """Whether a line begins a date and does not complete it: 2024年  月  日."""
    return _UNFINISHED.fullmatch(text) is not None


def _is_akin(name: str, known: str) -> bool:
    """Whether two names of organs share three characters in a row, or are the same."""
    if name and name == known:
        return True
    return any(name[at : at + 3] in known for at in range(len(name) - 2))
