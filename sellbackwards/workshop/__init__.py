"""The course in a room: what a facilitator prints, and the wall of everybody's questions."""
