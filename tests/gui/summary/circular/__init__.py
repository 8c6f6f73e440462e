"""汇总 from its keys to its pixels."""
