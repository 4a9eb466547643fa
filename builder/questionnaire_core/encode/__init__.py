"""Questionnaires and responses to JSON: what `decode` reads."""

from questionnaire_core.encode.questionnaire import encode_questionnaire
from questionnaire_core.encode.response import encode_response

__all__ = ["encode_questionnaire", "encode_response"]
