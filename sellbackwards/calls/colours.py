"""One style for every chart and widget: the seller is always one colour, the buyer another.

Blue and orange of Okabe and Ito's palette, the orange a little darker: told apart by colour-blind eyes, by lightness in
grey print, and each at least 3:1 against the paper. Text on paper and on the fills is at least 4.5:1.
"""

SELLER = "#0072B2"
BUYER = "#C98200"
OTHER = "#8C8C8C"

FILL = {"seller": SELLER, "buyer": BUYER, "other": OTHER}
ON_FILL = {"seller": "#FFFFFF", "buyer": "#000000", "other": "#000000"}  # text on the fill, at least 4.5:1

PAPER = "#FFFDF8"
INK = "#1F1F1F"
QUIET = "#595959"  # axes and notes, 6.8:1 on the paper
