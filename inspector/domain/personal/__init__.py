"""个人信息: how long photos and names are kept, and what is left once they are lawfully erased."""
