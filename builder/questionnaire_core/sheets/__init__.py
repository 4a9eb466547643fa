"""A questionnaire as a workbook's sheets: what stands where, and what the cells that come back mean.

Pure, and blind to the format: `outputs/questionnaire_workbook.py` writes the sheets,
`inputs/workbook_cells.py` brings cells.
"""
