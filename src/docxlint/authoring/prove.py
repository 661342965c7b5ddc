"""Proves a pack by its own examples: what they find and what they leave alone."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from docxlint import reader
from docxlint.authoring.blocks import Block
from docxlint.authoring.change import Good, change, good
from docxlint.authoring.fault import ChangeFault, MarkdownFault
from docxlint.authoring.write import docx_bytes
from docxlint.engine import Verdict, judge
from docxlint.finding import Phrase
from docxlint.form.fill import fill
from docxlint.model import Document
from docxlint.pack import document
from docxlint.rule import Example, Pack, Rule

_NOT_SILENT = Phrase(
    zh="范本应该没有问题，却得出：{said}", en="the good document should be silent, but: {said}"
)
_NOT_JUDGED = Phrase(
    zh="范本里应该都能判断，却有：{said}",
    en="everything in the good document should be judged, but: {said}",
)
_BROKEN = Phrase(zh="规则出错：{what}", en="the rule is broken: {what}")
_NO_FOUND = Phrase(zh="没有一个示例能查出问题", en="no example is found by this rule")
_NO_SILENT = Phrase(
    zh="没有一个示例不出问题（finds: []）", en="no example is left alone (finds: [])"
)
_DRIFTED = Phrase(
    zh="{what}与示例所写的不符（- 为示例所写，+ 为实际得出）：\n{diff}",
    en="{what} differ from what the example says (- what it says, + what came out):\n{diff}",
)
_FINDS = Phrase(zh="查出的问题", en="the findings")
_UNJUDGED = Phrase(zh="不能判断的理由", en="the reasons for what cannot be judged")


class Failure(msgspec.Struct, frozen=True):
    """Something that a pack's examples or good document do not keep.

    `rule` is None where the good document itself is at fault, `example`, counted from 1, is None
    where it is about no single example.
    """

    rule: str | None
    example: int | None
    message: Phrase


def prove(pack: Pack) -> Iterator[Failure]:
    """What `pack`, loaded with its examples, does not keep of what it says; nothing for a pack
    that is right.

    The good document is silent under all rules. Every rule has an example that it finds and one
    that it leaves alone. For each example the changed document is written to a Word file and
    read back, and the rule alone gives exactly the findings and reasons that the example says,
    in the order of the document. PackFault if there is no good document to be read.
    """
    try:
        basis = good(document(pack), pack.form)
    except MarkdownFault as fault:
        yield Failure(None, None, fault.phrase)
        return
    bench = _Bench(pack, basis)
    yield from _silence(bench.judge(basis.blocks, pack.rules, None))
    for rule in pack.rules:
        if not any(example.finds for example in rule.examples):
            yield Failure(rule.name, None, _NO_FOUND)
        if all(example.finds or example.unjudged for example in rule.examples):
            yield Failure(rule.name, None, _NO_SILENT)
        for number, example in enumerate(rule.examples, 1):
            for message in _example(bench, rule, example):
                yield Failure(rule.name, number, message)


class _Bench:
    """Judges versions of one good document, each written to a Word file and read only once."""

    def __init__(self, pack: Pack, basis: Good) -> None:
        self.basis = basis
        self._form = pack.form
        self._read: dict[tuple[Block, ...], Document] = {}

    def judge(self, blocks: tuple[Block, ...], rules: Iterable[Rule], year: int | None) -> Verdict:
        if blocks not in self._read:
            self._read[blocks] = reader.read(docx_bytes(blocks))
        return judge(fill(self._read[blocks], self._form, year), rules)


def _silence(verdict: Verdict) -> Iterator[Failure]:
    for finding in verdict.findings:
        yield Failure(finding.rule, None, _NOT_SILENT(said=finding.message))
    for unchecked in verdict.unchecked:
        yield Failure(unchecked.rule, None, _NOT_JUDGED(said=unchecked.reason))
    for broken in verdict.broken:
        yield Failure(None, None, _BROKEN(what=f"{broken.who}: {broken.what}"))


def _example(bench: _Bench, rule: Rule, example: Example) -> Iterator[Phrase]:
    try:
        blocks = change(bench.basis, example)
    except (ChangeFault, MarkdownFault) as fault:
        yield fault.phrase
        return
    verdict = bench.judge(blocks, [rule], example.year)
    for broken in verdict.broken:
        yield _BROKEN(what=broken.what)
    found = [finding.message.zh for finding in verdict.findings]
    reasons = [unchecked.reason.zh for unchecked in verdict.unchecked]
    for what, said, came in (
        (_FINDS, example.finds, found),
        (_UNJUDGED, example.unjudged, reasons),
    ):
        if list(said) != came:
            yield _DRIFTED(what=what, diff=_diff(said, came))


def _diff(said: Sequence[str], came: Sequence[str]) -> str:
    lines = difflib.ndiff(said, came)
    # The lines of ndiff that begin with "?" point at characters; in Chinese they are not in line.
    return "\n".join(line.rstrip("\n") for line in lines if not line.startswith("?"))
