"""Files handed back to whoever filled them in: annotated, corrected, summed up."""
