"""From paths to a report: which files, what each of them holds, and what the checks say of it."""
