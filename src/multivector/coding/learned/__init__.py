"""The learned part of the reader: which words tell a dealing, of what kind, and who stands on which side of it."""
