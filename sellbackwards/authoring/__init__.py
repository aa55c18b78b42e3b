"""Builds the notebooks and answer keys from `source/`."""
