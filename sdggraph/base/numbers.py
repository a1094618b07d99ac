"""Numbers and dates as people write them: 1 234,5 in Norwegian, 1,234.5 in English."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

__all__ = ["decimals_of", "drawable", "number_text", "rounded"]

_EXACT = Context(prec=80, rounding=ROUND_HALF_UP)
_MINUS = "\N{MINUS SIGN}"
_LONGEST = 30
_GREATEST = 15


def decimals_of(value: Decimal) -> int:
    """Count the decimals that a number needs: 1 of 78.50, 0 of 7.5E+3."""
    exponent = value.normalize(_EXACT).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round half up, as people do; a number too great for decimals stays as it is."""
    if value.adjusted() + decimals >= _EXACT.prec - 1:
        return value
    return value.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)


def drawable(value: object) -> float | None:
    """Give a number as charts take it; None for a text, and for what is too great to be drawn beside anything else."""
    if not isinstance(value, Decimal) or not value.is_finite() or value.adjusted() > _GREATEST:
        return None
    return float(value)


def number_text(value: Decimal | float, lang: str, decimals: int | None = None) -> str:
    """Write a number with at most so many decimals (all of them by default); zeros at the end are left out."""
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        return str(number)
    exact = (number if decimals is None else rounded(number, decimals)).normalize(_EXACT)
    text = f"{abs(exact):,f}"
    if lang != "en":
        text = text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
    return f"{_MINUS}{text}" if exact < 0 else text
