"""Text of users' files → model + problems with their places."""
