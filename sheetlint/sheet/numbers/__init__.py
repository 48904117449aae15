"""Figures of a sheet: read from printed text, rounded, compared.

All figures are ``Decimal`` or ``Fraction``.  ``parse`` reads one number, ``measure`` a target or an
actual value; ``rounding`` is the one module that rounds.
"""
