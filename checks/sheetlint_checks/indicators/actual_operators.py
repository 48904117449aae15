"""Whether a place's system prints the operator beside the actual value as well."""

from sheetlint.profiles import Profile, UnknownParameter


def is_operator_ignored(profile: Profile) -> bool:
    try:
        return profile.text("score.operator_in_actual") == "ignore"
    except UnknownParameter:
        # Most places say nothing of it: an operator there is the unit's own.
        return False
