"""The part of the project that gives meaning to answers: the same code at the build and in the browser.

These names are what a questionnaire's `scoring.py` is written with.
"""

from questionnaire_core.response import Entry, Response
from questionnaire_core.result import Classification, Finding, Grid, Reason, Result, Score

__all__ = ["Classification", "Entry", "Finding", "Grid", "Reason", "Response", "Result", "Score"]
