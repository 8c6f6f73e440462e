"""Tests of 检查: the real window through `main()`, by keys and clicks, on a real data folder."""
