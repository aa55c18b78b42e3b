"""One style for every chart and widget: the seller is always one colour, the buyer another.

Blue and orange of Okabe and Ito's palette: told apart by colour-blind eyes, and by lightness in grey print. Bars carry
an edge of at least 3:1 against the paper; text is dark on paper or on the light fills, and white on the blue.
"""

SELLER = "#0072B2"
BUYER = "#E69F00"
OTHER = "#B8B8B8"

EDGE = {"seller": "#004B76", "buyer": "#7A5200", "other": "#5E5E5E"}
FILL = {"seller": SELLER, "buyer": BUYER, "other": OTHER}
ON_FILL = {"seller": "#FFFFFF", "buyer": "#1F1F1F", "other": "#1F1F1F"}  # text on the fill, at least 4.5:1

PAPER = "#FFFDF8"
INK = "#1F1F1F"
QUIET = "#595959"  # axes and notes, 6.8:1 on the paper
GRID = "#E4E0D6"
