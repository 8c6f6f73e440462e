"""What travels between laptops, who they are, and how what came meets what is here; pure rules."""
