"""The only door to .xlsx: records of the model as rows of sheets, and cells back to text with their place."""
