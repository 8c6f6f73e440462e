"""个人信息: what is kept of a person, how long, and its lawful erasure."""
