"""整改: the ledger of findings, their steps and their histories."""
