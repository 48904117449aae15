"""Recognises identity numbers and numbers of bank cards by their check digits."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_MAX_DAY = 31


def is_id_number(number: str) -> bool:
    """Whether it has 18 characters with the right check digit, or the old 15 digits; both with a date
    of birth."""
    if len(number) == 18:
        total = sum(int(d) * w for d, w in zip(number[:17], _WEIGHTS, strict=True))
        return _is_date(number[10:14]) and number[17].upper() == _CHECK[total % 11]
    return len(number) == 15 and _is_date(number[8:12])


def _is_date(month_and_day: str) -> bool:
    return 1 <= int(month_and_day[:2]) <= 12 and 1 <= int(month_and_day[2:]) <= _MAX_DAY


def is_card_number(number: str) -> bool:
    """Whether the Luhn digit of bank cards is right."""
    digits = [int(d) for d in reversed(number)]
    doubled = (d * 2 - 9 if d > 4 else d * 2 for d in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
