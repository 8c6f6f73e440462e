"""Who inspects: the roster of inspectors, its steps, its workbook, and what a visit asks of it."""
