"""Workshops: pages for a facilitator to print, and a page with everybody's questions to project."""
