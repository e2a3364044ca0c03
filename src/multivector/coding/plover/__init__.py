"""Coding by the PLOVER manual's own conventions: every actor of a sentence, types as the manual draws their borders.

Source: PLOVER manual, Open Event Data Alliance (openeventdata/PLOVER, February 2024).
"""
