"""The whole job, through `main()` and by keys."""
