"""docgen: structured plan data + Word templates → the plan every Party committee must issue."""
