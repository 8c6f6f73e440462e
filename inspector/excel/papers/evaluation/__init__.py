"""综合评价表: all sites on one page, the arithmetic of each, who is named. Re-exports nothing."""
