"""Facts about the modules of src and their tests. Print the counts with:

python -m tests.architecture.survey
"""

from __future__ import annotations

import ast
import builtins
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "docxlint"
TESTS = ROOT / "tests"
LISTS = TESTS / "architecture"

PARTICIPLES = frozenset({"told", "said", "shown", "asked", "made", "called", "found"})
LONGEST = 260  # lines of a module; aim for 250
SHORTEST = 30

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def modules() -> dict[str, Path]:
    """The modules of src by dotted name; packages are left out."""
    paths = (path for path in sorted(SOURCE.rglob("*.py")) if path.name != "__init__.py")
    return {".".join(("docxlint", *_parts(path))): path for path in paths}


def _parts(path: Path) -> tuple[str, ...]:
    return path.relative_to(SOURCE).with_suffix("").parts


def lines(path: Path) -> int:
    """The number of lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def reasons(path: Path) -> dict[str, str]:
    """A list of names, each with its reason."""
    listed: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    return listed


def test_of(module: str) -> Path:
    """Where the test of a module belongs."""
    *folders, name = module.split(".")[1:]
    return TESTS.joinpath(*folders, f"test_{name.removeprefix('__').removesuffix('__')}.py")


def modules_without_test() -> list[str]:
    """The modules that have no test file of the same name in the same folder."""
    return [module for module in modules() if not test_of(module).exists()]


def shared_base_names() -> dict[str, list[str]]:
    """The base names of modules and packages that occur more than once, with their places."""
    places = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.parent if path.name == "__init__.py" else path.with_suffix("")
        if place != SOURCE:
            places[place.name].append(place.relative_to(SOURCE).as_posix())
    return {name: where for name, where in places.items() if len(where) > 1}


def layers() -> list[str]:
    """The layers of import-linter's contract, from the top."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = pyproject["tool"]["importlinter"]["contracts"]
    (names,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    return list(names)


def import_exceptions() -> list[str]:
    """The imports that import-linter ignores."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = pyproject["tool"]["importlinter"]["contracts"]
    return [name for contract in contracts for name in contract.get("ignore_imports", ())]


def participles(code: str) -> list[str]:
    """The identifiers that contain a participle as a word, such as `said` or `find_made`.

    The report has a field `found`, so `found` is allowed as an attribute, a keyword, a parameter
    and a field of a class. Names of builtins are allowed too.
    """
    return sorted({name for name in _identifiers(ast.parse(code)) if _has_participle(name)})


def _has_participle(name: str) -> bool:
    return not hasattr(builtins, name) and bool(
        PARTICIPLES & {word.lower() for word in _WORD.findall(name)}
    )


def _identifiers(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
            case ast.arg(arg=str(name)) | ast.keyword(arg=str(name)) | ast.Attribute(attr=name):
                yield from () if name == "found" else (name,)
            case ast.alias():
                yield from (node.asname or node.name).split(".")
            case ast.Name(id=name, ctx=ast.Store()) if not _is_field(name, node, tree):
                yield name


def _is_field(name: str, node: ast.Name, tree: ast.AST) -> bool:
    # A field is an annotated assignment in the body of a class.
    return name == "found" and any(
        isinstance(statement, ast.AnnAssign) and statement.target is node
        for scope in ast.walk(tree)
        if isinstance(scope, ast.ClassDef)
        for statement in scope.body
    )


def files_with_participles() -> dict[str, list[str]]:
    """The forbidden identifiers of each file of src, by its path."""
    named = {
        path.relative_to(SOURCE).as_posix(): participles(path.read_text(encoding="utf-8"))
        + sorted(PARTICIPLES & set(path.stem.split("_")))
        for path in sorted(SOURCE.rglob("*.py"))
    }
    return {path: names for path, names in named.items() if names}


def main() -> None:
    """Print the counts."""
    sizes = {module: lines(path) for module, path in modules().items()}
    top = sorted(path.name for path in SOURCE.glob("*.py"))
    shared = shared_base_names()
    print(f"layers: {len(layers())}")
    print(f"exceptions from them: {len(import_exceptions())}")
    print(f"files at the top: {len(top)}: {', '.join(top)}")
    print(f"modules: {len(sizes)}, lines: {sum(sizes.values())}")
    print(f"modules over {LONGEST} lines: {sum(size > LONGEST for size in sizes.values())}")
    print(f"modules under {SHORTEST} lines: {sum(size < SHORTEST for size in sizes.values())}")
    print(f"base names used more than once: {len(shared)}")
    for name, where in sorted(shared.items()):
        print(f"  {name}: {', '.join(where)}")
    print(f"modules without a test file of their name: {len(modules_without_test())}")
    print(f"files with a participle as a name: {len(files_with_participles())}")


if __name__ == "__main__":
    main()
