"""OpenDocument spreadsheets (.ods): the content part to worksheets, repeats and spans resolved."""
