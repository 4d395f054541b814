"""Two drafts, or two folders of them: what changed, in words. Knows readings, no files."""
