"""Measures the linter on tables: a flat list of 10,000 and of 100,000 strategies, and a plan's workbook.

::

    python benchmarks/tables.py                     # some minutes
    python benchmarks/tables.py --sizes 10000 --repeat 5

The peers read the same file and do nothing else with it: python-calamine, and openpyxl in its read-only mode.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from lint import COMMAND, Run, best, made, run

CALAMINE = (
    "import sys\n"
    "from python_calamine import CalamineWorkbook\n"
    "book = CalamineWorkbook.from_path(sys.argv[1])\n"
    "print(sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names))\n"
)
OPENPYXL = (
    "import sys\n"
    "from openpyxl import load_workbook\n"
    "book = load_workbook(sys.argv[1], read_only=True)\n"
    "print(sum(1 for sheet in book for row in sheet.iter_rows(values_only=True)))\n"
)
HEADINGS = ("Område", "Mål", "Strategi", "FN-mål", "Delmål", "Indikator", "Ansvarlig")


def flat_list(file: Path, strategies: int) -> None:
    """Write a flat list: one row a strategy, its objective and area beside it, an indicator for every second."""
    from openpyxl import Workbook

    chance = random.Random(1)  # a list that is the same each time
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Strategier")
    sheet.append(HEADINGS)
    for number in range(strategies):
        sheet.append(
            (
                f"Område {number // 1000}",
                f"Alle skal merke målet nummer {number // 4}",
                f"Strategi nummer {number} sier hva vi gjør med sak {number % 977}",
                chance.choice((3, 11, "3, 11", "4")),
                chance.choice(("3.8", "11.2, 11.7", "4.1", None)),
                f"Andel av sak {number // 2}",
                f"Enhet {number % 40}",
            )
        )
    book.save(file)


def shown(name: str, file: Path, repeat: int) -> Run:
    """Measure one file and print a row of the table."""
    command = best([*COMMAND, "lint", str(file), "--exit-zero", "--quiet"], repeat)
    peers = [best([sys.executable, "-c", program, str(file)], repeat) for program in (CALAMINE, OPENPYXL)]
    ratios = [command.cpu / peer.cpu for peer in peers]
    cells = (f"{one:.2f}" for one in (command.cpu, peers[0].cpu, peers[1].cpu, *ratios))
    print(f"| {name} | {' | '.join(cells)} | {command.peak:.0f} |")
    return command


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000", help="numbers of strategies, with commas")
    parser.add_argument("--repeat", type=int, default=3, help="how often each is run; the best counts")
    asked = parser.parse_args()
    print("| table | lint s | calamine s | openpyxl s | to calamine | to openpyxl | MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    by_size: dict[int, Run] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, asked.sizes.split(",")):
            file = Path(folder) / f"liste-{size}.xlsx"
            flat_list(file, size)
            by_size[size] = shown(f"flat list, {size:,} strategies", file, asked.repeat if size < 50_000 else 1)
        if 10_000 in by_size:
            plan = made(Path(folder), 10_000, 0)
            book = plan.with_suffix(".xlsx")
            run([*COMMAND, "convert", str(plan), str(book), "--quiet"])
            shown("workbook, 10,000 strategies", book, asked.repeat)
    if {10_000, 100_000} <= by_size.keys():
        print(f"\n100,000 strategies cost {by_size[100_000].cpu / by_size[10_000].cpu:.1f} times as much as 10,000.")


if __name__ == "__main__":
    main()
