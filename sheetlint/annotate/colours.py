"""The colours of the severities in files handed back, light enough to read black text on."""

from __future__ import annotations

SHADES = {"error": "FFC7CE", "warning": "FFEB9C", "info": "DDEBF7"}
