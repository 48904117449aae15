"""The gate: thousands of submissions, checked by processes that may die, kept and handed back."""
