"""A Word file taken apart, so that variants can write it differently."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from docxlint.word.ooxml.names import PREFIXES, w

OFFICE = PREFIXES["r"]
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Word:
    """The entries of a Word file by name.

    Changes of a tree are written to its entry. With `folders`, each folder gets an entry of its
    own.
    """

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.files = {i.filename: archive.read(i) for i in archive.infolist()}
        self._trees: dict[str, etree._Element] = {}
        self.folders = False
        self.main = self._target("_rels/.rels", "", "officeDocument")

    def tree(self, name: str) -> etree._Element:
        """The root of the part `name`, for changes."""
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.files[name])
        return self._trees[name]

    @property
    def root(self) -> etree._Element:
        """The root of the main document part."""
        return self.tree(self.main)

    @property
    def body(self) -> etree._Element:
        """The body of the main document part."""
        return self.root[0]

    def beside(self, kind: str) -> str:
        """The name of the part that the main part refers to as `kind`."""
        folder, name = posixpath.split(self.main)
        return self._target(f"{folder}/_rels/{name}.rels", folder, kind)

    def settle(self) -> None:
        """Write the trees into the entries, so that these can be changed as bytes."""
        for name, root in self._trees.items():
            self.files[name] = etree.tostring(root, encoding="UTF-8", standalone=True)
        self._trees.clear()

    def data(self) -> bytes:
        """The bytes of the file."""
        self.settle()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            folders = {f"{posixpath.dirname(n)}/" for n in self.files if "/" in n}
            for name in (*(sorted(folders) if self.folders else ()), *self.files):
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                archive.writestr(info, self.files.get(name, b""), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _target(self, relationships: str, folder: str, kind: str) -> str:
        for entry in self.tree(relationships):
            if entry.get("Type", "").endswith(f"/{kind}"):
                return posixpath.join(folder, entry.get("Target", "")).lstrip("/")
        raise KeyError(kind)


def el(
    name: str, /, *children: etree._Element, text: str | None = None, **values: str
) -> etree._Element:
    """A `w:name` with `children`, `text` and attributes of WordprocessingML."""
    element = etree.Element(w(name), {w(key): value for key, value in values.items()})
    element.extend(children)
    element.text = text
    if text is not None and text != text.strip():
        element.set(XML_SPACE, "preserve")
    return element


def run(text: str, *properties: etree._Element, tag: str = "t") -> etree._Element:
    """A run that shows `text`."""
    rpr = [el("rPr", *properties)] if properties else []
    return el("r", *rpr, el(tag, text=text))


def first_text(run: etree._Element) -> etree._Element:
    """The first text of a run."""
    text = run.find(w("t"))
    assert text is not None
    return text


def runs(word: Word) -> Iterator[tuple[int, etree._Element]]:
    """Every run of the body that has text, with its number from 0."""
    return enumerate([r for r in word.body.iter(w("r")) if r.find(w("t")) is not None])


def replace(old: etree._Element, *new: etree._Element) -> None:
    """Replace `old` by `new`, which may contain `old`."""
    parent = old.getparent()
    assert parent is not None
    at = parent.index(old)
    parent.remove(old)
    parent[at:at] = new


def wrap(old: etree._Element, outer: etree._Element, inner: etree._Element | None = None) -> None:
    """Replace `old` by `outer`, and append `old` to `inner`, by default `outer`."""
    replace(old, outer)
    (outer if inner is None else inner).append(old)


def control(*children: etree._Element) -> etree._Element:
    """A content control with `children` as its content."""
    return el("sdt", el("sdtPr", el("alias", val="控件")), el("sdtContent", *children))


def select(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements at an XPath; `w` is the namespace that the document uses."""
    names = {"w": element.nsmap["w"]}
    all_ = element.xpath(path, namespaces=names)
    assert isinstance(all_, list)
    return [each for each in all_ if isinstance(each, etree._Element)]
