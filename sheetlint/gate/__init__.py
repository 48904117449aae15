"""Thousands of submissions: checked by worker processes, their results stored, written and verified."""
