"""Results → terminal, JSON, HTML. All wording of layout and colour."""
