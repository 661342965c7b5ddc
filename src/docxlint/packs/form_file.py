"""The form file of a pack: names for the printed words, as YAML."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import msgspec

from docxlint.core.message import Message
from docxlint.form.schema import Form, SectionForm, TableForm, TitleForm
from docxlint.packs.form_lines import check_distinct, check_name
from docxlint.packs.form_table import bind_table, under
from docxlint.packs.yaml.binder import FAILED, Binder
from docxlint.packs.yaml.nodes import Mapping, Node, Scalar
from docxlint.text.language import Language

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_PLACES = ("{organ}", "{year}")

_PLACEHOLDER = Message(
    zh="标题里只能用 {{organ}} 和 {{year}}，不能用“{braces}”",
    en="the title has only {{organ}} and {{year}}, not “{braces}”",
)
_NOT_IN_BASE = {
    "sections": Message(
        zh="继承的格式里没有名为“{name}”的部分", en="the inherited form has no section “{name}”"
    ),
    "tables": Message(
        zh="继承的格式里没有名为“{name}”的表", en="the inherited form has no table “{name}”"
    ),
}


class TitleFile(msgspec.Struct, frozen=True):
    """The title of a form."""

    name: str
    wording: Scalar
    kin: tuple[str, ...] = ()


class FormFile(msgspec.Struct, frozen=True):
    """A form file; `sections` are headings and `tables` tables, by their names."""

    title: TitleFile
    sections: Mapping
    tables: Mapping | None = None


class FormParts(msgspec.Struct, frozen=True):
    """The form file of a pack that extends another: what it redefines of the base's form."""

    title: TitleFile | None = None
    sections: Mapping | None = None
    tables: Mapping | None = None


def bind_form(node: Node, binder: Binder, language: Language) -> Form | None:
    """The form that `node` defines; None, with the binder's faults, if anything in it is wrong.

    The other parts are checked even if one of them fails.
    """
    before = len(binder.faults)
    file = binder.bind(node, FormFile)
    sections = tuple(_sections(under(node, "sections"), binder, language))
    names = [section.name for section in sections]
    tables = tuple(_tables(under(node, "tables"), names or None, binder, language))
    if file is FAILED:
        return None
    check_wording(file.title.wording, file.title.wording.text, binder)
    if len(binder.faults) > before:
        return None
    return Form(_title(file.title), sections, tuple(t for t in tables if t is not None), language)


def bind_parts(node: Node, binder: Binder, base: Form | None, language: Language) -> Form | None:
    """The form `base` with the title, sections and tables that `node` redefines, each in the
    place of the base's with that name; None, with the binder's faults, if anything is wrong.

    Without a base the parts are only checked.
    """
    before = len(binder.faults)
    file = binder.bind(node, FormParts)
    sections = {s.name: s for s in _sections(under(node, "sections"), binder, language)}
    known = [section.name for section in base.sections] if base is not None else None
    tables = {
        table.name: table
        for table in _tables(under(node, "tables"), known, binder, language)
        if table is not None
    }
    if base is not None:
        _check_again(under(node, "sections"), "sections", known or (), binder)
        _check_again(under(node, "tables"), "tables", [t.name for t in base.tables], binder)
    if file is FAILED:
        return None
    if file.title is not None:
        check_wording(file.title.wording, file.title.wording.text, binder)
    if base is None or len(binder.faults) > before:
        return None
    return Form(
        base.title if file.title is None else _title(file.title),
        tuple(sections.get(section.name, section) for section in base.sections),
        tuple(tables.get(table.name, table) for table in base.tables),
        language,
    )


def check_wording(node: Scalar, wording: str, binder: Binder) -> None:
    """Report each placeholder in the wording of a title other than {organ} and {year}."""
    for match in _BRACES.finditer(wording):
        braces = match.group()
        if braces not in _PLACES:
            message = _PLACEHOLDER(braces=braces)
            binder.report(node, message, offset=match.start(), given=braces, candidates=_PLACES)


def _title(file: TitleFile) -> TitleForm:
    return TitleForm(file.name, file.wording.text, file.kin)


def _check_again(node: Mapping | None, what: str, known: Collection[str], binder: Binder) -> None:
    for key, _ in node.entries if node is not None else ():
        if key.text not in known:
            message = _NOT_IN_BASE[what](name=key.text)
            binder.report(key, message, given=key.text, candidates=tuple(known))


def _sections(node: Mapping | None, binder: Binder, language: Language) -> Iterator[SectionForm]:
    for key, value in node.entries if node is not None else ():
        check_name(key, binder)
        heading = binder.bind(value, str)
        # A section without a heading is reported already; its name still counts.
        yield SectionForm(key.text, "" if heading is FAILED else heading)
    headings = [value for _, value in node.entries] if node is not None else []
    fold = language.folding.fold
    printed = [value for value in headings if isinstance(value, Scalar) and fold(value.text)]
    check_distinct(printed, binder, language)


def _tables(
    node: Mapping | None, sections: Collection[str] | None, binder: Binder, language: Language
) -> Iterator[TableForm | None]:
    for key, value in node.entries if node is not None else ():
        check_name(key, binder)
        yield bind_table(key.text, value, sections, binder, language)
