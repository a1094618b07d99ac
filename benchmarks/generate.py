"""Makes a plan of any size, sound or with planted defects, and the list of what was planted.

::

    python benchmarks/generate.py --strategies 10000 --defects 200 -o plan.yaml --planted planted.json
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from planmaker import KINDS, grow, plant, write


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strategies", type=int, default=1000, help="how many strategies the plan has")
    parser.add_argument("--defects", type=int, default=0, help="how many defects are planted")
    parser.add_argument("--rules", default="", help=f"codes of the rules to break, with commas; of {', '.join(KINDS)}")
    parser.add_argument("--kind", choices=("community", "action"), default="community", help="the kind of plan")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same plan")
    parser.add_argument("-o", "--output", type=Path, help="the plan's file; standard output if not given")
    parser.add_argument("--planted", type=Path, help="the file for the list of what was planted, as JSON")
    asked = parser.parse_args(arguments)
    plan = grow(asked.strategies, seed=asked.seed, kind=asked.kind)
    try:
        planted = plant(plan, asked.defects, [code for code in asked.rules.split(",") if code])
    except ValueError as error:
        parser.error(str(error))
    text = write(plan)
    if asked.output is None:
        sys.stdout.write(text)
    else:
        asked.output.write_text(text, encoding="utf-8")
    if asked.planted is not None:
        listed = [one.to_dict() for one in planted]
        asked.planted.write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
