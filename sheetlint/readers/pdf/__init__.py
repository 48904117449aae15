"""PDF files with a text layer: pages of characters and rulings become tables of cells."""
