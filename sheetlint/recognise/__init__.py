"""From a table of texts to the sheets in it."""

from __future__ import annotations
