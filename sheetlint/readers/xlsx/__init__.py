"""Excel workbooks: parts of the package to rows, stored values to displayed texts."""
