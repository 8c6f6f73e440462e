"""Complaints 投诉举报: what people say of a window, and what became of it (DESIGN §13)."""
