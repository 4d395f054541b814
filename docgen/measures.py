"""Lengths with their units, as Word counts them."""

from typing import NewType

Mm = NewType("Mm", float)
Pt = NewType("Pt", float)
Twips = NewType("Twips", int)  # 1/20 pt: w:pgMar, w:ind, w:spacing (ECMA-376 Part 1, 17.18.87)

TWIPS_PER_PT = 20
MM_PER_INCH = 25.4
TWIPS_PER_INCH = 1440


def mm_to_twips(length: float) -> Twips:
    """Millimetres → twips, rounded: 15 mm → 850, 20 mm → 1134, 30 mm → 1701."""
    return Twips(round(length * TWIPS_PER_INCH / MM_PER_INCH))


def twips_to_mm(length: int) -> Mm:
    """Twips → millimetres with one decimal, so that 850 twips read 15.0 mm again."""
    return Mm(round(length * MM_PER_INCH / TWIPS_PER_INCH, 1))


def pt_to_twips(length: float) -> Twips:
    """Points → twips."""
    return Twips(round(length * TWIPS_PER_PT))


def half_points(size: float) -> int:
    """Font size in points → w:sz (17.3.2.38)."""
    return round(size * 2)
