"""Whether the system of a place prints the operator of the target beside the actual value too."""

from sheetlint.profiles import Profile, UnknownParameter


def is_operator_ignored(profile: Profile) -> bool:
    """Whether operators in actual values are not reported under the profile."""
    try:
        return profile.text("score.operator_in_actual") == "ignore"
    except UnknownParameter:
        # Most profiles do not define it: the unit typed the operator.
        return False
