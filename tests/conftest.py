"""What several tests start from: the installed rule pack and the shipped profiles."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from typing import Any

import pytest

from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry, load


def pytest_configure() -> None:
    """The processes that tests start, and the workers of pytest-xdist, keep compiled modules also
    where this process was told not to: each of them would compile everything anew."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Ten thousand tests stay for the whole run: no garbage collection need look at them again."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is left in the cache folder of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load()


@pytest.fixture(scope="session")
def profiles() -> Profiles:
    return Profiles()


ON_ONE_WORKER = (
    "tests/gate/test_dask_cluster.py",
    "tests/report/html/test_browser.py",
    "tests/test_docs.py",
    "tests/test_hook.py",
)
"""Modules with a fixture that takes seconds to make: pytest-xdist gives all of one to one worker."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a third of the time, tests wait for other processes."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """As ``--dist loadgroup``, whose mark pytest-xdist 3.8 does not see with pytest 9.2."""
    from xdist.scheduler import LoadGroupScheduling

    class ByModule(LoadGroupScheduling):
        def _split_scope(self, nodeid: str) -> str:
            module = nodeid.partition("::")[0]
            return module if module in ON_ONE_WORKER else nodeid

    return ByModule(config, log) if config.getoption("dist") == "loadgroup" else None
