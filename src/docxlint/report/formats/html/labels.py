"""The words of the page that stand in no other report."""

from __future__ import annotations

from docxlint.core.message import Message
from docxlint.report.finding_text import JUDGEMENT
from docxlint.report.verdict import AT_FAULT

WORDS = {
    "title": Message(zh="检查结果", en="What was found"),
    "overview": Message(zh="总览", en="Overview"),
    "by_verdict": Message(zh="各种结论的文档数", en="Documents by verdict"),
    "frequent": Message(zh="最常见的问题", en="The most frequent faults"),
    "documents": Message(zh="文档", en="Documents"),
    "document": Message(zh="文档", en="document"),
    "verdict": Message(zh="结论", en="verdict"),
    "rule": Message(zh="规则", en="rule"),
    "colon": Message(zh="：", en=": "),
    "findings": Message(zh="处数", en="findings"),
    "in_documents": Message(zh="文档数", en="documents"),
    "table": Message(zh="表格", en="table"),
    "finding": Message(zh="问题", en="finding"),
    "want": Message(zh="应为", en="should be"),
    "judged": JUDGEMENT,
    "judged_short": Message(zh="判", en="J"),
    "swept": Message(zh="由此对不上的合计 {n} 处", en="Sums that fail because of it: {n}"),
    "more_places": Message(zh="其余 {n} 处", en="Other places: {n}"),
    "slide": Message(zh="左右滑动可看全表", en="slide sideways to see all of it"),
    "rules": Message(zh="各条规则的依据", en="Where the rules are laid down"),
    "source": Message(zh="依据：", en="source: "),
    "back": Message(zh="回到总览", en="Back to the overview"),
    "perhaps": Message(zh="或许应为", en="perhaps"),
    "blank": Message(zh="（空白）", en="(blank)"),
    "part_of": Message(zh="涉及问题", en="part of finding"),
    "broken": AT_FAULT,
    "made_by": Message(zh="由 docxlint 生成，版本", en="made by docxlint"),
}
