"""综合评价: facts of a period gathered, weighed, published. Re-exports nothing."""
