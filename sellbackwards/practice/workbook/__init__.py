"""The learner's own deals: what they sell, their pitches, leads and deals, and the plan for their next call."""
