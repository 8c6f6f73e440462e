"""What is sealed and may only be added to: record, seal, signature, amendments, the journal's
chain.

It must not know papers or stores.
"""
