"""Checks documents against rules: runs each rule and makes findings from its outcomes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from docxlint.core.finding import (
    Broken,
    CitedRule,
    Diagnosis,
    Finding,
    NotApplicable,
    NotApplicableRule,
    Problem,
    Severity,
    Unchecked,
    UncheckedRule,
)
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reading_order import page_numbers, reading_order
from docxlint.form.bound import BoundForm
from docxlint.rules.rule import Outcome, Rule, broken_rule

_GAP = Message(
    zh="文档里有未读取的内容（{construct}），这条规则可能与它有关",
    en="the document has content that was not read ({construct}); this rule may depend on it",
)


class Verdict(msgspec.Struct, frozen=True):
    """The results of all rules for one document, each list in document order.

    `passed` are the rules that were checked everywhere and found nothing. `not_applicable` are
    the rules that do not apply to the document. `cited_rules` are the rules of the findings and
    of the unchecked places. These three are in the order of the packs.
    """

    findings: tuple[Finding, ...]
    unchecked: tuple[UncheckedRule, ...]
    broken: tuple[Broken, ...]
    diagnoses: tuple[Diagnosis, ...] = ()
    passed: tuple[str, ...] = ()
    not_applicable: tuple[NotApplicableRule, ...] = ()
    cited_rules: tuple[CitedRule, ...] = ()


class _Outcomes(msgspec.Struct):
    """The outcomes so far, each with its rule."""

    problems: list[tuple[Rule, Problem]] = []
    unchecked: list[tuple[Rule, Unchecked]] = []
    not_applicable: list[tuple[Rule, NotApplicable]] = []
    broken: list[Broken] = []

    def count(self) -> int:
        """The number of outcomes that keep a rule from passing or not applying."""
        return len(self.problems) + len(self.unchecked) + len(self.broken)


def judge(
    bound: BoundForm, rules: Iterable[Rule], origins: Mapping[str, str] | None = None
) -> Verdict:
    """Return the verdict of `rules` on the document of `bound`.

    A rule whose kind raises an exception, or yields something that is no outcome, is broken; the
    other rules are not affected. Content that was not read leaves every rule unchecked there.
    `origins` maps the names of kinds to their plugins.
    """
    return judge_together([(bound, rules)], origins)


def judge_together(
    parts: Sequence[tuple[BoundForm, Iterable[Rule]]], origins: Mapping[str, str] | None = None
) -> Verdict:
    """Return the verdict of several packs on one document.

    `parts` has at least one item. Each pairs the rules of a pack with the document bound to the
    form of that pack.
    """
    packs = [(bound, tuple(rules)) for bound, rules in parts]
    problems: list[tuple[Rule, Problem]] = []
    unchecked: list[tuple[Rule, UncheckedRule]] = []
    broken: list[Broken] = []
    passed: list[str] = []
    not_applicable: list[NotApplicableRule] = []
    for bound, rules in packs:
        outcomes = _Outcomes()
        for rule in rules:
            before, first = outcomes.count(), len(outcomes.not_applicable)
            _run(rule, bound, outcomes, origins or {})
            if outcomes.count() > before:
                continue
            reasons = dict.fromkeys(each.reason for _, each in outcomes.not_applicable[first:])
            not_applicable += (NotApplicableRule(rule=rule.name, reason=why) for why in reasons)
            passed += () if reasons else (rule.name,)
        problems += outcomes.problems
        # References belong to one form, so a problem explains only rules of the same pack.
        unchecked += _explain(outcomes)
        broken += outcomes.broken
    key = reading_order(parts[0][0].document)
    problems.sort(key=lambda pair: (key(pair[1].location), pair[0].severity.rank, pair[0].name))
    unchecked.sort(key=lambda pair: (key(pair[1].location), pair[0].name))
    findings = tuple(_findings(problems, parts[0][0].language.folding.fold))
    diagnoses: tuple[Diagnosis, ...] = ()
    sums = any(rule.kind.equations is not None for rule, _ in problems)
    if sums or any(p.location.table is not None and p.expected is not None for _, p in problems):
        # Imported here because only wrong sums, and figures with a right value, need it.
        from docxlint.rules.diagnosis.attach import attach_diagnoses

        diagnoses, findings, faults = attach_diagnoses(packs, findings, origins or {})
        broken += faults
    page = page_numbers(parts[0][0].document)
    findings = tuple(
        msgspec.structs.replace(each, location=_with_page(each.location, page)) for each in findings
    )
    cited = {rule.name for rule, _ in (*problems, *unchecked)}
    return Verdict(
        findings=findings,
        unchecked=tuple(result for _, result in unchecked),
        broken=tuple(broken),
        diagnoses=diagnoses,
        passed=tuple(passed),
        not_applicable=tuple(not_applicable),
        cited_rules=tuple(
            CitedRule(name=rule.name, title=rule.title, source=rule.source)
            for rule in {rule.name: rule for _, rules in packs for rule in rules}.values()
            if rule.name in cited
        ),
    )


def _run(rule: Rule, bound: BoundForm, outcomes: _Outcomes, origins: Mapping[str, str]) -> None:
    """Run `rule` and add its outcomes to `outcomes`."""
    try:
        for outcome in _outcomes(rule, bound):
            if isinstance(outcome, Problem):
                outcomes.problems.append((rule, outcome))
            elif isinstance(outcome, Unchecked):
                outcomes.unchecked.append((rule, outcome))
            elif isinstance(outcome, NotApplicable):
                outcomes.not_applicable.append((rule, outcome))
            else:
                raise TypeError(f"{type(outcome).__name__} is not an outcome")
    except MemoryError:
        raise  # the document is too large, whatever the rule
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a kind's exception is the rule's fault
        outcomes.broken.append(broken_rule(rule, error, origins))
    for gap in bound.document.gaps:
        reason = _GAP(construct=gap.construct)
        outcomes.unchecked.append((rule, Unchecked(reason=reason, location=gap.location)))


def _outcomes(rule: Rule, bound: BoundForm) -> Iterator[Outcome]:
    """Yield what a rule yields for a document, and for each table or row that is there twice."""
    yield from rule.kind.run(bound, rule.options)
    if not rule.kind.judges_tables:
        return
    for repetition, again in bound.readings():
        for outcome in rule.kind.run(again, rule.options):
            if isinstance(outcome, NotApplicable) or repetition.covers(outcome.location):
                yield outcome


def _explain(outcomes: _Outcomes) -> Iterator[tuple[Rule, UncheckedRule]]:
    """Pair each unchecked place with its rule; it is explained if a problem covers a cause."""
    subjects = {subject for _, problem in outcomes.problems for subject in problem.subjects}
    for rule, unchecked in outcomes.unchecked:
        explained = not subjects.isdisjoint(unchecked.causes) or any(
            subject.covers(cause) for cause in unchecked.causes for subject in subjects
        )
        yield (
            rule,
            UncheckedRule(
                rule=rule.name,
                reason=unchecked.reason,
                location=unchecked.location,
                explained=explained,
            ),
        )


def _with_page(place: Location, page: Callable[[Location], int | None]) -> Location:
    number = page(place)
    return place if number is None else msgspec.structs.replace(place, page=number)


def _rank(severity: Severity) -> int:
    return severity.rank


def _findings(
    problems: Iterable[tuple[Rule, Problem]], fold: Callable[[str], str]
) -> Iterable[Finding]:
    counts: Counter[str] = Counter()
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
        # Problems with the same identity differ by their number.
        counts[identity] += 1
        digest = hashlib.sha256(f"{identity}\0{counts[identity]}".encode())
        yield Finding(
            rule=rule.name,
            severity=max(rule.severity, problem.severity or rule.severity, key=_rank),
            message=problem.message,
            location=place,
            expected=problem.expected,
            found=problem.found,
            related=problem.related,
            suspects=problem.suspects,
            fix=problem.fix,
            fingerprint=digest.hexdigest()[:16],
        )
