"""The score engine: which scores the rules of a place give a row, and what is wrong with the printed one.

Checks come in here and look at nothing inside.
"""
