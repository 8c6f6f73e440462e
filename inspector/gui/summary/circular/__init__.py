"""The text of a period's circular, to be edited before it goes out."""
