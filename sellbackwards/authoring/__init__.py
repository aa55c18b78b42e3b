"""From `source/` to the notebooks: for authors."""
