"""The OOXML kernel: package, XML, names and limits."""
