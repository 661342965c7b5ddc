"""The files of a pack: its form, its rules, its good document."""

from __future__ import annotations

from pathlib import Path

import msgspec

from docxlint.core.message import Message
from docxlint.form.schema import Form
from docxlint.packs.form_file import bind_form, bind_parts
from docxlint.packs.manifest import NO_FILE, GoodChange, LoadedManifest, Manifest, PackDir, pack_dir
from docxlint.packs.reword import reword
from docxlint.packs.rule_file import check_places
from docxlint.packs.yaml.binder import Binder
from docxlint.packs.yaml.nodes import Node, Scalar, parse
from docxlint.packs.yaml.source_faults import PackFault, SourceFault
from docxlint.packs.yaml.source_file import Source, read
from docxlint.rules.rule import Example, Pack
from docxlint.text.language import DEFAULT, load_language

_FORM, _GOOD = Scalar("form.yaml", 1, 1), Scalar("good.md", 1, 1)

_OUTSIDE = Message(zh="这个链接指向规则包之外", en="this link leads out of the pack")
_SUFFIX = Message(zh="规则文件的扩展名应为 .yaml", en="the name of a rule file ends in .yaml")
_OWN_GOOD = Message(
    zh="这个规则包有自己的范本“{file}”，直接改它",
    en="this pack has a good document of its own, “{file}”: change that",
)


def document(pack: Pack) -> str:
    """The Markdown of a pack's good document, before any of `pack.good_changes`: that of the
    pack, or of the nearest base that has one.

    Raises PackFault if it cannot be read.
    """
    owner = next(each for each in pack.lineage() if each.good_file or each.base is None)
    at = pack_dir(Path(owner.folder))
    name = Path(owner.good_file).relative_to(at.folder).as_posix()
    faults: list[SourceFault] = []
    if at.has(name):
        source = read(at.folder / name, f"{at.display_name}/{name}", faults)
        if source is not None:
            return source.text
    else:
        where = owner.location
        faults.append(SourceFault(where.file, 1, 1, NO_FILE(file=name), excerpt=where.text))
    raise PackFault(faults)


def _good(manifest: Manifest) -> Scalar:
    return manifest.good if isinstance(manifest.good, Scalar) else _GOOD


def good_file(
    opened: LoadedManifest, at: PackDir, source: Source, faults: list[SourceFault], *, needed: bool
) -> Path | None:
    """The path of the pack's own good document; None if it has none.

    That is a fault if the pack names one, or if one is `needed`.
    """
    manifest = opened.manifest
    if manifest is None:
        return None
    name = _good(manifest)
    key = opened.key("good")
    if manifest.extends is not None and not isinstance(manifest.good, Scalar):
        path = at.folder / name.text
        if not path.is_file():
            return None
        if manifest.good is not None and key is not None:
            faults.append(source.fault(key, _OWN_GOOD(file=name.text)))
        return path
    if needed or manifest.extends is not None:
        return at.inside(name, source, faults)
    return at.folder / name.text


def good_change(manifest: Manifest, opened: LoadedManifest, binder: Binder) -> Example | None:
    """How the pack changes its base's good document; None if it does not."""
    good = manifest.good
    if not isinstance(good, GoodChange):
        return None
    node = opened.node.get("good") if opened.node is not None else None
    example = Example(finds=(), **msgspec.structs.asdict(good))
    if node is not None:
        check_places(node, example, binder)
    return example


def inputs(at: PackDir, manifest: Manifest) -> tuple[str, ...]:
    """The files and folders that a pack is read from: the usual ones, and those that pack.yaml
    names.
    """
    form = manifest.form or _FORM
    return (
        str(at.folder),
        str(at.folder / "rules"),
        str(at.folder / form.text),
        str(at.folder / _good(manifest).text),
    )


def bind_own_form(
    at: PackDir,
    opened: LoadedManifest,
    source: Source,
    base: Pack | None,
    faults: list[SourceFault],
) -> Form | None:
    """The form of the pack: its own, or its base's with the parts that it redefines and the
    words that it changes.
    """
    manifest = opened.manifest
    extending = manifest is not None and manifest.extends is not None
    if manifest is not None and (manifest.form is not None or not extending):
        path = at.inside(manifest.form or _FORM, source, faults)
    else:  # the form is optional; it is read if it has the usual name
        path = at.folder / "form.yaml" if (at.folder / "form.yaml").is_file() else None
    form = base.form if base is not None else None
    language = form.language if form is not None else load_language(DEFAULT)
    if manifest is not None and manifest.language is not None:
        language = load_language(manifest.language)
        form = msgspec.structs.replace(form, language=language) if form is not None else None
    before = len(faults)
    if path is not None:
        text = parsed(path, name_of(path, at), faults)
        if text is None:
            return None
        binder = Binder(text[0], faults)
        if extending:
            form = bind_parts(text[1], binder, form, language)
        else:
            form = bind_form(text[1], binder, language)
    if manifest is not None and manifest.reword is not None and form is not None:
        form = reword(form, manifest.reword, Binder(source, faults))
    return form if len(faults) == before else None


def name_of(path: Path, at: PackDir) -> str:
    """The name of a file of the pack in faults."""
    return f"{at.display_name}/{path.relative_to(at.folder).as_posix()}"


def parsed(path: Path, file: str, faults: list[SourceFault]) -> tuple[Source, Node] | None:
    """The text of a file and its node; None, with the reason in `faults`, if that fails."""
    source = read(path, file, faults)
    node = parse(source, faults) if source is not None else None
    return (source, node) if source is not None and node is not None else None


def rule_files(at: PackDir, faults: list[SourceFault]) -> list[Path]:
    """The rule files of the pack, sorted by name, without hidden files."""
    inside = at.folder / "rules"
    if not inside.is_dir():
        return []
    if not at.stays(inside):
        faults.append(SourceFault(f"{at.display_name}/rules", 1, 1, _OUTSIDE))
        return []
    paths = []
    for path in sorted(inside.iterdir(), key=lambda path: path.name):
        if path.name.startswith("."):
            continue
        if path.suffix == ".yml":
            faults.append(SourceFault(name_of(path, at), 1, 1, _SUFFIX))
        elif path.suffix == ".yaml" and path.is_symlink() and not at.stays(path):
            faults.append(SourceFault(name_of(path, at), 1, 1, _OUTSIDE))
        elif path.suffix == ".yaml":
            paths.append(path)
    return paths
