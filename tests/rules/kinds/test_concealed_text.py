from __future__ import annotations

from collections.abc import Callable

import msgspec

from docxlint.core.document import ConcealedText, Concealment
from docxlint.core.location import Location
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.concealed_text import Options, run

Bind = Callable[..., BoundForm]


def test_each_sort_is_one_problem_at_its_first_place(bound: Bind) -> None:
    document = bound()
    place = document.passages[-3].location
    inside = Location(place.part, f"{place.path}/w:r[1]/w:t[1]")
    texts = [
        ConcealedText(Concealment.STRUCK, "甲", inside),
        ConcealedText(Concealment.STRUCK, " ", inside),
        ConcealedText(Concealment.STRUCK, "乙", Location(place.part, f"{place.path}/w:r[2]")),
        ConcealedText(Concealment.HIDDEN, "丙", inside),
        ConcealedText(Concealment.PROMPT, "丁", inside),
    ]
    changed = msgspec.structs.replace(document.document, concealed=tuple(texts))
    document = msgspec.structs.replace(document, document=changed)
    struck, hidden = run(document, Options(("struck", "hidden", "white")))
    assert struck.message.zh.startswith("有2处文字加了删除线但没有删掉：“甲”、“乙”；")
    assert (struck.location.path, struck.location.section) == (inside.path, place.section)
    assert len(struck.related) == 1
    assert hidden.message.zh.startswith("有1处隐藏文字：“丙”")
    assert [p.found for p in run(document, Options(("hidden",)))] == ["丙"]


def test_a_document_without_such_text_is_right(bound: Bind) -> None:
    assert list(run(bound(), Options(("struck", "hidden", "white")))) == []
