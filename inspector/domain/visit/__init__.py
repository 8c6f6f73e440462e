"""A visit while it goes on and its score: answers, patrols, evidence, who is there.

It must not know findings.
"""
