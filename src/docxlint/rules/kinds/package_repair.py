"""Whether Word opens the file without repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from docxlint.core.document import PackageFaultKind
from docxlint.core.finding import Problem
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm
from docxlint.form.passages import section_labeller
from docxlint.rules.rule import Kind, Outcome

_REPAIRED = Message(
    zh="Word 打开这个文件时会提示修复，或者打不开：{faults}；请打开核对后另存为新的 .docx",
    en="Word repairs or refuses this file: {faults}; open it, check it, and save it as a new .docx",
)
_FAULTS = {
    PackageFaultKind.NO_PARAGRAPH: Message(
        zh="单元格或文本框末尾没有段落（{count}处）",
        en="cells or text boxes without a paragraph at their end ({count})",
    ),
    PackageFaultKind.MISPLACED: Message(
        zh="文字放在不允许的位置，可能不显示（{count}处）",
        en="text where Word allows none, so that it may not show ({count})",
    ),
    PackageFaultKind.PREFIX: Message(
        zh="使用了没有声明的命名空间（{count}处）", en="undeclared namespace prefixes ({count})"
    ),
    PackageFaultKind.RELATIONSHIP: Message(
        zh="链接、页眉或页脚指向不存在的内容（{count}处）",
        en="links, headers or footers that refer to nothing ({count})",
    ),
    PackageFaultKind.TYPE: Message(
        zh="没有注明类型的部件（{count}个）", en="parts without a content type ({count})"
    ),
}
_SEPARATOR = Message(zh="、", en=", ")
_LISTED = 20


class Options(msgspec.Struct, frozen=True):
    """The check has no options."""


def run(bound: BoundForm, _: Options) -> Iterator[Outcome]:
    """Yield one problem for all faults, located at the first."""
    faults = bound.document.package_faults
    if not faults:
        return
    counts = Counter(fault.kind for fault in faults)
    listed = (_FAULTS[kind](count=count) for kind, count in counts.items())
    with_section = section_labeller(bound)
    first, *others = (with_section(fault.location) for fault in faults[: _LISTED + 1])
    yield Problem(
        message=_REPAIRED(faults=_SEPARATOR.join(listed)),
        location=first,
        found=str(len(faults)),
        related=tuple(others),
    )


KIND = Kind(name="package-repair", options=Options, run=run)
