"""Exit statuses.  Never a count."""

from __future__ import annotations

OK = 0
FINDINGS = 1
"""Something at or above ``--fail-on`` was found."""
USAGE = 2
"""Wrong usage or configuration."""
NO_INPUT = 3
"""There was nothing to check."""
FAILED = 4
"""The tool itself failed, or what it found could not be printed or written."""
