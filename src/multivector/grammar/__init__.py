"""A small grammar of English expressions: dates, numbers and sums of money, each with the span it was read from."""
