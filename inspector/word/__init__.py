"""Official letters as documents (.docx), laid out as GB/T 9704 says; it knows no Qt and no SQL."""
