"""Letters as documents, in the layout of GB/T 9704."""
