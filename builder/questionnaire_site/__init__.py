"""From an author's files to a website: reading, checking, pages."""
