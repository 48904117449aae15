"""How well sheets are read whose headings are worded otherwise than the vocabulary knows them.

``wordings.toml`` holds the wordings, by what they name.  They are put into clean sheets of every
family; a sheet with another wording must be read as before, and checked without an error.
``python -m tests.wording`` prints the figures.
"""
