"""The pack that another extends: where it is, and whether its version fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from docxlint.core.message import Message
from docxlint.packs.manifest import Extends, GoodChange, LoadedManifest, Manifest, PackDir
from docxlint.packs.pack_folders import NAME, NoSuchPack, is_pack, names
from docxlint.packs.yaml.nodes import Scalar
from docxlint.packs.yaml.source_faults import SourceFault
from docxlint.packs.yaml.source_file import Source
from docxlint.rules.rule import Pack

_WANTED = re.compile(r"(?P<major>0|[1-9]\d{0,8})(\.(?P<minor>0|[1-9]\d{0,8}))?", re.ASCII)

_BAD_WANTED = Message(
    zh="要求的版本应写成“主”或“主.次”，而不是“{version}”",
    en="the version that is wanted is MAJOR or MAJOR.MINOR, not “{version}”",
)
_OTHER_VERSION = Message(
    zh="要求“{pack}”的版本为 {wanted}，现有的是 {version}",
    en="“{pack}” is wanted in version {wanted}, but it is {version}",
)
_CYCLE = Message(
    zh="规则包循环继承：{round}", en="the packs extend each other in a circle: {round}"
)
_A_NAME = Message(
    zh="extends 写规则包的名称，不写路径：“{name}”",
    en="extends takes a name, not the path “{name}”",
)
_NOTHING_INHERITED = {
    "change": Message(
        zh="没有写 extends，就没有规则可改", en="without extends there is nothing to change"
    ),
    "drop": Message(
        zh="没有写 extends，就没有规则可去掉", en="without extends there is nothing to drop"
    ),
    "reword": Message(
        zh="没有写 extends，就没有文字可改写", en="without extends there is nothing to reword"
    ),
    "good": Message(
        zh="没有写 extends，就没有范本可改；范本是文件 good.md",
        en="without extends there is no good document to change: it is the file good.md",
    ),
}


def find_base(
    opened: LoadedManifest, at: PackDir, folders: Sequence[Path], faults: list[SourceFault]
) -> Path | None:
    """The folder of the base, in one of `folders` or next to the pack itself.

    None if the pack extends no other, or, with a fault, if the base is not there.
    """
    source, manifest = opened.source, opened.manifest
    if source is None or manifest is None:
        return None
    base = base_name(manifest)
    if base is None:
        changes = manifest.good if isinstance(manifest.good, GoodChange) else None
        given = (manifest.change, manifest.drop, manifest.reword, changes)
        for verb, value in zip(_NOTHING_INHERITED, given, strict=True):
            key = opened.key(verb)
            if value is not None and key is not None:
                faults.append(source.fault(key, _NOTHING_INHERITED[verb]))
        return None
    everywhere = [*folders, at.folder.absolute().parent]
    if "/" in base.text or "\\" in base.text:
        faults.append(source.fault(base, _A_NAME(name=base.text)))
        return None
    for folder in everywhere if NAME.fullmatch(base.text) else ():
        if is_pack(folder / base.text):
            return folder / base.text
    there = [name for name in names(everywhere) if name != manifest.name.text]
    missing = NoSuchPack(base.text, there)
    faults.append(source.fault(base, missing.message, hint=missing.hint))
    return None


def base_candidates(manifest: Manifest, at: PackDir, folders: Sequence[Path]) -> tuple[str, ...]:
    """The pack.yaml files of which the first that exists is the base's."""
    name = base_name(manifest)
    if name is None:
        return ()
    places = (*folders, at.folder.absolute().parent)
    return tuple(str(folder / name.text / "pack.yaml") for folder in places)


def base_name(manifest: Manifest) -> Scalar | None:
    """The name of the pack that is extended, None if none is."""
    return manifest.extends.pack if isinstance(manifest.extends, Extends) else manifest.extends


def check_version(
    manifest: Manifest, base: Pack, source: Source, faults: list[SourceFault]
) -> None:
    """Report a base that does not have the version that the pack asks for."""
    wanted = manifest.extends.version if isinstance(manifest.extends, Extends) else None
    if wanted is None:
        return
    match = _WANTED.fullmatch(wanted.text)
    if match is None:
        faults.append(source.fault(wanted, _BAD_WANTED(version=wanted.text)))
        return
    major, minor, _ = (int(part) for part in base.version.split("."))
    if major != int(match["major"]) or minor < int(match["minor"] or 0):
        message = _OTHER_VERSION(pack=base.name, wanted=wanted.text, version=base.version)
        faults.append(source.fault(wanted, message))


def report_circle(
    manifest: Manifest, chain: Sequence[str], source: Source, faults: list[SourceFault]
) -> None:
    """Report that each pack of `chain` extends the next one, and the last one the first."""
    place = base_name(manifest)
    if place is not None:
        faults.append(source.fault(place, _CYCLE(round=" → ".join([*chain, chain[0]]))))
