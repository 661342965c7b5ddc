"""The words of the page."""

from __future__ import annotations

from docxlint.core.message import Message
from docxlint.report.finding_text import BLANK, LIKELY_CAUSE
from docxlint.report.verdict import PROGRAM_FAULT

WORDS = {
    "title": Message(zh="检查结果", en="What was found"),
    "overview": Message(zh="总览", en="Overview"),
    "by_verdict": Message(zh="检查结论统计", en="Documents by verdict"),
    "frequent": Message(zh="最常见的问题", en="The most frequent findings"),
    "documents": Message(zh="文档", en="Documents"),
    "document": Message(zh="文档", en="document"),
    "verdict": Message(zh="结论", en="verdict"),
    "rule": Message(zh="规则", en="rule"),
    "colon": Message(zh="：", en=": "),
    "findings": Message(zh="次数", en="findings"),
    "in_documents": Message(zh="涉及份数", en="documents"),
    "table": Message(zh="表格", en="table"),
    "finding": Message(zh="问题", en="finding"),
    "want": Message(zh="应为", en="should be"),
    "cause": LIKELY_CAUSE,
    "cause_short": Message(zh="疑", en="C"),
    "covered": Message(zh="由此对不上的合计{n}处", en="Sums that do not hold because of it: {n}"),
    "more_places": Message(zh="其余{n}处", en="Other places: {n}"),
    "slide": Message(zh="左右滑动可看全表", en="scroll sideways to see all of it"),
    "rules": Message(zh="各条规则的依据", en="Sources of the rules"),
    "source": Message(zh="依据：", en="source: "),
    "back": Message(zh="回到总览", en="Back to the overview"),
    "perhaps": Message(zh="可能应为", en="perhaps"),
    "blank": BLANK,
    "part_of": Message(zh="涉及问题", en="part of finding"),
    "broken": PROGRAM_FAULT,
    "made_by": Message(zh="由 docxlint 生成，版本", en="made by docxlint"),
}
