"""Input made to hurt: refused with a sentence, in bounded memory, and nothing is changed."""
