"""Questionnaires that change over the years: what was published, and what becomes of answers given since."""
