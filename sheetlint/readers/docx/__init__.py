"""Word documents: the body to paragraphs and tables, tables to rows on a grid."""
