"""Rows of an analysis as a pandas data frame, where pandas is installed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.base.errors import NotFoundError
from sdggraph.base.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

__all__ = ["frame_of"]


def frame_of(rows: Iterable[Mapping[str, Any]], columns: Iterable[str] = ()) -> pd.DataFrame:
    """Make a data frame of plain rows: a column a key, in the order of the first row; decimals become floats.

    Args:
        rows: What a record's ``rows()`` gives.
        columns: The columns of a frame that has no row.

    Raises:
        NotFoundError: pandas isn't installed.
    """
    try:
        import pandas as pd
    except ImportError:
        raise NotFoundError(
            words("pandas is not installed", "pandas er ikke installert"),
            hint=words("pip install pandas, or use .rows()", "pip install pandas, eller bruk .rows()"),
        ) from None
    plain = [
        {name: float(value) if isinstance(value, Decimal) else value for name, value in row.items()} for row in rows
    ]
    return pd.DataFrame(plain) if plain else pd.DataFrame(columns=list(columns))
