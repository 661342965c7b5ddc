"""Run the rules of a pack on its good document and on the examples of its rules."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

import msgspec

from docxlint.author.apply_changes import GoodDocument
from docxlint.author.changed_file import changed_file
from docxlint.author.faults import ChangeFault, Failure, MarkdownFault
from docxlint.author.sample_files import good_document
from docxlint.author.unmatched_names import find_unmatched_names
from docxlint.core.document import Document
from docxlint.core.message import Message
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm, BoundPrevious
from docxlint.rules.engine import Verdict, judge
from docxlint.rules.rule import Pack, Rule
from docxlint.word import read
from docxlint.word.make.write_document import docx_bytes

_NOT_SILENT = Message(
    zh="范本不应有问题，现查出：{message}",
    en="the good document must have no findings, but has: {message}",
)
_UNCHECKED = Message(
    zh="范本应当都能核对，现无法核对：{message}",
    en="every rule must be able to check the good document, but: {message}",
)
_BROKEN = Message(zh="规则出错：{what}", en="the rule failed: {what}")
_NO_FINDING_EXAMPLE = Message(zh="没有会报错的例子", en="no example has a finding")
_NO_SILENT = Message(
    zh="没有不会报错的例子（finds: []）", en="no example is without findings (finds: [])"
)
_NEVER_FINDS = Message(
    zh="这条规则在自己的例子里从不报错，可能永远查不出问题",
    en="the rule has no findings in any of its examples; it may never find anything",
)
_NO_EXAMPLES = Message(
    zh="改了检查的选项，就要有自己的例子：请在 change 里写 examples",
    en="the options are changed, so the rule needs new examples: write examples under change",
)
_NO_CHANGE = Message(
    zh="这个规则包什么也没有改变：没有自己的规则，也没有 change、drop、reword",
    en="the pack changes nothing: it has no new rule, and no change, drop or reword",
)
_DIFFERENT = Message(
    zh="{what}与例子写的不符（- 是例子写的，+ 是实际结果）：\n{diff}",
    en="{what} differ from the example (- in the example, + actual):\n{diff}",
)
_FINDS = Message(zh="查出的问题", en="the findings")
_REASONS = Message(zh="无法核对的原因", en="the reasons why something is unchecked")


class ExampleRunner:
    """Runs rules on versions of a pack's good document.

    Each version is written to a Word file and read back only once. `fault` says why the good
    document cannot be used; None if it can.
    """

    def __init__(self, pack: Pack) -> None:
        self.fault: Message | None = None
        self._pack = pack
        self._read: dict[bytes, Document] = {}
        self._verdicts: dict[tuple[str, int], Verdict | Message] = {}
        try:
            self._good: GoodDocument = good_document(pack)
        except (ChangeFault, MarkdownFault) as fault:
            self.fault = fault.message

    def check_good_document(self) -> Iterator[Failure]:
        """Yield the failures of the good document."""
        if self.fault is not None:
            yield Failure(message=self.fault)
            return
        if _changes_nothing(self._pack):
            yield Failure(message=_NO_CHANGE)
        bound = self._bind(docx_bytes(self._good.blocks), None)
        for message in find_unmatched_names(bound):
            yield Failure(message=message)
        verdict = judge(bound, self._pack.rules)
        for finding in verdict.findings:
            yield self._failure(_NOT_SILENT(message=finding.message), finding.rule)
        for unchecked in verdict.unchecked:
            yield self._failure(_UNCHECKED(message=unchecked.reason), unchecked.rule)
        for broken in verdict.broken:
            yield Failure(message=_BROKEN(what=f"{broken.subject}: {broken.reason}"))

    def check_coverage(self, rule: Rule) -> Iterator[Failure]:
        """Yield a failure if a rule lacks an example with findings or one without."""
        if lacks_examples(rule, self._pack):
            yield self._failure(_NO_EXAMPLES, rule.name)
            return
        if not any(example.finds for example in rule.examples):
            yield self._failure(_NO_FINDING_EXAMPLE, rule.name)
        elif not any(self._finds(rule, number) for number, _ in enumerate(rule.examples, 1)):
            yield self._failure(_NEVER_FINDS, rule.name)
        if all(example.finds or example.unjudged for example in rule.examples):
            yield self._failure(_NO_SILENT, rule.name)

    def check_example(self, rule: Rule, number: int) -> Iterator[Failure]:
        """Yield the differences between an example and the actual results."""
        for message in self._differences(rule, number):
            yield self._failure(message, rule.name, number)

    def _failure(self, message: Message, name: str, number: int | None = None) -> Failure:
        """Return a failure of a rule with its file; for an example, also with its first line."""
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
        verdict = self._judge_example(rule, number)
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
            (_REASONS, example.unjudged, reasons),
        ):
            if list(expected) != actual:
                yield _DIFFERENT(what=what, diff=_diff(expected, actual))

    def _finds(self, rule: Rule, number: int) -> bool:
        """Whether the rule has findings in an example, or the example cannot be used."""
        verdict = self._judge_example(rule, number)
        return isinstance(verdict, Message) or bool(verdict.findings or verdict.broken)

    def _judge_example(self, rule: Rule, number: int) -> Verdict | Message:
        """Return the verdict on an example, or why its changes cannot be applied."""
        key = rule.name, number
        if key not in self._verdicts:
            example = rule.examples[number - 1]
            try:
                bound = self._bind(changed_file(self._good, example), example.year)
                if example.previous is not None:
                    last = self._bind(changed_file(self._good, example.previous), None)
                    bound = msgspec.structs.replace(bound, previous=BoundPrevious(bound=last))
            except (ChangeFault, MarkdownFault) as fault:
                self._verdicts[key] = fault.message
            else:
                self._verdicts[key] = judge(bound, [rule])
        return self._verdicts[key]

    def _bind(self, file: bytes, year: int | None) -> BoundForm:
        if file not in self._read:
            self._read[file] = read.read(file)
        return bind(self._read[file], self._pack.form, year)


def lacks_examples(rule: Rule, pack: Pack) -> bool:
    """Whether `pack` changes the options of a rule but not its examples."""
    if pack.base is None:
        return False
    base = next((each for each in pack.base.rules if each.name == rule.name), None)
    return base is not None and rule.options != base.options and rule.examples == base.examples


def _changes_nothing(pack: Pack) -> bool:
    base = pack.base
    return base is not None and (pack.rules, pack.form, pack.dropped) == (
        *(base.rules, base.form, base.dropped),
    )


def _diff(expected: Sequence[str], actual: Sequence[str]) -> str:
    lines = difflib.ndiff(expected, actual)
    # Lines of ndiff that begin with "?" point at characters; with Chinese text they do not align.
    return "\n".join(line.rstrip("\n") for line in lines if not line.startswith("?"))
