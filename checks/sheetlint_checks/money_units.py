"""The units of money that forms and texts print."""

from decimal import Decimal

YUAN = "元"
THOUSAND_YUAN = "千元"
TEN_THOUSAND_YUAN = "万元"
YUAN_PER_UNIT = {
    YUAN: Decimal(1),
    THOUSAND_YUAN: Decimal(1000),
    TEN_THOUSAND_YUAN: Decimal(10_000),
    "亿元": Decimal(100_000_000),
}
