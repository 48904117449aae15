"""Binary Excel workbooks (.xlsb): the parts of the package are records and not XML."""
