"""Which modules of Python's standard library the browser's Python has.

Every module less is a shorter download. Each comes with what it imports when it is itself imported; what it
imports only later, in the middle of something, is named here too. Pyodide's own needs come by themselves.

Who adds an import to the core adds it here; a test says so.
"""

from __future__ import annotations

FOR_SCORING = (
    "__future__", "bisect", "collections", "dataclasses", "datetime", "decimal", "enum", "fractions",
    "functools", "heapq", "itertools", "math", "operator", "re", "statistics", "string", "textwrap", "typing",
)  # fmt: skip
"""What scoring may import besides the core: nothing that reads clock, files or network, or takes chances."""

_FOR_THE_CORE = ("abc", "binascii", "io", "json", "types")

_LATER = (
    "_ast_unparse",  # by ast, to show an annotation
    "_strptime",  # by datetime.strptime
    "difflib",  # by traceback, to suggest a name
    "encodings.ascii",
    "encodings.cp437",  # by zipfile, for names in workbooks that are read
    "encodings.latin_1",
    "encodings.utf_16",
    "encodings.utf_16_le",  # by XlsxWriter, to count letters as Excel does
    "encodings.utf_8_sig",
    "hashlib",  # by random, for statistics with a seed
)

MODULES = tuple(sorted({*FOR_SCORING, *_FOR_THE_CORE, *_LATER}))

LEFT_OUT = (
    "_ssl", "bz2", "compression", "compression._common", "compression._common._streams", "compression.zstd",
    "compression.zstd._zstdfile", "lzma", "ssl",
)  # fmt: skip
"""What asyncio, shutil and zipfile use where it is there, and do without where it is not."""
