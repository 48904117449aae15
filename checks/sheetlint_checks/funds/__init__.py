"""Checks of the family FD: the funds block and the execution rate."""
