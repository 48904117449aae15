"""What the readers of Excel's three formats share: what values show, and how rows are put together."""
