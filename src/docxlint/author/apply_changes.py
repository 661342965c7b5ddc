"""Apply the changes of an example to a pack's good document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

import msgspec

from docxlint.author.faults import ChangeFault, MarkdownFault
from docxlint.author.markdown_parser import parse, parse_inline
from docxlint.author.named_places import Places, find_places
from docxlint.core.message import Message
from docxlint.form.schema import Form
from docxlint.packs.yaml.source_faults import did_you_mean
from docxlint.rules.rule import Changes, Place
from docxlint.word.make.blocks import Merge, NewBlock, NewParagraph, NewTable, Slot, plain

_NO_MATCH = Message(
    zh="swap：范本里没有“{words}”", en="swap: “{words}” is not in the good document"
)
_NO_NAME = Message(
    zh="{verb}：在范本里找不到“{name}”", en="{verb}: “{name}” is not found in the good document"
)
_WITH_HINT = Message(zh="{message}；{hint}", en="{message}; {hint}")
_DROPPED = Message(zh="{verb}：“{name}”已经去掉了", en="{verb}: “{name}” is already dropped")
_NO_PLACE = Message(
    zh="{verb}：after 和 before 必须写一个，只能写一个",
    en="{verb}: give either after or before",
)
_NO_BLOCK = Message(
    zh="insert：没有哪个段落或表格含有“{words}”",
    en="insert: no paragraph or table contains “{words}”",
)
_MANY_BLOCKS = Message(
    zh="insert：有{count}个段落或表格含有“{words}”，无法确定是哪一个",
    en="insert: {count} paragraphs or tables contain “{words}”; the words must be in only one",
)
_SAME_SECTION = Message(
    zh="move：“{name}”不能移到自己旁边", en="move: “{name}” cannot be moved next to itself"
)
_BAD_INSERT = Message(zh="insert：{fault}", en="insert: {fault}")
_BAD_SET = Message(zh="set：“{name}”的内容有误：{fault}", en="set: the text of “{name}”: {fault}")

# A block and its position in the document before any change; None for an inserted block.
_IndexedBlock: TypeAlias = tuple[int | None, NewBlock]
_T = TypeVar("_T")


class GoodDocument(msgspec.Struct, frozen=True):
    """A good document, its form, and the places of the form's names in the document."""

    markdown: str
    form: Form
    blocks: tuple[NewBlock, ...]
    places: Places


def read_good_document(markdown: str, form: Form) -> GoodDocument:
    """Parse the Markdown of a good document. Raises MarkdownFault."""
    blocks = parse(markdown)
    return GoodDocument(markdown, form, blocks, find_places(blocks, form))


def apply_changes(document: GoodDocument, example: Changes) -> tuple[NewBlock, ...]:
    """Return the blocks of `document` with the changes of `example` applied.

    Raises ChangeFault for a change that cannot be applied, and MarkdownFault if the document is
    no longer valid Markdown after a swap.
    """
    blocks, places = _swap(document, example)
    blocks = _set(blocks, places, example)
    indexed: list[_IndexedBlock] = list(enumerate(blocks))
    indexed = _drop(indexed, places, example)
    for name, place in example.move.items():
        indexed = _move(indexed, places, name, place)
    for insertion in example.insert:
        neighbour = _neighbour(Place(insertion.after, insertion.before), "insert")
        index = _find_block([block for _, block in indexed], neighbour)
        try:
            new = parse(insertion.text, fragment=True)
        except MarkdownFault as fault:
            raise ChangeFault(_BAD_INSERT(fault=fault.message)) from fault
        index += insertion.after is not None
        indexed[index:index] = [(None, block) for block in new]
    return tuple(block for _, block in indexed)


def _swap(document: GoodDocument, example: Changes) -> tuple[tuple[NewBlock, ...], Places]:
    """Return the blocks after the swaps, and the places in them."""
    if not example.swap:
        return document.blocks, document.places
    text = document.markdown
    for words, replacement in example.swap.items():
        if not words or words not in text:
            raise ChangeFault(_NO_MATCH(words=words))
        text = text.replace(words, replacement)
    blocks = parse(text)
    # If only words differ, the names stay where they are, even if the label of one is swapped.
    if [*map(_shape, blocks)] == [*map(_shape, document.blocks)]:
        return blocks, document.places
    return blocks, find_places(blocks, document.form)


def _shape(block: NewBlock) -> tuple[object, ...]:
    if isinstance(block, NewParagraph):
        return (block.role,)
    return tuple(tuple(slot.merge for slot in row) for row in block.rows)


