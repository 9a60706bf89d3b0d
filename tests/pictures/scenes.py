"""Writes one sheet as SVG, or lists them all.

Entry point: `scenes.py PATH TARGET` with a path below content/, or `scenes.py --list`.
"""

import sys

import covers  # noqa: F401 - importing registers the sheets
import places  # noqa: F401
import products  # noqa: F401
import relics  # noqa: F401
from draw import Print
from sheets import SHEETS


def main():
    if sys.argv[1:] == ["--list"]:
        print("\n".join(SHEETS))
        return
    path, target = sys.argv[1], sys.argv[2]
    draw_it, sheet = SHEETS[path]
    p = Print(path, **sheet)
    draw_it(p)
    with open(target, "w", encoding="utf-8") as out:
        out.write(p.svg())


if __name__ == "__main__":
    main()
