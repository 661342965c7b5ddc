"""Generate the manual: one page for each pack and one for the kinds of check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docxlint.author import rule_text
from docxlint.author.descriptions import describe
from docxlint.author.manual_kinds import checks_page
from docxlint.author.markdown_escape import (
    code_block,
    escape,
    escape_docstring,
    inline_code,
    table_head,
    table_row,
)
from docxlint.author.option_text import to_plain, to_yaml
from docxlint.author.rule_listing import dropped_rules, is_unchanged
from docxlint.author.rule_page import describe_change
from docxlint.report.finding_text import MARKS
from docxlint.rules.rule import Example, Kind, Pack, Rule

CHECKS = "checks.md"
INDEX = "README.md"

_GENERATED = (
    "<!-- 由 docs/refresh.py 从规则文件生成，不要手改。 Generated from the rule files. -->\n"
)


def manual(packs: Sequence[Pack], kinds: Mapping[str, Kind[Any]]) -> dict[str, str]:
    """Return the pages of the manual by file name.

    `packs` must be loaded with their examples and include every pack that one of them extends.
    """
    pages = {f"{pack.name}.md": _pack(pack) for pack in packs}
    pages[CHECKS] = checks_page(packs, kinds)
    pages[INDEX] = _index(packs)
    return {name: "\n".join((_GENERATED, *lines)) + "\n" for name, lines in pages.items()}


def _index(packs: Sequence[Pack]) -> Iterator[str]:
    yield "# 规则手册 Manual of rules\n"
    yield table_head("规则包 Pack", "版本 Version", "名称 Title", "规则 Rules")
    for pack in packs:
        title = f"{escape(pack.title.zh)}<br>{escape(pack.title.en)}"
        yield table_row(
            (f"[{pack.name}]({pack.name}.md)", pack.version, title, str(len(pack.rules)))
        )
    yield f"\n规则用到的各种检查及其选项，见[检查的种类]({CHECKS})。"
    yield f"The kinds of check that rules are made of, with their options: [checks]({CHECKS})."


def _pack(pack: Pack) -> Iterator[str]:
    yield f"# {escape(pack.title.zh)}\n"
    yield f"{escape(pack.title.en)}\n"
    since, until = pack.applies.since, pack.applies.until
    years = f"；报告年度 Report years：{since or ''}—{until or ''}" if since or until else ""
    yield f"规则包 Pack：{inline_code(pack.name)} {pack.version}{years}"
    base = pack.base
    new_rules = [rule for rule in pack.rules if base is None or not is_unchanged(pack, rule)]
    if base is not None:
        left = len(pack.rules) - len(new_rules)
        there = f"[{base.name}]({base.name}.md) {base.version}"
        yield f"\n沿用 {there} 的 {left} 条规则；以下是增加和修改的。"
        yield f"It inherits {left} rules of {base.name} unchanged; new and changed rules follow."
    yield "\n## 目录 Contents\n"
    yield table_head("规则 Rule", "级别 Severity", "应当成立 What should be true")
    for rule in new_rules:
        title = f"{escape(rule.title.zh)}<br>{escape(rule.title.en)}"
        yield table_row((f"[{rule.name}](#{rule.name})", _severity(rule), title))
    dropped = dropped_rules(pack)
    if dropped:
        yield "\n去掉的规则 Rules dropped：\n"
        yield table_head("规则 Rule", "理由 Reason")
        for name, rule in dropped.items():
            there = f"[{name}]({rule.pack}.md#{name})"
            yield table_row((there, escape(pack.dropped[name])))
    for rule in new_rules:
        yield from _rule(pack, rule)


def _severity(rule: Rule) -> str:
    return f"{MARKS[rule.severity].zh} {rule.severity.value}"


def _rule(pack: Pack, rule: Rule) -> Iterator[str]:
    yield f"\n## {rule.name}\n"
    yield f"**{escape(rule.title.zh)}**<br>"
    yield f"{escape(rule.title.en)}\n"
    yield f"- 级别 Severity：{_severity(rule)}"
    yield f"- 依据 Source：{escape(rule.source)}"
    if rule.note is not None:
        yield f"- 说明 Note：{escape(rule.note)}"
    if rule.pack != pack.name:
        yield f"- 来自 From：[{rule.pack}]({rule.pack}.md#{rule.name})"
        for each in reversed([*pack.lineage()]):
            if (line := describe_change(each, rule)) is not None:
                yield f"- {escape(line.zh)}<br>{escape(line.en)}"
    description = describe(rule.kind.options)
    what = escape(description.summary) or escape_docstring(description.doc)
    yield f"- 检查 Check：[{rule.kind.name}]({CHECKS}#{rule.kind.name})。{what}\n"
    yield code_block(to_yaml({"expect": {rule.kind.name: to_plain(rule.options)}}), "yaml")
    for heading, examples in rule_text.group_examples(rule):
        yield f"\n{heading.zh} {heading.en}："
        for example in examples:
            yield "\n" + code_block("\n".join(_example(example)), "text")


def _example(example: Example) -> Iterator[str]:
    yield from (change.zh for change in rule_text.change_steps(example))
    if example.why:
        yield f"（{' '.join(example.why.split())}）"
    yield from (f"→ {line}" for line in (*example.finds, *example.unjudged))
