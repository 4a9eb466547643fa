"""Examples: answers with what must come of them, scored whenever a questionnaire is read."""
