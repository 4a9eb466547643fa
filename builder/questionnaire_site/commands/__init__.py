"""What `python -m questionnaire_site` can do besides checking; `__main__` reads the words and prints."""


class CannotRun(Exception):
    """A command that cannot do what it was asked; the message says why, and what can be done."""
