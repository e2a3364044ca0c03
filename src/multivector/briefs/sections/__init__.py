"""The sections of a brief, one file each: `section(material)` returns it, or None where there is nothing to say."""
