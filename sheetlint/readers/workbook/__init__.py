"""What the readers of Excel's three formats share: number formats, row order and merged cells."""
