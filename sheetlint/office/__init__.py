"""Packages of Office (Excel, Word) that are changed in place: their parts, cells and styles."""
