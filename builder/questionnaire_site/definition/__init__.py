"""From a checked tree to the questionnaire as pages, browser and core read it: groups applied, names found.

A module for each part, as in `questionnaire_core.decode`, which reads what these write.
"""
