"""The rule pack: an ordinary plug-in of the engine, one module a check.

The list is explicit: what is in the pack can be read here, and nothing is found by accident.
"""

from sheetlint.check import from_rows
from sheetlint_checks.announced import ROWS

_READING: tuple[str, ...] = (
    "unreadable_file",
    "no_sheet_found",
    "reading_unsure",
    "formula_without_value",
    "layout_repaired",
    "hidden_content",
)
_TOOL: tuple[str, ...] = ("check_crashed", "check_skipped")
_STRUCTURE: tuple[str, ...] = (
    "missing_title_or_year",
    "header_field_missing",
    "funds_block_incomplete",
    "column_missing",
    "total_row_missing",
    "template_residue",
    "empty_cell_in_scored_row",
    "goal_text_missing",
    "first_level_missing",
    "hierarchy_broken",
    "duplicate_indicator",
    "unknown_template",
    "text_too_long",
    "ghost_row",
    "sheet_list_mismatch",
)
_FUNDS: tuple[str, ...] = (
    "funds_total_mismatch",
    "rate_mismatch",
    "budget_score_mismatch",
    "execution_over_budget",
    "budget_weight_nonstandard",
    "zero_budget",
    "negative_amount",
    "part_row_overspent",
    "adjusted_budget_unexplained",
    "part_row_rate_mismatch",
    "sub_split_mismatch",
    "columns_copied",
    "part_row_scored",
    "rate_score_inconsistent",
)
_UNITS: tuple[str, ...] = (
    "unit_label_missing",
    "unit_magnitude_suspect",
    "number_unparseable",
    "unit_conflict_with_text",
    "percent_format",
    "mixed_number_format",
    "excess_decimals",
    "ocr_operator_suspect",
)
_ARITHMETIC: tuple[str, ...] = (
    "weights_not_100",
    "first_level_weight_nonstandard",
    "weight_invalid",
    "weighted_score_mismatch",
    "score_above_weight",
    "score_negative",
    "score_missing",
    "score_precision",
    "total_mismatch",
    "total_out_of_range",
    "level_subtotal_mismatch",
    "weight_dominant",
    "equal_weight_everywhere",
    "header_total_mismatch",
    "grade_mismatch",
    "total_above_execution_cap",
    "weight_total_printed_mismatch",
)
_INDICATORS: tuple[str, ...] = (
    "positive_score_mismatch",
    "reverse_score_mismatch",
    "equal_score_mismatch",
    "qualitative_out_of_band",
    "full_score_target_missed",
    "points_lost_target_met",
    "target_not_measurable",
    "actual_not_value",
    "actual_copies_target",
    "operator_in_actual",
    "target_at_ceiling",
    "indicator_misfiled",
    "direction_suspect",
    "too_many_qualitative",
    "management_requirement",
    "satisfaction_without_survey",
    "over_completion",
    "over_completion_not_deducted",
    "zero_target",
    "unit_mismatch",
    "date_target_missed",
    "compound_target",
    "budget_rate_double_counted",
    "score_by_percent",
    "integer_rounded",
    "all_full_score",
)
_NOTES: tuple[str, ...] = (
    "note_missing_points_lost",
    "note_meaningless",
    "note_no_cause",
    "note_no_measure",
    "over_completion_note_missing",
    "budget_points_lost_unexplained",
    "low_execution_note_missing",
    "note_without_deviation",
    "note_contradicts_numbers",
    "note_copied",
    "note_length",
    "qualitative_remark_missing",
    "issues_none_but_points_lost",
    "poor_result_note_missing",
)
_CONSISTENCY: tuple[str, ...] = (
    "year_mismatch",
    "completion_copies_goal",
    "goal_indicator_number_conflict",
    "unit_name_mismatch",
    "goal_without_indicator",
    "amount_in_text_conflict",
    "conclusion_total_differs",
    "wrong_project_name_in_text",
    "dangling_reference",
    "future_tense_in_actual",
    "text_breakdown_mismatch",
    "execution_vs_output_mismatch",
)
_BATCH: tuple[str, ...] = (
    "duplicate_project",
    "near_duplicate_text",
    "identical_indicator_table",
    "implausible_score_distribution",
    "year_inconsistent",
    "unit_inconsistent",
    "coverage_missing_sheets",
    "department_name_variants",
    "summary_mismatch",
    "prior_year_copy",
    "differs_from_approved_target",
)
_PRIVACY: tuple[str, ...] = (
    "id_number",
    "phone",
    "bank_account",
    "person_name",
    "address_email",
    "secrecy_words",
)

MODULES = (
    *(f"sheetlint_checks.reading.{name}" for name in _READING),
    *(f"sheetlint_checks.tool.{name}" for name in _TOOL),
    *(f"sheetlint_checks.structure.{name}" for name in _STRUCTURE),
    *(f"sheetlint_checks.funds.{name}" for name in _FUNDS),
    *(f"sheetlint_checks.units.{name}" for name in _UNITS),
    *(f"sheetlint_checks.arithmetic.{name}" for name in _ARITHMETIC),
    *(f"sheetlint_checks.indicators.{name}" for name in _INDICATORS),
    *(f"sheetlint_checks.notes.{name}" for name in _NOTES),
    *(f"sheetlint_checks.consistency.{name}" for name in _CONSISTENCY),
    *(f"sheetlint_checks.batch.{name}" for name in _BATCH),
    *(f"sheetlint_checks.privacy.{name}" for name in _PRIVACY),
)
ANNOUNCED = from_rows(ROWS)
"""The checks as the registry takes them up, without importing them."""
