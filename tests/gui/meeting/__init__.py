"""Tests of the page 晨会, through `main()` with real keys."""
