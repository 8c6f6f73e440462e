"""The record of one visit (检查记录表): its sheets, and the words in them."""
