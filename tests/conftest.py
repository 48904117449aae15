"""What several tests start from: the installed rule pack and the shipped profiles."""

from __future__ import annotations

import pytest

from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry, load


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load()


@pytest.fixture(scope="session")
def profiles() -> Profiles:
    return Profiles()
