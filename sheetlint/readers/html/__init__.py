"""Web pages: bytes to characters, to tags, to blocks, to rows on a grid.

The tags are found by our own few lines and not by ``html.parser``, whose time grows with the square
of a damaged page in the Pythons that we support, nor by lxml, which would be a library more for a
reader that is as fast without it.  What a browser makes of unclosed and misplaced tags is kept where
it matters to a table.
"""
