"""The commands of ``sellbackwards``, by who types them; `cli` puts them together."""
