"""Binary Word documents (.doc of Word 97 to 2003, WPS's .wps): text, cell marks, row edges."""
