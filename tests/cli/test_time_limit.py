"""A document that takes too long is stopped, and nothing else is."""

from __future__ import annotations

import threading
import time

import pytest

from docxlint.cli.time_limit import OutOfTime, time_limit


def test_what_takes_longer_is_stopped_and_no_handler_catches_it() -> None:
    begin = time.monotonic()
    with pytest.raises(OutOfTime), time_limit(0.05):
        try:
            while time.monotonic() < begin + 5:
                pass
        except Exception:  # noqa: BLE001 - what a plugin might do
            pytest.fail("the limit was taken for a fault")
    assert time.monotonic() < begin + 2


def test_the_limit_ends_with_its_block() -> None:
    with time_limit(0.05):
        pass
    time.sleep(0.1)
    with time_limit(0):
        time.sleep(0.01)


def test_outside_the_main_thread_there_is_no_limit() -> None:
    ended: list[bool] = []

    def work() -> None:
        with time_limit(0.01):
            time.sleep(0.05)
        ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == [True]
