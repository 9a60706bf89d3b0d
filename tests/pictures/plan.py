#!/usr/bin/env python3
"""Prints the ground plan of the invented communal house as SVG.

    plan.py > plan.svg && rsvg-convert --width 1200 plan.svg --output content/relics/dinh-lang-mau/photos/so-do.png

A plan holds no letters, so that it needs no font and serves every language: the caption names what lies where.
"""
from draw import CHAM2, CHAM3, HOE3, INK, LA2, LA3, PANEL, PAPER, SON2, STONE


def rect(x, y, w, h, fill, width=5):
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{fill}" stroke="{INK}" stroke-width="{width}"/>'


def circle(x, y, r, fill, width=5):
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{fill}" stroke="{INK}" stroke-width="{width}"/>'


def posts(x, y, w, h, columns, rows):
    """The feet of the posts, which tell the bays."""
    return [
        circle(x + w * (column + 0.5) / columns, y + h * (row + 0.5) / rows, 6, INK, 0)
        for row in range(rows) for column in range(columns)
    ]


def main():
    parts = [
        rect(0, 0, 1200, 900, PAPER, 0),
        rect(60, 40, 1080, 720, LA3),                                   # the walled ground
        rect(260, 330, 680, 300, PANEL, 3),                             # the brick yard
        rect(330, 110, 540, 190, SON2), *posts(330, 110, 540, 190, 6, 4),   # the main hall
        rect(500, 60, 200, 50, HOE3),                                   # the rear sanctuary
        rect(130, 350, 100, 260, HOE3), *posts(130, 350, 100, 260, 2, 5),   # left wing
        rect(970, 350, 100, 260, HOE3), *posts(970, 350, 100, 260, 2, 5),   # right wing
        rect(960, 640, 90, 80, STONE), rect(992, 664, 26, 32, INK, 0),  # the stele house
        *[rect(x, 742, 34, 34, STONE) for x in (440, 530, 636, 726)],   # four pillars of the gate
        f'<ellipse cx="600" cy="845" rx="330" ry="42" fill="{CHAM3}" stroke="{CHAM2}" stroke-width="5"/>',
        *[circle(x, y, 26, LA2, 4) for x, y in ((110, 90), (1090, 90), (110, 700), (240, 700), (850, 700))],
        # North, by an arrow in the corner.
        f'<path d="M1150 880 V800 M1132 824 L1150 796 L1168 824" fill="none" stroke="{INK}" stroke-width="6"/>',
    ]
    print('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900">' + "".join(parts) + "</svg>")


if __name__ == "__main__":
    main()
