"""The tests of a pack: its good document and the examples of its rules."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.author.example_runner import ExampleRunner, lacks_examples
from docxlint.author.faults import Failure
from docxlint.rules.rule import Pack, Rule

__all__ = ["Failure", "PackTest", "pack_tests", "rules_to_test", "run_pack_tests"]


class PackTest(msgspec.Struct, frozen=True):
    """One test of a pack.

    It tests the good document (no `rule`), whether a rule has the examples that it needs (no
    `example`), or one example, counted from 1.
    """

    runner: ExampleRunner
    rule: Rule | None = None
    example: int | None = None

    @property
    def name(self) -> str:
        """The unique name of the test in the pack: "good", "balance", "balance[2-silent]"."""
        if self.rule is None:
            return "good"
        if self.example is None:
            return self.rule.name
        example = self.rule.examples[self.example - 1]
        outcome = "finds" if example.finds else "unjudged" if example.unjudged else "silent"
        return f"{self.rule.name}[{self.example}-{outcome}]"

    def failures(self) -> Iterator[Failure]:
        """Run the test and yield its failures."""
        if self.rule is None:
            yield from self.runner.check_good_document()
        elif self.example is None:
            yield from self.runner.check_coverage(self.rule)
        else:
            yield from self.runner.check_example(self.rule, self.example)


def run_pack_tests(pack: Pack) -> Iterator[Failure]:
    """Run all tests of `pack`, which must be loaded with its examples, and yield the failures.

    The good document must have every name of the form and no findings. Every rule must have an
    example with findings and one without. For each example the changed document is written to a
    Word file and read back; the rule must give exactly the findings and reasons of the example,
    in document order. Raises PackFault if the good document cannot be read.
    """
    for test in pack_tests(pack):
        yield from test.failures()


def pack_tests(pack: Pack) -> Iterator[PackTest]:
    """Yield the tests of `pack`.

    Rules that it inherits without a change are left out. If the good document is faulty, it is
    the only test. Raises PackFault if the good document cannot be read.
    """
    runner = ExampleRunner(pack)
    yield PackTest(runner)
    if runner.fault is None:
        for rule in rules_to_test(pack):
            yield PackTest(runner, rule)
            if not lacks_examples(rule, pack):
                for number in range(1, len(rule.examples) + 1):
                    yield PackTest(runner, rule, number)


def rules_to_test(pack: Pack) -> Iterator[Rule]:
    """Yield the rules that `pack` adds, and those whose options or examples it changes.

    Other inherited rules are tested with the pack that they come from.
    """
    inherited = {rule.name: rule for rule in pack.base.rules} if pack.base is not None else {}
    for rule in pack.rules:
        base = inherited.get(rule.name)
        if base is None or rule.options != base.options or rule.examples != base.examples:
            yield rule
