"""Numbers as Excel shows them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sheetlint.readers.number_format import (
    NotANumber,
    format_general,
    format_number,
    format_plain,
    format_text,
    parse_stored,
)

ACCOUNT = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
GRADES = '[>=100]0"高";[<60]0"低";0"中"'


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("0.98878", "0.00%", "98.88%"),
        ("0.988", "0%", "99%"),
        ("1", "0%", "100%"),
        ("0.123", "00.0%", "12.3%"),
        ("57607470", "#,##0.00", "57,607,470.00"),
        ("999", "#,##0", "999"),
        ("1000", "#,##0", "1,000"),
        ("1234567", "0,000", "1,234,567"),
        ("0", "#.00", ".00"),
        ("0", "#", ""),
        ("0", "#,##0", "0"),
        ("5", "0.#", "5."),
        ("5.25", "0.0#", "5.25"),
        ("5.2", "0.0##", "5.2"),
        ("0.145", "0.00", "0.15"),
        ("2.675", "0.00", "2.68"),
        ("-5", "0.00", "-5.00"),
        ("-0.001", "0.00", "-0.00"),
        ("1234.5", ACCOUNT, "1,234.50"),
        ("-1234.5", ACCOUNT, "-1,234.50"),
        ("0", ACCOUNT, "-"),
        ("-1234.5", "#,##0.00;[Red](#,##0.00)", "(1,234.50)"),
        ("0", ";;;", ""),
        ("12345678", '0\\.0,"万元"', "1234.6万元"),
        ("12345678", '0!.0,"万元"', "1234.6万元"),
        ("1234567", "#,##0,", "1,235"),
        ("1234567890", "#,##0,,", "1,235"),
        ("5", "[$¥-804]#,##0.00", "¥5.00"),
        ("5", '"¥"#,##0.00;"¥"\\-#,##0.00', "¥5.00"),
        ("-5", '"¥"#,##0.00;"¥"\\-#,##0.00', "¥-5.00"),
        ("7", '"第"0"名"', "第7名"),
        ("7", "General", "7"),
        ("7", 'General"元"', "7元"),
        ("7", 'G/通用格式"分"', "7分"),
        ("7", "@", "7"),
        ("7", '"合格"', "合格"),
        ("1234.5", "0.00E+00", "1.23E+03"),
        ("0.00012", "0.0E+00", "1.2E-04"),
        ("999.9", "0E+0", "1E+3"),
        ("1234567", "##0.0E+0", "1.2E+6"),
        ("0.5", "# ?/?", "0.5"),
        ("1234567890", "000-0000-0000", "012-3456-7890"),
        ("150", GRADES, "150高"),
        ("12", GRADES, "12低"),
        ("80", GRADES, "80中"),
        ("3", '[=3]"三";[<>3]"其他"', "三"),
        ("4", '[=3]"三";[<>3]"其他"', "其他"),
        ("1", "0" * 300, "1"),
    ],
)
def test_a_number_by_its_format(value: str, code: str, shown: str) -> None:
    assert format_number(Decimal(value), code) == shown


@pytest.mark.parametrize(
    ("serial", "code", "shown"),
    [
        ("45356", 'yyyy"年"m"月"d"日"', "2024年3月5日"),
        ("45356", "yyyy-mm-dd", "2024-03-05"),
        ("45356", "yyyy/m/d;@", "2024/3/5"),
        ("45356.5", "[$-804]yyyy/m/d h:mm", "2024/3/5 12:00"),
        ("45356", '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二四年三月五日"),
        ("45646", '[DBNum1]m"月"d"日"', "十二月二十日"),
        ("45356", "[$-F800]dddd, mmmm dd, yyyy", "2024年3月5日"),
        ("45356", "d-mmm-yy", "5-Mar-24"),
        ("45356", "aaaa", "星期二"),
        ("45356", "[$-804]ddd", "周二"),
        ("45356", "dddd", "Tuesday"),
        ("0.6041667", "h:mm", "14:30"),
        ("0.6041667", "h:mm AM/PM", "2:30 PM"),
        ("0.6041667", '上午/下午h"时"mm"分"', "下午2时30分"),
        ("0.999999999", "h:mm:ss", "0:00:00"),
        ("0.0000173611", "mm:ss.0", "00:01.5"),
        ("1.5", "[h]:mm:ss", "36:00:00"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
        ("60", "yyyy-mm-dd", "1900-02-29"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
        ("2958465", "yyyy-mm-dd", "9999-12-31"),
        ("2958466", "yyyy-mm-dd", "2958466"),
        ("-1", "yyyy-mm-dd", "-1"),
    ],
)
def test_a_date_by_its_format(serial: str, code: str, shown: str) -> None:
    assert format_number(Decimal(serial), code) == shown


def test_dates_that_count_from_1904() -> None:
    assert format_number(Decimal(43894), "yyyy-mm-dd", from_1904=True) == "2024-03-05"


@pytest.mark.parametrize(
    ("digits", "shown"),
    [
        ("10", "10"),
        ("0.98878000000000004", "0.98878"),
        ("0.988781234567", "0.988781235"),
        ("1234567.8912", "1234567.891"),
        ("-1234567.8912", "-1234567.891"),
        ("12345678901", "12345678901"),
        ("123456789012", "1.23457E+11"),
        ("0.0001", "0.0001"),
        ("0.000012345678", "1.23457E-05"),
        ("1E+20", "1E+20"),
        ("9.99999999999", "10"),
        ("0", "0"),
        ("-0", "0"),
    ],
)
def test_general(digits: str, shown: str) -> None:
    assert format_general(parse_stored(digits)) == shown


@pytest.mark.parametrize(
    ("digits", "stored"),
    [
        ("0.98878000000000004", "0.98878"),
        ("0.1", "0.1"),
        ("1E3", "1000"),
        ("1.5E-7", "0.00000015"),
        ("123456789012345678", "123456789012346000"),
        ("10.50", "10.5"),
        ("1E-400", "0"),
    ],
)
def test_fifteen_digits_are_what_a_workbook_stores(digits: str, stored: str) -> None:
    assert format_plain(parse_stored(digits)) == stored


@pytest.mark.parametrize(
    "digits", ["NaN", "INF", "1E+309", "1E+999999999999999999999", "一", "1,0"]
)
def test_what_is_no_number(digits: str) -> None:
    with pytest.raises(NotANumber):
        parse_stored(digits)


def test_the_largest_number_has_all_its_digits() -> None:
    assert format_number(parse_stored("1.5E+308"), "0.00") == "15" + "0" * 307 + ".00"


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("优", "@", "优"),
        ("优", "0.00", "优"),
        ("优", ACCOUNT, " 优 "),
        ("优", '@"等"', "优等"),
        ("优", '0.00;-0.00;0;"评为"@', "评为优"),
        ("优", ";;;", ""),
    ],
)
def test_a_text_by_the_text_section(text: str, code: str, shown: str) -> None:
    assert format_text(text, code) == shown
