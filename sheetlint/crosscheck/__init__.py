"""Summaries of sheets and other inputs, for the checks that compare many sheets."""
