"""Runs the rules of a pack on its good document and on the examples of its rules."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

import msgspec

from docxlint.author.apply_changes import Good, change
from docxlint.author.faults import ChangeFault, Failure, MarkdownFault
from docxlint.author.sample_files import good_of
from docxlint.author.unmatched_names import unbound
from docxlint.core.document import Document
from docxlint.core.message import Message
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm, BoundPrevious
from docxlint.rules.engine import Verdict, judge
from docxlint.rules.rule import Pack, Rule
from docxlint.word import read
from docxlint.word.make.blocks import NewBlock
from docxlint.word.make.write_document import docx_bytes

_NOT_SILENT = Message(
    zh="范本应该没有问题，却得出：{message}",
    en="the good document should be silent, but: {message}",
)
_NOT_JUDGED = Message(
    zh="范本里应该都能判断，却有：{message}",
    en="everything in the good document should be judged, but: {message}",
)
_BROKEN = Message(zh="规则出错：{what}", en="the rule is broken: {what}")
_NO_FINDING_EXAMPLE = Message(zh="没有一个示例能查出问题", en="no example is found by this rule")
_NO_SILENT = Message(
    zh="没有一个示例不出问题（finds: []）", en="no example is left alone (finds: [])"
)
_NEVER = Message(
    zh="在自己的示例里一次也没有查出问题：它可能永远查不出什么",
    en="the rule found nothing in any of its examples: it may never find anything",
)
_CHANGED = Message(
    zh="改了检查的选项，却没有自己的示例：在 change 里给它写 examples",
    en="its options are changed, and it has no examples for that: write examples under change",
)
_NOTHING = Message(
    zh="这个规则包什么也没有改变：没有自己的规则，也没有 change、drop、reword",
    en="the pack changes nothing: it has no rule of its own, and no change, drop or reword",
)
_DRIFTED = Message(
    zh="{what}与示例所写的不符（- 为示例所写，+ 为实际得出）：\n{diff}",
    en="{what} differ from what the example says (- what it says, + what came out):\n{diff}",
)
_FINDS = Message(zh="查出的问题", en="the findings")
_UNJUDGED = Message(zh="不能判断的理由", en="the reasons for what cannot be judged")


class ExampleRunner:
    """Judges versions of the good document of a pack, each written to a Word file and read only
    once. `fault` is why there is none.
    """

    def __init__(self, pack: Pack) -> None:
        self.fault: Message | None = None
        self._pack = pack
        self._read: dict[tuple[NewBlock, ...], Document] = {}
        self._verdicts: dict[tuple[str, int], Verdict | Message] = {}
        try:
            self._basis: Good = good_of(pack)
        except (ChangeFault, MarkdownFault) as fault:
            self.fault = fault.message

    def good(self) -> Iterator[Failure]:
        """What is wrong with the good document."""
        if self.fault is not None:
            yield Failure(message=self.fault)
            return
        if _idle(self._pack):
            yield Failure(message=_NOTHING)
        bound = self._filled(self._basis.blocks, None)
        for message in unbound(bound):
            yield Failure(message=message)
        verdict = judge(bound, self._pack.rules)
        for finding in verdict.findings:
            yield self._failure(_NOT_SILENT(message=finding.message), finding.rule)
        for unchecked in verdict.unchecked:
            yield self._failure(_NOT_JUDGED(message=unchecked.reason), unchecked.rule)
        for broken in verdict.broken:
            yield Failure(message=_BROKEN(what=f"{broken.subject}: {broken.reason}"))

    def needs(self, rule: Rule) -> Iterator[Failure]:
        """What a rule lacks that should have an example found and one left alone."""
        if unproved(rule, self._pack):
            yield self._failure(_CHANGED, rule.name)
            return
        if not any(example.finds for example in rule.examples):
            yield self._failure(_NO_FINDING_EXAMPLE, rule.name)
        elif not any(self._finds(rule, number) for number, _ in enumerate(rule.examples, 1)):
            yield self._failure(_NEVER, rule.name)
        if all(example.finds or example.unjudged for example in rule.examples):
            yield self._failure(_NO_SILENT, rule.name)

    def example(self, rule: Rule, number: int) -> Iterator[Failure]:
        """Where what comes of an example differs from what it says."""
        for message in self._differences(rule, number):
            yield self._failure(message, rule.name, number)

    def _failure(self, message: Message, name: str, number: int | None = None) -> Failure:
        """A failure of a rule, with its file and, for an example, the line that this begins on."""
        rule = next(rule for rule in self._pack.rules if rule.name == name)
        location = msgspec.structs.replace(
            (rule.example_locations or (rule.location,))[0], number=0, text=""
        )
        if number is not None and rule.example_locations:
            location = rule.example_locations[number - 1]
        return Failure(
            message=message,
            rule=name,
            example=number,
            file=location.file,
            line=location.number,
            excerpt=location.text,
        )

    def _differences(self, rule: Rule, number: int) -> Iterator[Message]:
        verdict = self._judged(rule, number)
        if isinstance(verdict, Message):
            yield verdict
            return
        for broken in verdict.broken:
            yield _BROKEN(what=broken.reason)
        example = rule.examples[number - 1]
        messages = [finding.message.zh for finding in verdict.findings]
        reasons = [unchecked.reason.zh for unchecked in verdict.unchecked]
        for what, expected, actual in (
            (_FINDS, example.finds, messages),
            (_UNJUDGED, example.unjudged, reasons),
        ):
            if list(expected) != actual:
                yield _DRIFTED(what=what, diff=_diff(expected, actual))

    def _finds(self, rule: Rule, number: int) -> bool:
        """Whether the rule finds anything in an example, or could not be put to it."""
        verdict = self._judged(rule, number)
        return isinstance(verdict, Message) or bool(verdict.findings or verdict.broken)

    def _judged(self, rule: Rule, number: int) -> Verdict | Message:
        """What the rule says of an example, or why the example's changes cannot be made."""
        key = rule.name, number
        if key not in self._verdicts:
            example = rule.examples[number - 1]
            try:
                bound = self._filled(change(self._basis, example), example.year)
                if example.previous is not None:
                    last = self._filled(change(self._basis, example.previous), None)
                    bound = msgspec.structs.replace(bound, previous=BoundPrevious(bound=last))
            except (ChangeFault, MarkdownFault) as fault:
                self._verdicts[key] = fault.message
            else:
                self._verdicts[key] = judge(bound, [rule])
        return self._verdicts[key]

    def _filled(self, blocks: tuple[NewBlock, ...], year: int | None) -> BoundForm:
        if blocks not in self._read:
            self._read[blocks] = read.read(docx_bytes(blocks))
        return bind(self._read[blocks], self._pack.form, year)


def unproved(rule: Rule, pack: Pack) -> bool:
    """Whether `pack` has changed the options of a rule and left it its base's examples."""
    if pack.base is None:
        return False
    base = next((one for one in pack.base.rules if one.name == rule.name), None)
    return base is not None and rule.options != base.options and rule.examples == base.examples


def _idle(pack: Pack) -> bool:
    base = pack.base
    return base is not None and (pack.rules, pack.form, pack.dropped) == (
        *(base.rules, base.form, base.dropped),
    )


def _diff(expected: Sequence[str], actual: Sequence[str]) -> str:
    lines = difflib.ndiff(expected, actual)
    # The lines of ndiff that begin with "?" point at characters; in Chinese they are not in line.
    return "\n".join(line.rstrip("\n") for line in lines if not line.startswith("?"))
