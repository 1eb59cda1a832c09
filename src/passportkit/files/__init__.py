"""Files of people: the one place that reads them, and the one that writes them."""
