"""The words of the page that stand in no other report."""

from __future__ import annotations

from docxlint.finding import Phrase
from docxlint.report.told import JUDGEMENT
from docxlint.report.verdict import AT_FAULT

WORDS = {
    "title": Phrase(zh="检查结果", en="What was found"),
    "overview": Phrase(zh="总览", en="Overview"),
    "by_verdict": Phrase(zh="各种结论的文档数", en="Documents by verdict"),
    "frequent": Phrase(zh="最常见的问题", en="The most frequent faults"),
    "documents": Phrase(zh="文档", en="Documents"),
    "document": Phrase(zh="文档", en="document"),
    "verdict": Phrase(zh="结论", en="verdict"),
    "rule": Phrase(zh="规则", en="rule"),
    "colon": Phrase(zh="：", en=": "),
    "findings": Phrase(zh="处数", en="findings"),
    "in_documents": Phrase(zh="文档数", en="documents"),
    "table": Phrase(zh="表格", en="table"),
    "finding": Phrase(zh="问题", en="finding"),
    "want": Phrase(zh="应为", en="should be"),
    "judged": JUDGEMENT,
    "judged_short": Phrase(zh="判", en="J"),
    "swept": Phrase(zh="由此对不上的合计 {n} 处", en="Sums that fail because of it: {n}"),
    "more_places": Phrase(zh="其余 {n} 处", en="Other places: {n}"),
    "slide": Phrase(zh="左右滑动可看全表", en="slide sideways to see all of it"),
    "rules": Phrase(zh="各条规则的依据", en="Where the rules are laid down"),
    "source": Phrase(zh="依据：", en="source: "),
    "back": Phrase(zh="回到总览", en="Back to the overview"),
    "perhaps": Phrase(zh="或许应为", en="perhaps"),
    "blank": Phrase(zh="（空白）", en="(blank)"),
    "part_of": Phrase(zh="涉及问题", en="part of finding"),
    "broken": AT_FAULT,
    "made_by": Phrase(zh="由 docxlint 生成，版本", en="made by docxlint"),
}
