"""The rules, a module a group; `catalogue` lists them all in reading order."""
