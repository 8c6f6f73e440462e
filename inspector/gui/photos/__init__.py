"""Photos: loaders, strip, viewer, marks, intake; they must not know the page that shows them."""
