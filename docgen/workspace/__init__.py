"""The only reader and writer of disk: finding a workspace, reading, whole-or-absent writing, the manifest."""
