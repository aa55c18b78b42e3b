"""Certificates: what was judged of a learner, by whom, when; a page to print, and a signed Open Badges 3.0 file."""
