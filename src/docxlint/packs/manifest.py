"""pack.yaml: the name of a pack, what it is for and what it extends."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.packs.pack_folders import NAME
from docxlint.packs.yaml.binder import FAILED, Binder
from docxlint.packs.yaml.nodes import Mapping, Scalar, Sequence, parse
from docxlint.packs.yaml.source_faults import PackFault, SourceFault
from docxlint.packs.yaml.source_file import Source, read
from docxlint.rules.rule import Applies, Changes
from docxlint.text.language import Code

_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", re.ASCII)

# A file of the pack as pack.yaml names it: no absolute path, no "..", no hidden file.
_FILE = re.compile(r"(?!\.)[\w .-]{1,60}(/(?!\.)[\w .-]{1,60}){0,3}")

_BAD_VERSION = Message(
    zh="版本号应为“主.次.修订”三个数字，而不是“{version}”",
    en="a version is MAJOR.MINOR.PATCH, not “{version}”",
)
BAD_NAME = Message(
    zh="“{name}”不能作名称：名称由小写字母、数字组成，以字母开头，词间用连字符",
    en="“{name}” is not a name: lower-case letters and digits, words joined by hyphens",
)
_OTHER_NAME = Message(
    zh="规则包名为“{name}”，所在文件夹却名为“{folder}”",
    en="the pack is called “{name}”, but its folder “{folder}”",
)
NO_FILE = Message(zh="规则包里没有文件“{file}”", en="there is no file “{file}” in the pack")


class Extends(msgspec.Struct, frozen=True):
    """The pack that another extends, by name, and the version that it must have: "1" is that
    major version, "1.2" that major version and no minor version before that one.
    """

    pack: Scalar
    version: Scalar | None = None


class GoodChange(Changes, frozen=True):
    """How the good document of the base is changed, in the verbs of an example."""


class RuleChange(msgspec.Struct, frozen=True):
    """What of an inherited rule is changed; the options given replace those of the same key."""

    severity: Severity | None = None
    options: Mapping | None = None
    title: str | None = None
    english: str | None = None
    source: str | None = None
    note: str | None = None


class PackRuleChange(RuleChange, frozen=True):
    """What of an inherited rule is changed; the options given replace those of the same key.
    `examples` replace those of the rule.
    """

    examples: Sequence | None = None


class Manifest(msgspec.Struct, frozen=True):
    """pack.yaml. `change` (rules), `drop` (rules, with the reason) and `reword` (printed words,
    with the new ones) are about what is inherited. `language` is the language of the documents,
    by default that of the pack that is extended, or else Chinese.
    """

    name: Scalar
    version: Scalar
    title: str
    english: str | None = None
    form: Scalar | None = None
    good: Scalar | GoodChange | None = None
    applies: Applies = Applies()
    language: Code | None = None
    extends: Scalar | Extends | None = None
    change: Mapping | None = None
    drop: Mapping | None = None
    reword: Mapping | None = None


class PackDir(msgspec.Struct, frozen=True):
    """The folder of a pack, and its name in faults."""

    folder: Path
    display_name: str

    def stays(self, path: Path) -> bool:
        """Whether `path` is in the pack, wherever its links lead."""
        return path.resolve().is_relative_to(self.folder.resolve())

    def has(self, name: str) -> bool:
        """Whether there is a file of that name in the pack; false for one outside of it, by its
        name or through a link.
        """
        path = self.folder / name
        return bool(_FILE.fullmatch(name)) and path.is_file() and self.stays(path)

    def inside(self, name: Scalar, source: Source, faults: list[SourceFault]) -> Path | None:
        """The file of that name in the pack; None, with a fault at the name, if it has none."""
        if self.has(name.text):
            return self.folder / name.text
        files = sorted(each.name for each in self.folder.iterdir() if each.is_file())
        message = NO_FILE(file=name.text)
        given = name.text.replace("\\", "/").rpartition("/")[2]
        faults.append(source.fault(name, message, given=given, candidates=files))
        return None


def pack_dir(folder: Path) -> PackDir:
    """The folder as that of a pack; for an unpacked archive the name includes the archive's."""
    if folder.name in ("", ".."):
        folder = folder.resolve()
    above = folder.parent.name
    return PackDir(folder, f"{above}/{folder.name}" if above.endswith(".zip") else folder.name)


class LoadedManifest(msgspec.Struct, frozen=True):
    """A pack.yaml that was read: its text, its node, its values; None for each that failed."""

    source: Source | None
    node: Mapping | None = None
    manifest: Manifest | None = None

    def key(self, name: str) -> Scalar | None:
        """The key of that name in the file; None if the file does not have it."""
        entries = self.node.entries if self.node is not None else ()
        return next((key for key, _ in entries if key.text == name), None)


def load_manifest(at: PackDir, faults: list[SourceFault]) -> LoadedManifest:
    """Read the pack.yaml of a pack; what is wrong with it is added to `faults`."""
    source = read(at.folder / "pack.yaml", f"{at.display_name}/pack.yaml", faults)
    node = parse(source, faults) if source is not None else None
    if source is None or node is None:
        return LoadedManifest(source)
    manifest = Binder(source, faults).bind(node, Manifest)
    if manifest is FAILED or not isinstance(node, Mapping):
        return LoadedManifest(source)
    name, folder = manifest.name.text, at.folder.name
    if not NAME.fullmatch(name):
        faults.append(source.fault(manifest.name, BAD_NAME(name=name)))
    elif name != folder and not folder.endswith(".zip"):
        faults.append(source.fault(manifest.name, _OTHER_NAME(name=name, folder=folder)))
    if not _VERSION.fullmatch(manifest.version.text):
        message = _BAD_VERSION(version=manifest.version.text)
        faults.append(source.fault(manifest.version, message))
    return LoadedManifest(source, node, manifest)


def applies(folder: Path) -> Applies:
    """Which documents the pack in `folder` is for; only its pack.yaml is read.

    Raises PackFault with the faults of that file.
    """
    faults: list[SourceFault] = []
    manifest = load_manifest(pack_dir(folder), faults).manifest
    if manifest is None or faults:
        raise PackFault(faults)
    return manifest.applies
