"""Page objects: one class for each thing on the page, in the words of the person who uses it."""
