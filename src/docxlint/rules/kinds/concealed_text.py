"""Whether text is left in a document that nobody sees, or that is only struck out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from docxlint.core.document import Concealment
from docxlint.core.finding import Problem
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm
from docxlint.form.passages import section_labeller
from docxlint.rules.message_parts import join_list
from docxlint.rules.rule import Kind

_MESSAGES = {
    Concealment.STRUCK: Message(
        zh="有{count}处文字加了删除线但没有删掉：{texts}；这些文字不计入，请删除或去掉删除线",
        en="text is struck out but not deleted ({count}): {texts}; it does not count, so delete it"
        " or take the line away",
    ),
    Concealment.HIDDEN: Message(
        zh="有{count}处隐藏文字：{texts}；请删除或取消隐藏",
        en="text is hidden ({count}): {texts}; delete it or show it",
    ),
    Concealment.WHITE: Message(
        zh="有{count}处白色文字，看不见：{texts}；请删除或改成黑色",
        en="text is white on white ({count}): {texts}; delete it or make it black",
    ),
}
_LISTED = 3
_RELATED = 20


class Options(msgspec.Struct, frozen=True):
    """`sorts` are the sorts of text to look for: struck out, hidden, or white on white. All text
    of one sort is one problem.
    """

    sorts: tuple[Literal["struck", "hidden", "white"], ...]


def run(bound: BoundForm, options: Options) -> Iterator[Problem]:
    """Yield a problem for each sort of text, at the first place."""
    with_section = section_labeller(bound)
    for sort in options.sorts:
        kind = Concealment(sort)
        texts = [
            text for text in bound.document.concealed if text.kind is kind and text.text.strip()
        ]
        if not texts:
            continue
        quoted = list(dict.fromkeys(f"“{shorten(text.text.strip(), 20)}”" for text in texts))
        first, *others = (with_section(text.location) for text in texts[: _RELATED + 1])
        yield Problem(
            message=_MESSAGES[kind](
                count=len(texts), texts=join_list(quoted[:_LISTED], len(quoted))
            ),
            location=first,
            found=texts[0].text.strip(),
            related=tuple(others),
        )


KIND = Kind(name="concealed-text", options=Options, run=run)
