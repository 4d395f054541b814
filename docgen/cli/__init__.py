"""One file a command: parse, call a story, show, exit code. No thought of its own."""
