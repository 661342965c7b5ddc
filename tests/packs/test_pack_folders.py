"""Packs found by name and by path."""

from __future__ import annotations

from pathlib import Path

import pytest

from docxlint.core.message import Message
from docxlint.packs import NoSuchPack, find, names, pack_folders, shipped


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders of packs, and beside them a pack that is in neither."""
    for path in ("one/beta", "one/alpha", "two/gamma", "two/alpha", "outside", "two/Odd"):
        (tmp_path / path).mkdir(parents=True)
        (tmp_path / path / "pack.yaml").write_text(f"name: {path}", encoding="utf-8")
    (tmp_path / "one/empty").mkdir()
    return tmp_path / "one", tmp_path / "two"


def test_names_are_sorted_and_come_once(two: tuple[Path, Path], tmp_path: Path) -> None:
    assert list(names([*two, tmp_path / "absent"])) == ["alpha", "beta", "gamma"]


def test_the_first_folder_that_has_a_name_gives_the_pack(two: tuple[Path, Path]) -> None:
    assert find("alpha", two) == two[0] / "alpha"
    assert find("gamma", two) == two[1] / "gamma"


def test_a_path_to_a_pack_is_the_pack(two: tuple[Path, Path], tmp_path: Path) -> None:
    assert find(str(tmp_path / "outside"), two) == tmp_path / "outside"


def test_a_name_goes_before_a_path(two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(two[1])
    assert find("alpha", two) == two[0] / "alpha"
    assert find("./alpha", two) == Path("alpha")
    assert find("gamma", two[:1]) == Path("gamma")


@pytest.mark.parametrize(
    "name", ["../outside", "..", ".", "", "beta/../../outside", "..\\outside", "a\0b", "x" * 5000]
)
def test_a_name_never_climbs_out_of_the_folders(
    name: str, two: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoSuchPack):
        find(name, two)


def test_an_unknown_name_is_reported_with_the_nearest(two: tuple[Path, Path]) -> None:
    with pytest.raises(NoSuchPack) as caught:
        find("gama", two)
    fault = caught.value
    assert (fault.name, fault.candidates) == ("gama", ("alpha", "beta", "gamma"))
    assert fault.message == Message(
        zh="没有名为“gama”的规则包（现有：alpha、beta、gamma）",
        en="there is no pack “gama” (there are: alpha, beta, gamma)",
    )
    assert fault.hint == Message(zh="你是不是想写“gamma”？", en="did you mean “gamma”?")
    assert str(fault) == fault.message.en


def test_a_path_that_holds_no_pack_is_reported(two: tuple[Path, Path]) -> None:
    with pytest.raises(NoSuchPack, match=r"“\./empty” holds no pack\.yaml") as caught:
        find("./empty", two)
    assert caught.value.hint is None


def test_the_shipped_packs_are_found_in_a_checkout() -> None:
    assert shipped() == Path(__file__).parents[2] / "rules"
    assert "annual-report" in names([shipped()])


def test_the_shipped_packs_are_found_in_a_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "docxlint/packs/shipped"
    inside.mkdir(parents=True)
    monkeypatch.setattr(pack_folders, "_HERE", tmp_path / "docxlint/packs/pack_folders.py")
    assert shipped() == inside
