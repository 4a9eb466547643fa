"""Plain data: what a definition, a response, a draft or a record is on its way through JSON."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
"""A JSON object."""
