"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import config_options
from mkdocs.config.base import Config


class QuestionnairesConfig(Config):
    """What a site may set under `plugins: - questionnaires:`."""

    folder = config_options.Dir(exists=True, default="questionnaires")
    """Where the questionnaires are, beside mkdocs.yml."""

    language = config_options.Type(str, default="en-GB")
    """The catalogue for pages that are not part of a questionnaire."""

    offline = config_options.Type(bool, default=True)
    """Whether browsers keep the site, so that it works without a network."""

    published_at = config_options.Type(str, default="")
    """The address the site is published at, when it is known: the pages' policy is then limited to it."""
