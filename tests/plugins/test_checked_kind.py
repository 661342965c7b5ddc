import pickle
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import TITLE
from docxlint.plugins.checked_kind import PluginFault, checked_kind
from docxlint.plugins.hooks import Plugins
from docxlint.rules.rule import Kind, OptionFault

PLACE = Location("word/document.xml", "/w:document/w:body/w:p[1]")
WORDS = Message(zh="字", en="words")
BOUND: Any = None


class Options(msgspec.Struct, frozen=True):
    pass


def kind(*outcomes: Any, faults: tuple[Any, ...] = ()) -> Kind[Options]:
    return Kind("toy", Options, lambda _bound, _options: iter(outcomes), lambda *_: iter(faults))


@pytest.mark.parametrize(
    "outcome",
    [
        Problem(message=WORDS, location=PLACE, subjects=(TITLE,)),
        Unchecked(reason=WORDS, location=PLACE, causes=(TITLE,)),
        NotApplicable(reason=WORDS),
        "left to the engine",
    ],
)
def test_right_outcomes_pass_unchanged(outcome: Any) -> None:
    assert list(checked_kind(kind(outcome), "toy 1.0").run(BOUND, Options())) == [outcome]


@pytest.mark.parametrize(
    "outcome",
    [
        Problem(message="text", location=PLACE),  # type: ignore[arg-type]
        Problem(message=WORDS, location=None),  # type: ignore[arg-type]
        Problem(message=WORDS, location=PLACE, subjects=("title",)),  # type: ignore[arg-type]
        Problem(message=Message(zh="\ud800", en=""), location=PLACE),
        Unchecked(reason=None, location=PLACE),  # type: ignore[arg-type]
        NotApplicable(reason="text"),  # type: ignore[arg-type]
    ],
)
def test_an_outcome_with_a_wrong_field_is_an_error(outcome: Any) -> None:
    with pytest.raises((msgspec.ValidationError, UnicodeEncodeError)):
        list(checked_kind(kind(outcome), "toy 1.0").run(BOUND, Options()))


def test_option_faults_are_checked_and_errors_name_the_plugin() -> None:
    right = OptionFault((), WORDS)
    form: Any = None
    assert list(checked_kind(kind(faults=(right,)), "toy 1.0").verify(Options(), form)) == [right]
    with pytest.raises(PluginFault, match=r"^toy 1\.0: ValidationError"):
        list(checked_kind(kind(faults=("text",)), "toy 1.0").verify(Options(), form))


def find_nothing(_bound: Any, _options: Any) -> Iterator[Any]:
    return iter(())


def test_a_checked_kind_is_unpickled_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    checked = checked_kind(Kind("toy", Options, find_nothing), "toy 1.0")
    offered = Plugins({"toy": checked}, {}, ())
    monkeypatch.setattr("docxlint.plugins.available.available_plugins", lambda: offered)
    assert pickle.loads(pickle.dumps(checked)) == checked  # noqa: S301 - pickled above
