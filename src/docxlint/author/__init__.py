"""The room of rule authors: good documents in Markdown, written as Word files, and their proofs."""
