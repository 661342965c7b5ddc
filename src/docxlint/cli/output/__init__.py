"""What a command writes: streams, files, progress."""
