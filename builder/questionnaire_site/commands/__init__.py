"""What `python -m questionnaire_site` can do besides checking; `__main__` reads the words and prints."""
