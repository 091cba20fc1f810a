"""Measures: each a definition, checked against cases worked out by hand."""
