"""Pages of papers drawn: on a printer, into a PDF file, on the screen. Loaded when wanted."""
