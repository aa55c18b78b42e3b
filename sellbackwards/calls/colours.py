"""The colours of charts, from the design tokens: the seller is always one colour, the buyer another.

Drawn in the light theme's values; `design.themed` makes a finished drawing follow the reader's theme.
"""

from sellbackwards.design import token

SELLER, BUYER, OTHER = (token(name).upper() for name in ("seller", "buyer", "other"))
FILL = {"seller": SELLER, "buyer": BUYER, "other": OTHER}
ON_FILL = {role: token(f"on-{role}") for role in FILL}  # text on the fill

PAPER, INK, QUIET = (token(name).upper() for name in ("paper", "ink", "quiet"))  # QUIET: axes and notes
