"""Number formats that a workbook names by number only, as Excel shows them in Chinese."""

from __future__ import annotations

_ACCOUNT = '_ * #,##0{p}_ ;_ * -#,##0{p}_ ;_ * "-"{q}_ ;_ @_ '
_ACCOUNT_MONEY = '_ "¥"* #,##0{p}_ ;_ "¥"* -#,##0{p}_ ;_ "¥"* "-"{q}_ ;_ @_ '
_YEAR_MONTH = 'yyyy"年"m"月"'
_MONTH_DAY = 'm"月"d"日"'
_HOUR = '上午/下午h"时"mm"分"'

GENERAL = "General"

BUILTIN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0',
    6: '"¥"#,##0;[Red]"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: _YEAR_MONTH,
    28: _MONTH_DAY,
    29: _MONTH_DAY,
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: _HOUR,
    35: _HOUR + 'ss"秒"',
    36: _YEAR_MONTH,
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: _ACCOUNT.format(p="", q=""),
    42: _ACCOUNT_MONEY.format(p="", q=""),
    43: _ACCOUNT.format(p=".00", q="??"),
    44: _ACCOUNT_MONEY.format(p=".00", q="??"),
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    50: _YEAR_MONTH,
    51: _MONTH_DAY,
    52: _YEAR_MONTH,
    53: _MONTH_DAY,
    54: _MONTH_DAY,
    55: _HOUR,
    56: _HOUR + 'ss"秒"',
    57: _YEAR_MONTH,
    58: _MONTH_DAY,
}
"""23-26 and others without an entry are General."""
