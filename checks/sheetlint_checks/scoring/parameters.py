"""The parameters of the profile that the score engine reads, for the checks to declare."""

ROW_PARAMETERS = (
    "score.model score.coefficient_column score.deduct_column score.qualitative_bands "
    "score.qualitative_labels score.yes_no score.cost_cap_if_not_set "
    "over_completion.deduct_points score.ulp_max score.abs_tol"
)
"""For rows of any kind."""

BUDGET_PARAMETERS = (
    "budget_score.weight budget_score.methods budget_score.from budget_score.rounding_ok "
    "budget_score.steps budget_score.tiers_101.done_within_budget budget_score.tiers_101.steps "
    "funds.zero_zero_rate score.ulp_max score.abs_tol"
)
"""For the budget row; the steps of other places too, so that a finding can name the rule that fits."""
