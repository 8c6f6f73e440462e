"""What is kept beside visits and findings: plans and the like. Above the stores it reads with."""
