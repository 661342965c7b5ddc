"""Makes the changes of an example in a pack's good document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

import msgspec

from docxlint.author.faults import ChangeFault, MarkdownFault
from docxlint.author.markdown_parser import inline, parse
from docxlint.author.named_places import Places, find_places
from docxlint.core.message import Message
from docxlint.form.schema import Form
from docxlint.packs.yaml.faults import did_you_mean
from docxlint.rules.rule import Changes, Place
from docxlint.word.make.blocks import Merge, NewBlock, NewParagraph, NewTable, Slot, plain

_NO_WORDS = Message(
    zh="swap：范本里没有“{words}”", en="swap: the good document does not hold “{words}”"
)
_NO_NAME = Message(
    zh="{verb}：在范本里找不到“{name}”", en="{verb}: “{name}” is not found in the good document"
)
_HINTED = Message(zh="{message}；{hint}", en="{message}; {hint}")
_GONE = Message(zh="{verb}：“{name}”已经拿掉了", en="{verb}: “{name}” is already taken out")
_NO_PLACE = Message(
    zh="{verb}：after 和 before 要写一个，且只写一个",
    en="{verb}: one of after and before is wanted, and only one",
)
_NO_BLOCK = Message(
    zh="insert：没有哪个段落或表格含有“{words}”",
    en="insert: no paragraph or table holds “{words}”",
)
_MANY_BLOCKS = Message(
    zh="insert：有{count}个段落或表格含有“{words}”，要能认出是哪一个",
    en="insert: {count} paragraphs or tables hold “{words}”; it must be clear which",
)
_ITSELF = Message(
    zh="move：“{name}”不能移到自己旁边", en="move: “{name}” cannot be moved beside itself"
)
_IN_INSERT = Message(zh="insert：{fault}", en="insert: {fault}")
_IN_SET = Message(zh="set：“{name}”的内容有误：{fault}", en="set: the text of “{name}”: {fault}")

# A block with its position in the document before any change, None for one that is put in.
_Placed: TypeAlias = tuple[int | None, NewBlock]
_T = TypeVar("_T")


class Good(msgspec.Struct, frozen=True):
    """A good document, its form, and where in it the form's names are found."""

    markdown: str
    form: Form
    blocks: tuple[NewBlock, ...]
    places: Places


def good(markdown: str, form: Form) -> Good:
    """The good document that `markdown` writes. Raises MarkdownFault."""
    blocks = parse(markdown)
    return Good(markdown, form, blocks, find_places(blocks, form))


def change(document: Good, example: Changes) -> tuple[NewBlock, ...]:
    """The blocks of `document` with the changes of `example` made.

    Raises ChangeFault for a change that cannot be made, MarkdownFault where the words that are
    swapped in leave the dialect.
    """
    blocks, places = _swap(document, example)
    blocks = _set(blocks, places, example)
    placed: list[_Placed] = list(enumerate(blocks))
    placed = _drop(placed, places, example)
    for name, place in example.move.items():
        placed = _move(placed, places, name, place)
    for insertion in example.insert:
        beside = _beside(Place(insertion.after, insertion.before), "insert")
        index = _holding([block for _, block in placed], beside)
        try:
            new = parse(insertion.text, fragment=True)
        except MarkdownFault as fault:
            raise ChangeFault(_IN_INSERT(fault=fault.message)) from fault
        index += insertion.after is not None
        placed[index:index] = [(None, block) for block in new]
    return tuple(block for _, block in placed)


def _swap(document: Good, example: Changes) -> tuple[tuple[NewBlock, ...], Places]:
    """The blocks after the swaps, and the places in them."""
    if not example.swap:
        return document.blocks, document.places
    text = document.markdown
    for words, others in example.swap.items():
        if not words or words not in text:
            raise ChangeFault(_NO_WORDS(words=words))
        text = text.replace(words, others)
    blocks = parse(text)
    # Where only words differ, the names stay where they are, even one whose label is swapped.
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
        at, row, column = _named("set", name, places.cells)
        try:
            slot = Slot(inline(text))
        except MarkdownFault as fault:
            raise ChangeFault(_IN_SET(name=name, fault=fault.what)) from fault
        table = changed[at]
        if isinstance(table, NewTable):
            rows = [list(slots) for slots in table.rows]
            rows[row][column] = slot
            changed[at] = NewTable(tuple(map(tuple, rows)))
    return tuple(changed)


def _drop(placed: list[_Placed], places: Places, example: Changes) -> list[_Placed]:
    names = {f"sections.{name}": tuple(where) for name, where in places.sections.items()}
    names |= {f"tables.{name}": where for name, where in places.tables.items()}
    rows = {f"tables.{name}": where for name, where in places.rows.items()}
    gone: set[int] = set()
    rows_gone: dict[int, set[int]] = {}
    for name in example.drop:
        if name in rows:
            block, row = rows[name]
            rows_gone.setdefault(block, set()).add(row)
        else:
            gone |= set(_named("drop", name, names, rows))
    return [
        (at, _without(block, rows_gone.get(at, set())) if at is not None else block)
        for at, block in placed
        if at not in gone
    ]


def _without(block: NewBlock, rows: Iterable[int]) -> NewBlock:
    """`block`, where it is a table, without those rows; a merged cell that began in one of them
    begins in the next that it covers.
    """
    for row in sorted(rows, reverse=True):
        if isinstance(block, NewTable):
            block = NewTable(tuple(_rows_without(block, row)))
    return block


def _rows_without(table: NewTable, row: int) -> Iterator[tuple[Slot, ...]]:
    origins = table.origins()
    for r, slots in enumerate(table.rows):
        if r == row + 1:
            yield tuple(_promoted(slots, origins[r], table.rows[row], row))
        elif r != row:
            yield slots


def _promoted(
    slots: Sequence[Slot], origins: Sequence[tuple[int, int]], above: Sequence[Slot], row: int
) -> Iterator[Slot]:
    for column, (slot, origin) in enumerate(zip(slots, origins, strict=True)):
        if slot.merge is Merge.ABOVE and origin[0] == row:
            yield above[column]
        else:
            yield slot


def _move(placed: list[_Placed], places: Places, name: str, place: Place) -> list[_Placed]:
    moving = _named("move", name, places.sections)
    other = _beside(place, "move")
    if other == name:
        raise ChangeFault(_ITSELF(name=name))
    target = _named("move", other, places.sections)
    section = [pair for pair in placed if pair[0] in moving]
    rest = [pair for pair in placed if pair[0] not in moving]
    positions = [i for i, pair in enumerate(rest) if pair[0] in target]
    if not section or not positions:
        raise ChangeFault(_GONE(verb="move", name=other if section else name))
    index = positions[-1] + 1 if place.after is not None else positions[0]
    return [*rest[:index], *section, *rest[index:]]


def _named(verb: str, name: str, names: Mapping[str, _T], more: Iterable[str] = ()) -> _T:
    """What `names` has under `name`; the hint of the fault knows `more` names besides."""
    if name in names:
        return names[name]
    message = _NO_NAME(verb=verb, name=name)
    hint = did_you_mean(name, [*names, *more])
    raise ChangeFault(message if hint is None else _HINTED(message=message, hint=hint))


def _beside(place: Place, verb: str) -> str:
    if (place.after is None) == (place.before is None):
        raise ChangeFault(_NO_PLACE(verb=verb))
    return place.after if place.after is not None else place.before or ""


def _holding(blocks: Sequence[NewBlock], words: str) -> int:
    """The position of the one block that holds `words`."""
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
