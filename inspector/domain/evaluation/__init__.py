"""综合评价: what an office weighs of a period: rank, awards, warnings. Re-exports nothing."""
