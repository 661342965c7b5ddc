"""Reading, editing and making Word files: the only room that knows WordprocessingML."""
