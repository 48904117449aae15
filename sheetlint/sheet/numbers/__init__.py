"""Figures of a sheet: reading them from printed text, rounding them, comparing them.

``Decimal`` and ``Fraction`` only.  ``parse`` reads, ``measure`` reads targets and actual values,
``rounding`` is the one module that rounds and judges a printed figure against an exact one.
"""
