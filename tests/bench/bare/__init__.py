"""What the same takes without the program: a bare Qt window, a bare workbook."""
