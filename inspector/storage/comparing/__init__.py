"""What a database holds against what it follows from: the journal, the events of findings."""
