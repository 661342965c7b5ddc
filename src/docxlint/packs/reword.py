"""Replace words that an inherited form prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from docxlint.core.message import Message
from docxlint.form.schema import Form, FormBlock, FormLine, SectionForm, TitleForm
from docxlint.packs.form_file import check_wording
from docxlint.packs.yaml.binder import FAILED, Binder
from docxlint.packs.yaml.nodes import Mapping, Node, Scalar

_UNKNOWN = Message(
    zh="继承的格式里没有印“{words}”", en="the inherited form does not print “{words}”"
)
_BLANK = Message(zh="不能改写成空白", en="words cannot be reworded into nothing")
_ALIKE = Message(
    zh="改写以后与并列的“{words}”相同，两处无法区分",
    en="the label beside it is “{words}” too: the two cannot be told apart",
)


def reword(form: Form, node: Mapping, binder: Binder) -> Form:
    """The form with the printed words that are keys of `node` replaced by their values.

    Words are headings, labels of rows, columns and their groups, titles and corners of blocks,
    and the title. A key must be a whole heading or label; only the name in the title is also
    replaced within the title's wording. It is a fault if the form does not print a key, or if
    two labels become equal.
    """
    values: dict[str, Node] = {}
    words: dict[str, str] = {}
    fold = form.language.folding.fold
    for key, value in node.entries:
        bound = binder.bind(value, str)
        if bound is not FAILED and not fold(bound):
            binder.report(value, _BLANK)
        words[key.text] = key.text if bound is FAILED else bound
        values[key.text] = value
    report_unknown_words(node, list(printed_words(form)), binder)
    wording = words.get(form.title.wording)
    if wording is not None:
        where = values[form.title.wording]
        if isinstance(where, Scalar):
            check_wording(where, wording, binder)
    for words_at, others in dict(_alike(form, words)).items():
        binder.report(values[words_at], _ALIKE(words=others))
    return _reworded(form, lambda label: words.get(label, label) if label else label)


def report_unknown_words(node: Mapping, printed: Sequence[str], binder: Binder) -> None:
    """Report each key of `node` that is not one of the `printed` words."""
    known = list(dict.fromkeys(printed))
    for key, _ in node.entries:
        if key.text not in known:
            message = _UNKNOWN(words=key.text)
            binder.report(key, message, given=key.text, candidates=known)


def printed_words(form: Form) -> Iterator[str]:
    """The words that a form prints and that can be reworded, with repetitions."""
    return (words for words in _printed(form) if words)


def _printed(form: Form) -> Iterator[str]:
    yield from (form.title.name, form.title.wording)
    yield from (section.heading for section in form.sections)
    for block in _blocks(form):
        yield from (words for words in (block.title, block.corner) if words is not None)
        yield from (label for line in block.columns + block.rows for label in line.path)


def _blocks(form: Form) -> Iterator[FormBlock]:
    return (block for table in form.tables for block in table.blocks)


def _alike(form: Form, words: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the words that become equal to a label next to them, with that label."""
    headings = ((section.heading,) for section in form.sections)
    groups: list[list[tuple[str, ...]]] = [list(headings)]
    groups += [[line.path for line in lines] for lines in _lines(form)]
    fold = form.language.folding.fold
    for paths in groups:
        seen: dict[tuple[tuple[str, ...], str], str] = {}
        for path in paths:
            for depth, label in enumerate(path):
                new = words.get(label, label)
                first = seen.setdefault((path[:depth], fold(new)), label)
                if first != label:
                    yield (label if label in words else first), new


def _lines(form: Form) -> Iterator[tuple[FormLine, ...]]:
    for block in _blocks(form):
        yield block.columns
        yield block.rows


def _reworded(form: Form, replace: Callable[[str], str]) -> Form:
    title = form.title
    name = replace(title.name)
    wording = replace(title.wording)
    if wording == title.wording:
        wording = wording.replace(title.name, name)
    return msgspec.structs.replace(
        form,
        title=TitleForm(name, wording, title.kin),
        sections=tuple(
            SectionForm(section.name, replace(section.heading)) for section in form.sections
        ),
        tables=tuple(
            msgspec.structs.replace(
                table, blocks=tuple(_block(block, replace) for block in table.blocks)
            )
            for table in form.tables
        ),
    )


def _block(block: FormBlock, replace: Callable[[str], str]) -> FormBlock:
    def again(lines: tuple[FormLine, ...]) -> tuple[FormLine, ...]:
        return tuple(FormLine(line.name, tuple(map(replace, line.path))) for line in lines)

    return msgspec.structs.replace(
        block,
        columns=again(block.columns),
        rows=again(block.rows),
        title=None if block.title is None else replace(block.title),
        corner=None if block.corner is None else replace(block.corner),
    )
