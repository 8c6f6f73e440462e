"""Papers of what an office keeps beside its visits: training, complaints."""
