"""综合评价: what a period comes to by what the office weighs. Re-exports nothing."""
