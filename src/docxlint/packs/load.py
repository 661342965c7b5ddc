"""Load packs with the packs that they extend; each fault is reported once, at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Map
from pathlib import Path
from typing import Any

from docxlint.core.message import Message
from docxlint.form.schema import Form
from docxlint.packs import pack_files
from docxlint.packs.base_pack import (
    base_candidates,
    base_name,
    check_version,
    find_base,
    report_circle,
)
from docxlint.packs.manifest import BAD_NAME, LoadedManifest, PackDir, load_manifest, pack_dir
from docxlint.packs.pack_folders import NAME
from docxlint.packs.rule_file import bind_rule
from docxlint.packs.rule_overrides import Overrides, drop_reasons, override_rules
from docxlint.packs.yaml.binder import Binder
from docxlint.packs.yaml.source_faults import PackFault, SourceFault
from docxlint.rules.rule import Kind, Pack, Rule

_NO_RULES = Message(zh="rules 文件夹里没有规则", en="there are no rules in the folder rules")
_INHERITED = Message(
    zh="“{pack}”里已有规则“{rule}”；要改它，在 pack.yaml 里用 change",
    en="the rule “{rule}” is already in “{pack}”; use change in pack.yaml",
)


def load(
    folder: Path,
    kinds: Map[str, Kind[Any]],
    *,
    examples: bool = False,
    folders: Sequence[Path] = (),
) -> Pack:
    """Load the pack in `folder`, with its rules sorted by name; each check is one of `kinds`.

    A base is looked up by name in `folders`, then in the folder that holds the pack. Examples are
    read only if `examples`; only then must the good document exist. Raises PackFault with all
    faults of all files, those of a base first.
    """
    return load_all((folder,), kinds, examples=examples, folders=folders)[0]


def load_all(
    chosen: Iterable[Path],
    kinds: Map[str, Kind[Any]],
    *,
    examples: bool = False,
    folders: Sequence[Path] = (),
) -> tuple[Pack, ...]:
    """Load the packs in `chosen`, as `load` does. A base that several of them extend is read once,
    and its faults are reported once.
    """
    loader = PackLoader(kinds, tuple(folders), examples=examples)
    packs = [loader.take(folder) for folder in chosen]
    loaded = tuple(pack for pack in packs if pack is not None)
    if loader.faults or len(loaded) < len(packs):
        raise PackFault(loader.faults)
    return loaded


class PackLoader:
    """Loads packs and the packs that they extend, each once."""

    def __init__(
        self, kinds: Map[str, Kind[Any]], folders: tuple[Path, ...], *, examples: bool
    ) -> None:
        self.kinds = kinds
        self.folders = folders
        self.examples = examples
        self.faults: list[SourceFault] = []
        self._packs: dict[Path, Pack | None] = {}

    def take(self, folder: Path, chain: tuple[Path, ...] = ()) -> Pack | None:
        """Load the pack in `folder`; None if it has faults.

        `chain` are the packs that led here, each of which extends the next.
        """
        place = folder.resolve()
        if place not in self._packs:
            faults: list[SourceFault] = []
            pack = self._load(pack_dir(folder), (*chain, place), faults)
            order = {file: rank for rank, file in enumerate(dict.fromkeys(f.file for f in faults))}
            self.faults += sorted(faults, key=lambda f: (order[f.file], f.line, f.column))
            self._packs[place] = pack if not faults else None
        return self._packs[place]

    def _load(self, at: PackDir, chain: tuple[Path, ...], faults: list[SourceFault]) -> Pack | None:
        opened = load_manifest(at, faults)
        source, manifest = opened.source, opened.manifest
        if source is None:
            return None
        base = self._base(opened, at, chain, faults)
        extending = manifest is not None and manifest.extends is not None
        good = pack_files.good_file(
            opened, at, source, faults, needed=self.examples and not extending
        )
        form = pack_files.bind_own_form(at, opened, source, base, faults)
        before = len(faults)
        paths = pack_files.rule_files(at, faults)
        if not (paths or extending) and len(faults) == before:
            faults.append(source.at(1, 1, _NO_RULES))
        binder = Binder(source, faults)
        rules: dict[str, Rule] = {}
        dropped: dict[str, str] = {}
        if manifest is not None and base is not None:
            overrides = Overrides(
                change=manifest.change,
                drop=manifest.drop,
                by=manifest.name.text,
                place=base_name(manifest),
                examples=self.examples,
            )
            dropped = drop_reasons(overrides, base, binder)
            inherited = override_rules(overrides, base, form, binder)
            rules = {rule.name: rule for rule in inherited}
        change = pack_files.good_change(manifest, opened, binder) if manifest is not None else None
        for rule in self._rules(paths, opened, at, base, form, faults):
            rules[rule.name] = rule
        if manifest is None or form is None or (extending and base is None):
            return None
        return Pack(
            name=manifest.name.text,
            version=manifest.version.text,
            title=Message(
                zh=manifest.title,
                en=manifest.title if manifest.english is None else manifest.english,
            ),
            form=form,
            rules=tuple(rules[name] for name in sorted(rules)),
            applies=manifest.applies,
            folder=str(at.folder),
            location=source.line(1),
            base=base,
            dropped=dropped,
            good=change,
            good_file=str(good) if good is not None else "",
            inputs=(*pack_files.inputs(at, manifest), *base_candidates(manifest, at, self.folders)),
        )

    def _base(
        self,
        opened: LoadedManifest,
        at: PackDir,
        chain: tuple[Path, ...],
        faults: list[SourceFault],
    ) -> Pack | None:
        folder = find_base(opened, at, self.folders, faults)
        if folder is None or opened.manifest is None or opened.source is None:
            return None
        if folder.resolve() in chain:
            round_ = chain[chain.index(folder.resolve()) :]
            report_circle(opened.manifest, [place.name for place in round_], opened.source, faults)
            return None
        base = self.take(folder, chain)
        if base is not None:
            check_version(opened.manifest, base, opened.source, faults)
        return base

    def _rules(
        self,
        paths: list[Path],
        opened: LoadedManifest,
        at: PackDir,
        base: Pack | None,
        form: Form | None,
        faults: list[SourceFault],
    ) -> Iterator[Rule]:
        """The rules in the files; those with faults are left out."""
        taken = {rule.name: base.name for rule in base.rules} if base is not None else {}
        taken |= dict.fromkeys(base.dropped, base.name) if base is not None else {}
        pack = opened.manifest.name.text if opened.manifest is not None else at.folder.name
        for path in paths:
            file = pack_files.name_of(path, at)
            if not NAME.fullmatch(path.stem):
                faults.append(SourceFault(file, 1, 1, BAD_NAME(name=path.stem)))
            parsed = pack_files.parsed(path, file, faults)
            if parsed is None:
                continue
            source, node = parsed
            if path.stem in taken:
                message = _INHERITED(pack=taken[path.stem], rule=path.stem)
                faults.append(source.at(1, 1, message))
            binder = Binder(source, faults)
            rule = bind_rule(
                path.stem, pack, node, binder, self.kinds, form, examples=self.examples
            )
            if rule is not None:
                yield rule
