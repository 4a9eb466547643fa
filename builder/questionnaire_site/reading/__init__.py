"""An author's files as trees in which every value knows its place, held against the keys there are.

Knows nothing of what one part of a file says of another.
"""
