"""培训建议: what to train, from what fails most and what comes back, and whether it helped."""
