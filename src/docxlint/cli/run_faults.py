"""Faults of the run, said plainly: usage, packs and plugins. All of them are exit status 2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from docxlint.cli.output.streams import Fault
from docxlint.core.message import Message
from docxlint.packs import NoSuchPack, PackFault
from docxlint.plugins.checked_kind import PluginFault
from docxlint.site import SiteFault

_PLUGIN = Message(zh="插件有误：{what}", en="a plugin is at fault: {what}")
_NEAR = Message(zh="你是不是想写“{near}”？", en="did you mean “{near}”?")
_PACK = Message(zh="规则包有误：", en="the pack is at fault:")
_CONFIG = Message(zh="配置有误：", en="the configuration is at fault:")


@contextmanager
def plainly(lang: str) -> Iterator[None]:
    """Turns the faults of packs, plugins and configurations into a Fault in `lang`."""
    try:
        yield
    except (PackFault, SiteFault) as fault:
        head = _PACK if isinstance(fault, PackFault) else _CONFIG
        framed = [one.text(lang) for one in fault.faults]
        raise Fault("\n".join([head.text(lang), *framed])) from fault
    except NoSuchPack as fault:
        hint = "" if fault.hint is None else "\n  " + fault.hint.text(lang)
        raise Fault(fault.message.text(lang) + hint) from fault
    except PluginFault as fault:
        raise Fault(plugin(str(fault).splitlines(), lang)) from fault


def plugin(faults: Iterable[str], lang: str) -> str:
    """That plugins are at fault, each fault on a line of its own."""
    return _PLUGIN(what="\n  ".join(faults)).text(lang)


def unknown(what: Message, given: str, known: list[str], lang: str) -> Fault:
    """The fault that `given` is none of `known`; `what` is a sentence with {given} and {known}."""
    from difflib import get_close_matches  # only whoever mistypes pays for it

    near = get_close_matches(given, known, n=1)
    text = what(given=given, known=", ".join(known)).text(lang)
    return Fault(text if not near else f"{text}\n  {_NEAR(near=near[0]).text(lang)}")
