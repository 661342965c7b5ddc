"""Proves a pack by its own examples: what they find and what they leave alone."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.author.example_runner import ExampleRunner, unproved
from docxlint.author.faults import Failure
from docxlint.rules.rule import Pack, Rule

__all__ = ["Case", "Failure", "cases", "own_rules", "prove"]


class Case(msgspec.Struct, frozen=True):
    """One thing that is proved of a pack: its good document (no `rule`), that a rule has the
    examples it needs (no `example`), or one example, counted from 1.
    """

    runner: ExampleRunner
    rule: Rule | None = None
    example: int | None = None

    @property
    def name(self) -> str:
        """A name that no other case of the pack has: "good", "balance", "balance[2-silent]"."""
        if self.rule is None:
            return "good"
        if self.example is None:
            return self.rule.name
        example = self.rule.examples[self.example - 1]
        outcome = "finds" if example.finds else "unjudged" if example.unjudged else "silent"
        return f"{self.rule.name}[{self.example}-{outcome}]"

    def failures(self) -> Iterator[Failure]:
        """What is not kept; nothing where all is right."""
        if self.rule is None:
            yield from self.runner.good()
        elif self.example is None:
            yield from self.runner.needs(self.rule)
        else:
            yield from self.runner.example(self.rule, self.example)


def prove(pack: Pack) -> Iterator[Failure]:
    """What `pack`, loaded with its examples, does not keep of what it says; nothing for a pack
    that is right.

    All names of the form are found in the good document, and it is silent under all rules. Every
    rule has an example that it finds and one that it leaves alone. For each example the changed
    document is written to a Word file and read back, and the rule alone gives exactly the
    findings and reasons that the example says, in the order of the document. PackFault if there
    is no good document to be read.
    """
    for case in cases(pack):
        yield from case.failures()


def cases(pack: Pack) -> Iterator[Case]:
    """All that is to be proved of `pack`; what it has unchanged from a pack that it extends is
    proved there. Nothing but the good document where that is at fault. PackFault if there is no
    good document to be read.
    """
    runner = ExampleRunner(pack)
    yield Case(runner)
    if runner.fault is None:
        for rule in own_rules(pack):
            yield Case(runner, rule)
            if not unproved(rule, pack):
                for number in range(1, len(rule.examples) + 1):
                    yield Case(runner, rule, number)


def own_rules(pack: Pack) -> Iterator[Rule]:
    """The rules that `pack` must prove: its own, and those that it has changed, by other options
    or with examples for what it changes. Those that it inherits are proved where they are from.
    """
    inherited = {rule.name: rule for rule in pack.base.rules} if pack.base is not None else {}
    for rule in pack.rules:
        base = inherited.get(rule.name)
        if base is None or rule.options != base.options or rule.examples != base.examples:
            yield rule
