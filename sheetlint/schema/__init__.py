"""The shape of things, in Cerberus' words: the sheet, the normalised document, profiles, settings.

Figures are not validated here: by the time a sheet is held against its schema they are typed
values, and arithmetic is the checks' business.
"""
