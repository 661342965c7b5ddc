"""What running text says: its lines, its dates, the signature that closes it."""
