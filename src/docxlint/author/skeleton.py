"""Skeletons of packs and rules, with marks for what the author has to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import msgspec

from docxlint.author.unfilled_marks import MARK
from docxlint.form.schema import Form
from docxlint.packs.yaml.nodes import Scalar, Sequence
from docxlint.packs.yaml.typed import fields_of, is_union, members, shape, wanted
from docxlint.rules.rule import Kind, Pack

_PACK = """\
# 规则包 {name}：在 {base} 的基础上增减。
# 凡写着{mark}的都要填；填完以后运行：docxlint test {name}
name: {name}
# 版本：主.次.修订。改了规则就升一位；原来合格的文档可能不合格了，升“主”。
version: 0.1.0
title: {mark}
extends: {{pack: {base}, version: "{major}"}}

# 不写 --pack 时，哪些文档用这个规则包：标题符合其中一个正则表达式的。不写则只在点名时使用。
# applies:
#   title: [{mark}]

# 一、增加规则：docxlint new rule 规则名 --in {name}
# 二、改变继承来的规则：级别（error 必须退回，warning 请看一看，info 只是提示）或检查的选项。
#    改了选项，就要带上自己的例子。规则名见 docxlint rules --pack {base}。
# change:
#   {rule}: {{severity: warning}}
# 三、去掉继承来的规则，写明理由。
# drop:
#   {rule}: {mark}
# 四、改写格式上印的字：左边是原来的，右边是本地的。
# reword:
#   {heading}: {mark}
# 范本沿用 {base} 的；本地规则要求的内容，在这里补进去。改法与规则的例子相同。
# good:
#   swap: {{{mark}: {mark}}}
"""
_RULE = """\
# 规则名就是文件名（{name}）：定下来以后不要改，豁免和统计都认它。
# 凡写着{mark}的都要填；填完以后运行：docxlint test {pack}

# 应当成立的一句话（不是对错误的描述）。
title: {mark}
# error 必须退回，warning 请看一看，info 只是提示。
severity: warning
# 依据：文件、文号、条款。没有成文依据的，写明是惯例。
source: {mark}

# 由哪一种检查判断，选项写什么；前面有 # 的选项可以不写。
{names}expect:
  {kind}:{options}

# 例子：把范本改动一处，再看这条规则说什么。至少要有一个查得出的，一个不该查出的。
# 改法：swap（换字） set（填表格） drop（去掉） move（移动） insert（加一段）。
# finds 是查出的话，一字不差、按先后排列；先照猜的写，运行后照“+”行改。
examples:
  - swap: {{{mark}: {mark}}}
    finds: [{mark}]
  - finds: []
"""
_NAMES = "# 名称要用格式里的："
_LINES = "# 行和列的名称：docxlint outline --pack {pack} 文档"


def pack_file(name: str, base: Pack) -> str:
    """Return the pack.yaml of a new pack `name` that extends `base`."""
    return _PACK.format(
        name=name,
        mark=MARK,
        base=base.name,
        major=base.version.partition(".")[0],
        rule=base.rules[0].name,
        heading=base.form.sections[-1].heading,
    )


def rule_file(name: str, pack: str, kind: Kind[Any], form: Form | None) -> str:
    """Return the file of a new rule `name` in `pack` that uses `kind`.

    Its comments list the names of `form`, if that is known.
    """
    return _RULE.format(
        name=name,
        pack=pack,
        mark=MARK,
        kind=kind.name,
        names="".join(f"{line}\n" for line in _names(form, pack)) if form is not None else "",
        options="".join(f"\n    {line}" for line in _options(kind)) or " {}",
    )


def _names(form: Form, pack: str) -> Iterator[str]:
    yield _NAMES
    for section in form.sections:
        yield f"#   {section.name}（{section.heading}）"
    for table in form.tables:
        yield f"#   {table.name}（“{form.section(table.section).heading}”里的表）"
    if form.tables:
        yield _LINES.format(pack=pack)


def _options(kind: Kind[Any]) -> Iterator[str]:
    """Yield the options, the required ones first."""
    options: type[msgspec.Struct] = kind.options
    known = fields_of(options).items()
    for name, field in sorted(known, key=lambda item: not item[1].required):
        kinds = members(field.type) if is_union(field.type) else (field.type,)
        must = "" if field.required else "# "
        yield f"{must}{name}: {_blank(kinds[0])}  # {wanted(kinds).zh}{_default(field)}"


def _blank(kinds: Any) -> str:
    """Return the mark, or a list or mapping of marks, for a value of the type `kinds`."""
    form = shape(kinds)
    if form is Scalar:
        return MARK
    inner = [_blank(arg) for arg in get_args(kinds) if arg is not ...]
    if form is Sequence:
        return f"[{inner[0]}]"
    if get_origin(kinds) is dict:
        return f"{{{inner[0]}: {inner[1]}}}"
    must = ((name, field) for name, field in fields_of(kinds).items() if field.required)
    return f"{{{', '.join(f'{name}: {_blank(field.type)}' for name, field in must)}}}"


def _default(field: msgspec.structs.FieldInfo) -> str:
    default = field.default
    return f"，不写则为 {default}" if isinstance(default, str) else ""
