"""培训建议: what a period shows should be trained, what was trained, and whether it helped."""
