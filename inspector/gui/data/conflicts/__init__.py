"""What laptops say differently of one thing: a page that one goes into, below 资料 › 共享."""
