"""Excel workbooks of the binary generation (.xls, WPS's .et): records to rows."""
