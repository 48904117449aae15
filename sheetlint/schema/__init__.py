"""What all Cerberus schemas share: messages for errors, narrowed schemas, patterns of the user.

The schemas themselves stand beside what they describe: sheet, normalised document, profile, settings.
"""
