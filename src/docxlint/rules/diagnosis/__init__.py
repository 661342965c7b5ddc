"""Which figures are wrong when sums do not come out, and what they should be."""
