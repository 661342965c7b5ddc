"""Faults of a run, as messages for the person who runs it. All of them give exit status 2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from docxlint.cli.output.streams import Fault
from docxlint.core.message import Message
from docxlint.packs import NoSuchPack, PackFault
from docxlint.plugins.checked_kind import PluginFault
from docxlint.site import SiteFault

_PLUGIN = Message(zh="插件有误：{what}", en="faulty plugin: {what}")
_DID_YOU_MEAN = Message(zh="你是不是想写“{nearest}”？", en="did you mean “{nearest}”?")
_PACK = Message(zh="规则包有误：", en="faulty pack:")
_CONFIG = Message(zh="配置文件有误：", en="faulty configuration:")


@contextmanager
def report_faults(lang: str) -> Iterator[None]:
    """Turn the faults of packs, plugins and the site's file into a Fault in `lang`."""
    try:
        yield
    except (PackFault, SiteFault) as fault:
        head = _PACK if isinstance(fault, PackFault) else _CONFIG
        lines = [each.text(lang) for each in fault.faults]
        raise Fault("\n".join([head.text(lang), *lines])) from fault
    except NoSuchPack as fault:
        hint = "" if fault.hint is None else "\n  " + fault.hint.text(lang)
        raise Fault(fault.message.text(lang) + hint) from fault
    except PluginFault as fault:
        raise Fault(plugin_faults(str(fault).splitlines(), lang)) from fault


def plugin_faults(faults: Iterable[str], lang: str) -> str:
    """Return a message that lists the faults of plugins, one per line."""
    return _PLUGIN(what="\n  ".join(faults)).text(lang)


def unknown_name(message: Message, given: str, known: list[str], lang: str) -> Fault:
    """Return the Fault for a name that is not among `known`, with a hint if one is similar.

    `message` is a sentence with {given} and {known}.
    """
    from difflib import get_close_matches  # needed only after a typing error

    nearest = get_close_matches(given, known, n=1)
    text = message(given=given, known=", ".join(known)).text(lang)
    if nearest:
        text += f"\n  {_DID_YOU_MEAN(nearest=nearest[0]).text(lang)}"
    return Fault(text)
