"""One sheet written: its look, page, text, pictures, charts and saving.

It must not know any particular paper, nor read a foreign file.
"""
