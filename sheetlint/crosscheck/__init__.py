"""What is known of many sheets at once: little of each, kept for the checks across sheets."""
