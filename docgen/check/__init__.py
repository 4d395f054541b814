"""Document → findings."""
