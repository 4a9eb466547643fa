"""Everything that leaves the core, as JSON."""

from questionnaire_core.encode.outcome import encode_advice, encode_parts, encode_result
from questionnaire_core.encode.questionnaire import encode_questionnaire
from questionnaire_core.encode.response import encode_response

__all__ = ["encode_advice", "encode_parts", "encode_questionnaire", "encode_response", "encode_result"]
