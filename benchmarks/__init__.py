"""What docgen costs beside its peers: `make bench`. Not part of the wheel."""
