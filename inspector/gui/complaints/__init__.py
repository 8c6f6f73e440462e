"""投诉举报: the register, one complaint beside it, and the forms of its steps."""
