"""On-site inspection of service windows (文明窗口现场检查). Holds the version and nothing else."""

__version__ = "0.1.0"
