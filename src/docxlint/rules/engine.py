"""Puts every rule's question to a filled form and makes findings of the answers."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from docxlint.core.document import Document
from docxlint.core.finding import (
    Broken,
    CitedRule,
    Diagnosis,
    Finding,
    NotApplicable,
    NotApplicableRule,
    Problem,
    Unchecked,
    UncheckedRule,
)
from docxlint.core.folding import fold
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import Reference
from docxlint.form.bound import BoundForm
from docxlint.rules.rule import Rule, broken_rule

# A frozen class says of its fields what it likes: going through text and back holds them to it.
_ENCODER = msgspec.json.Encoder()
_PROBLEM = msgspec.json.Decoder(Problem)
_UNJUDGED = msgspec.json.Decoder(Unchecked)

_Key: TypeAlias = tuple[int, tuple[int, ...], int]

_GAP = Message(
    zh="文档里有未读取的内容（{construct}），这条规则可能与它有关",
    en="the document holds content that is not read ({construct}); this rule may depend on it",
)


class Verdict(msgspec.Struct, frozen=True):
    """The results of all rules for one document, each list in document order.

    `passed` are the rules that were checked everywhere and found nothing. `cited_rules` describes
    the rules of findings and unchecked places. Both are in the order of the packs.
    """

    findings: tuple[Finding, ...]
    unchecked: tuple[UncheckedRule, ...]
    broken: tuple[Broken, ...]
    diagnoses: tuple[Diagnosis, ...] = ()
    passed: tuple[str, ...] = ()
    not_applicable: tuple[NotApplicableRule, ...] = ()
    cited_rules: tuple[CitedRule, ...] = ()


def judge(
    bound: BoundForm, rules: Iterable[Rule], origins: Mapping[str, str] | None = None
) -> Verdict:
    """The verdict of `rules` on `filled`.

    A rule whose check raises, or yields what is no outcome, is broken; the others are not
    touched by it. Every place that was not read leaves every rule unchecked there. `origins`
    says which plugin brought a kind of check.
    """
    return judge_together([(bound, rules)], origins)


def judge_together(
    parts: Sequence[tuple[BoundForm, Iterable[Rule]]], origins: Mapping[str, str] | None = None
) -> Verdict:
    """The verdict of several packs on one document, at least one: the rules of each with the
    document in the form of their pack.
    """
    problems: list[tuple[Rule, Problem]] = []
    unjudged: list[tuple[Rule, Unchecked, frozenset[Reference]]] = []
    broken: list[Broken] = []
    passed: list[str] = []
    idle: list[NotApplicableRule] = []
    asked = [(bound, tuple(rules)) for bound, rules in parts]
    for bound, rules in asked:
        found: list[tuple[Rule, Problem]] = []
        open_: list[tuple[Rule, Unchecked]] = []
        for rule in rules:
            before = len(found) + len(open_) + len(broken)
            resting: list[NotApplicable] = []
            broken += _put(rule, bound, found, open_, resting, origins or {})
            for gap in bound.document.gaps:
                reason = _GAP(construct=gap.construct)
                open_.append((rule, Unchecked(reason=reason, location=gap.location)))
            if before == len(found) + len(open_) + len(broken):
                reasons = dict.fromkeys(answer.reason for answer in resting)
                idle += (NotApplicableRule(rule=rule.name, reason=why) for why in reasons)
                passed += () if resting else (rule.name,)
        # What is said in the names of one form explains nothing in those of another.
        told = frozenset(subject for _, problem in found for subject in problem.subjects)
        problems += found
        unjudged += ((rule, answer, told) for rule, answer in open_)
    order = _order(parts[0][0].document)
    problems.sort(key=lambda pair: (order(pair[1].location), pair[0].severity.rank, pair[0].name))
    unjudged.sort(key=lambda three: (order(three[1].location), three[0].name))
    findings = tuple(_findings(problems))
    diagnoses: tuple[Diagnosis, ...] = ()
    sums = {rule.name for _, rules in asked for rule in rules if rule.kind.equations is not None}
    if any(finding.rule in sums for finding in findings):
        from docxlint.rules.diagnosis.attach import (
            attach_diagnoses,  # only sums that fail pay for it
        )

        diagnoses, findings, faults = attach_diagnoses(asked, findings, origins or {})
        broken += faults
    return Verdict(
        findings=findings,
        unchecked=tuple(
            UncheckedRule(
                rule=rule.name,
                reason=answer.reason,
                location=answer.location,
                explained=any(s.covers(cause) for cause in answer.causes for s in told),
            )
            for rule, answer, told in unjudged
        ),
        broken=tuple(broken),
        diagnoses=diagnoses,
        passed=tuple(passed),
        not_applicable=tuple(idle),
        cited_rules=tuple(
            _cited(asked, {f.rule for f in findings} | {u[0].name for u in unjudged})
        ),
    )


def _cited(
    asked: Iterable[tuple[BoundForm, Iterable[Rule]]], named: Container[str]
) -> Iterator[CitedRule]:
    for rule in {rule.name: rule for _, rules in asked for rule in rules}.values():
        if rule.name in named:
            yield CitedRule(name=rule.name, title=rule.title, source=rule.source)


def _put(
    rule: Rule,
    bound: BoundForm,
    problems: list[tuple[Rule, Problem]],
    unjudged: list[tuple[Rule, Unchecked]],
    resting: list[NotApplicable],
    origins: Mapping[str, str],
) -> Iterator[Broken]:
    """Puts the question of `rule` and adds the answers to the lists; its fault, if it has one."""
    try:
        for outcome in rule.kind.run(bound, rule.options):
            if isinstance(outcome, Problem):
                problems.append((rule, _PROBLEM.decode(_ENCODER.encode(outcome))))
            elif isinstance(outcome, Unchecked):
                unjudged.append((rule, _UNJUDGED.decode(_ENCODER.encode(outcome))))
            elif isinstance(outcome, NotApplicable):
                resting.append(outcome)
            else:
                raise TypeError(f"{type(outcome).__name__} is not an outcome")
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a check raises is its fault
        yield broken_rule(rule, error, origins)


def _findings(problems: Iterable[tuple[Rule, Problem]]) -> Iterable[Finding]:
    seen: Counter[str] = Counter()
    for rule, problem in problems:
        place = problem.location
        identity = "\0".join(
            (
                rule.name,
                place.part,
                *(fold(label or "") for label in (place.section, place.table, place.row)),
                fold(place.column or ""),
                fold(problem.expected or ""),
                fold(problem.found if problem.found is not None else place.text),
            )
        )
        # The same fault twice in the same place is told apart by its turn.
        seen[identity] += 1
        digest = hashlib.sha256(f"{identity}\0{seen[identity]}".encode())
        yield Finding(
            rule=rule.name,
            severity=rule.severity,
            message=problem.message,
            location=place,
            expected=problem.expected,
            found=problem.found,
            related=problem.related,
            suspects=problem.suspects,
            fix=problem.fix,
            fingerprint=digest.hexdigest()[:16],
        )


_STEP = re.compile(r"\[(\d+)\]")


def _order(document: Document) -> Callable[[Location], _Key]:
    """A sort key for locations: the turn of the block in the body, then the way down into it."""
    turns = {block.location.path: turn for turn, block in enumerate(document.blocks)}

    def key(location: Location) -> _Key:
        if location.part != document.location.part:
            return len(turns), (), 0
        path = location.path
        while path and path not in turns:
            path = path.rpartition("/")[0]
        rest = location.path[len(path) :]
        steps = tuple(int(step) for step in _STEP.findall(rest))
        return turns.get(path, -1), steps if path else (), location.start or 0

    return key
