"""What users come for, told from beginning to end. Stories call the rooms; they show nothing."""
