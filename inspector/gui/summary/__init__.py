"""汇总: the figures of a period, for superiors. Re-exports nothing."""