def _set(blocks: tuple[NewBlock, ...], places: Places, example: Changes) -> tuple[NewBlock, ...]:
    changed = list(blocks)
    for name, text in example.set.items():
        at, row, column = _look_up("set", name, places.cells)
        try:
            slot = Slot(parse_inline(text))
        except MarkdownFault as fault:
            raise ChangeFault(_BAD_SET(name=name, fault=fault.what)) from fault
        table = changed[at]
        if isinstance(table, NewTable):
            rows = [list(slots) for slots in table.rows]
            rows[row][column] = slot
            changed[at] = NewTable(tuple(map(tuple, rows)))
    return tuple(changed)


def _drop(indexed: list[_IndexedBlock], places: Places, example: Changes) -> list[_IndexedBlock]:
    names = {f"sections.{name}": tuple(where) for name, where in places.sections.items()}
    names |= {f"tables.{name}": where for name, where in places.tables.items()}
    rows = {f"tables.{name}": where for name, where in places.rows.items()}
    dropped: set[int] = set()
    dropped_rows: dict[int, set[int]] = {}
    for name in example.drop:
        if name in rows:
            block, row = rows[name]
            dropped_rows.setdefault(block, set()).add(row)
        else:
            dropped |= set(_look_up("drop", name, names, rows))
    return [
        (at, _remove_rows(block, dropped_rows.get(at, set())) if at is not None else block)
        for at, block in indexed
        if at not in dropped
    ]


def _remove_rows(block: NewBlock, rows: Iterable[int]) -> NewBlock:
    """Return `block` without `rows` if it is a table.

    A merged cell that begins in a removed row begins in the next row that it covers.
    """
    for row in sorted(rows, reverse=True):
        if isinstance(block, NewTable):
            block = NewTable(tuple(_remove_row(block, row)))
    return block


def _remove_row(table: NewTable, row: int) -> Iterator[tuple[Slot, ...]]:
    origins = table.origins()
    for r, slots in enumerate(table.rows):
        if r == row + 1:
            yield tuple(_move_merge_origins(slots, origins[r], table.rows[row], row))
        elif r != row:
            yield slots


def _move_merge_origins(
    slots: Sequence[Slot], origins: Sequence[tuple[int, int]], above: Sequence[Slot], row: int
) -> Iterator[Slot]:
    for column, (slot, origin) in enumerate(zip(slots, origins, strict=True)):
        if slot.merge is Merge.ABOVE and origin[0] == row:
            yield above[column]
        else:
            yield slot


def _move(
    indexed: list[_IndexedBlock], places: Places, name: str, place: Place
) -> list[_IndexedBlock]:
    moving = _look_up("move", name, places.sections)
    other = _neighbour(place, "move")
    if other == name:
        raise ChangeFault(_SAME_SECTION(name=name))
    target = _look_up("move", other, places.sections)
    section = [pair for pair in indexed if pair[0] in moving]
    rest = [pair for pair in indexed if pair[0] not in moving]
    positions = [i for i, pair in enumerate(rest) if pair[0] in target]
    if not section or not positions:
        raise ChangeFault(_DROPPED(verb="move", name=other if section else name))
    index = positions[-1] + 1 if place.after is not None else positions[0]
    return [*rest[:index], *section, *rest[index:]]


def _look_up(verb: str, name: str, names: Mapping[str, _T], more: Iterable[str] = ()) -> _T:
    """Return `names[name]`. Raises ChangeFault, with a hint from `names` and `more`."""
    if name in names:
        return names[name]
    message = _NO_NAME(verb=verb, name=name)
    hint = did_you_mean(name, [*names, *more])
    raise ChangeFault(message if hint is None else _WITH_HINT(message=message, hint=hint))


def _neighbour(place: Place, verb: str) -> str:
    if (place.after is None) == (place.before is None):
        raise ChangeFault(_NO_PLACE(verb=verb))
    return place.after if place.after is not None else place.before or ""


def _find_block(blocks: Sequence[NewBlock], words: str) -> int:
    """Return the position of the only block that contains `words`. Raises ChangeFault."""
    positions = [
        i for i, block in enumerate(blocks) if words and any(words in t for t in _texts(block))
    ]
    if not positions:
        raise ChangeFault(_NO_BLOCK(words=words))
    if len(positions) > 1:
        raise ChangeFault(_MANY_BLOCKS(words=words, count=len(positions)))
    return positions[0]


def _texts(block: NewBlock) -> Iterator[str]:
    if isinstance(block, NewParagraph):
        number = block.number.text if block.number is not None else ""
        yield number + plain(block.inline)
    else:
        yield from (plain(slot.inline) for row in block.rows for slot in row)
