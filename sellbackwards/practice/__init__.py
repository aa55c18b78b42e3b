"""The practices of the lessons. A lesson's cell calls one of these and shows what it returns."""

from sellbackwards.practice.calls import talk_share_of, two_calls
from sellbackwards.practice.rewrite import first_pitch, rewrite

__all__ = ["first_pitch", "rewrite", "talk_share_of", "two_calls"]
