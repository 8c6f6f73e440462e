"""Kills and power cuts: what the window acknowledged is there when one comes back.

A program of its own (`worker`) runs the real `main()` and presses keys at random; after each key
it writes down what the window shows of it (`journal`). It is killed, or its disk is cut off, at a
random instant; then the data folder is read from outside (`on_disk`) and compared (`verdict`).
"""
