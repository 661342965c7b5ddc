"""The linter: choose packs, bind the form, judge, report."""
