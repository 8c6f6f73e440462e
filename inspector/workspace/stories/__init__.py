"""What complaints and their steps are called: words that sentences and pages share."""
