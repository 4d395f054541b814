"""The only door to .docx: packages, templates, reading back."""
