"""Photos and files: kept bytes, thumbnails, reading and making of pictures, a folder that fills.

It must not know SQL.
"""
