"""Fill colours by severity, light enough for black text."""

from __future__ import annotations

SEVERITY_COLOURS = {"error": "FFC7CE", "warning": "FFEB9C", "info": "DDEBF7"}
