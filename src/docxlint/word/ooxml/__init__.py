"""The kernel for reading, editing and making: package, XML, names, roles, paths, limits."""
