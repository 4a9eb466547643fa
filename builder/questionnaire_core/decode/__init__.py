"""Definitions and responses from JSON, strictly: every problem is found in one pass."""

from questionnaire_core.decode.questionnaire import decode_questionnaire
from questionnaire_core.decode.response import decode_response

__all__ = ["decode_questionnaire", "decode_response"]
