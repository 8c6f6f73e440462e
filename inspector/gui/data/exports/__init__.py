"""The papers that were written last."""
