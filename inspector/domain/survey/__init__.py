"""满意度测评: sheets that the public filled in, and what they come to.

It knows no visit, file or person.
"""
