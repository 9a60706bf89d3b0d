"""Parts that the scenes share: sky and land, plants, buildings, stones, people.

Each takes the sheet first and stands on (x, y), the middle of its foot. Light from the upper right, horizon at
`HORIZON`, one person about 260 high at scale 1.
"""

import math

from draw import *  # noqa: F403 - the palette and the cutting tools are the vocabulary here


# --- sky and land -------------------------------------------------------------------------------------------------
def sky(p, color, low=None):
    """A flat tint, with the printer's wiping as long pale bands near the horizon."""
    p.flat([(-20, -20), (p.width + 20, -20), (p.width + 20, HORIZON + 60), (-20, HORIZON + 60)], color)
    if low:
        for i, y in enumerate((430, 520, 590, 640, 680)):
            x0 = p.rng.uniform(-400, 300)
            x1 = x0 + p.rng.uniform(1000, 1900)
            p.flat(smooth([(x0, y), (x0 + 300, y - 10 - 2 * i), (x1 - 300, y - 8), (x1, y + 2), (x1 - 200, y + 16 + 4 * i),
                           (x0 + 250, y + 18 + 5 * i)], True), low)


def sun(p, x, y, r=95, color=SON2, rays=12):
    for i in range(rays):
        a = 2 * math.pi * i / rays
        def at(radius, angle):
            return (x + radius * math.cos(angle), y + radius * math.sin(angle))
        tongue = smooth([at(r * 1.16, a - 0.17), at(r * 1.36, a - 0.10), at(r * 1.62, a + 0.06), at(r * 1.40, a + 0.08),
                         at(r * 1.16, a + 0.15)], True, 4)
        p.shape(tongue, HOE2, 4)
    p.shape(ellipse(x, y, r), color, 9)


def scroll(p, x, y, r, turns=1.4, flip=1, width=5):
    """A spiral cut."""
    pts = []
    steps = int(26 * turns)
    for i in range(steps + 1):
        t = i / steps
        a = -math.pi / 2 + flip * 2 * math.pi * turns * t
        pts.append((x + r * (1 - t * 0.85) * math.cos(a), y + r * (1 - t * 0.85) * math.sin(a)))
    p.line(pts, width)


def cloud(p, x, y, s=1.0, color=PAPER, flip=False):
    """Two scrolls and a tail."""
    with p.at(x, y, s, flip):
        body = (ellipse(-70, -30, 52, 46, 150, 300) + ellipse(10, -58, 66, 58, 190, 350)
                + ellipse(96, -30, 46, 40, 240, 400) + smooth([(130, 0), (190, 4), (260, -8), (330, 2), (240, 18), (120, 24),
                                                            (-40, 22), (-150, 16), (-230, 2), (-160, -2), (-112, -8)]))
        p.shape(body, color, 7)
        scroll(p, 12, -46, 38, 1.3)
        scroll(p, -68, -22, 28, 1.2, -1)
        scroll(p, 92, -20, 24, 1.1)
        p.line(smooth([(-120, 8), (-20, 12), (150, 10), (250, 4)]), 4)


def birds(p, places, width=6):
    for x, y, s in places:
        with p.at(x, y, s):
            p.line(smooth([(-46, -8), (-26, -26), (-6, -12), (0, 0)]), width)
            p.line(smooth([(0, 0), (8, -14), (28, -24), (50, -4)]), width)


def hill(p, points, color, strokes=10, key=8):
    """A ridge from left to right; the land below it is filled."""
    top = smooth(points)
    p.shape(top + [(points[-1][0], p.height + 40), (points[0][0], p.height + 40)], color, key)
    for i in range(strokes):
        j = int((i + 0.6) / strokes * (len(top) - 2))
        x, y = top[j]
        length = p.rng.uniform(40, 110)
        dx = p.rng.uniform(-26, -4)
        p.line(smooth([(x, y + 18), (x + dx * 0.5, y + 18 + length * 0.5), (x + dx, y + 18 + length)]), 4.5)


def ground(p, color=LA3, y=HORIZON, wave=6):
    pts = [(x, y + wave * math.sin(x / 190)) for x in range(-40, p.width + 60, 60)]
    p.shape(pts + [(p.width + 40, p.height + 40), (-40, p.height + 40)], color, 8)


def tufts(p, area, count, color=INK, size=1.0):
    x0, y0, x1, y1 = area
    spots = sorted((p.rng.uniform(y0, y1), p.rng.uniform(x0, x1)) for _ in range(count))
    for y, x in spots:
        s = size * (0.5 + 0.7 * (y - HORIZON) / (p.height - HORIZON))
        with p.at(x, y, s):
            for dx, h in ((-13, 24), (0, 36), (13, 26)):
                p.line(smooth([(dx * 0.3, 0), (dx * 0.6, -h * 0.6), (dx * 1.3, -h)]), 5, color, 0.25)


def field(p, top, bottom, color=LA2, rows=9, vanish=(900, 600)):
    """Rice in rows that run toward one point."""
    area = [(-40, top), (p.width + 40, top), (p.width + 40, bottom), (-40, bottom)]
    p.shape(area, color, 7)
    y, step = top + 16, 16.0
    while y < bottom - 6:
        gap = step * 1.9
        x = -40 + p.rng.uniform(0, gap)
        while x < p.width + 40:
            h = step * 1.15
            p.line([(x, y), (x - h * 0.15, y - h * 0.5), (x - h * 0.42, y - h)], step * 0.2, INK, 0.2)
            p.line([(x, y), (x + h * 0.1, y - h * 0.6), (x + h * 0.3, y - h * 1.1)], step * 0.2, INK, 0.2)
            x += gap
        y += step
        step *= 1.085


def path_(p, points, widths, color=HOE3, key=7):
    """A lane: a middle line and its width at each point."""
    left = [(x - w / 2, y) for (x, y), w in zip(points, widths)]
    right = [(x + w / 2, y) for (x, y), w in zip(points, widths)]
    p.shape(smooth(left) + smooth(right)[::-1], color, key)


def waves(p, x0, x1, y, r=34, rows=3, color=CHAM2):
    """Rows of half circles, offset by half a circle."""
    for row in range(rows):
        x = x0 - (r if row % 2 else 0)
        while x < x1 + r:
            for k, tint in ((1.0, color), (0.66, CHAM3), (0.34, color)):
                p.shape(ellipse(x, y + row * r * 0.55, r * k, r * k, 180, 360), tint, 4)
            x += 2 * r


# --- plants -----------------------------------------------------------------------------------------------------
def leafmarks(p, x, y, rx, ry, count, color=INK):
    for _ in range(count):
        a, q = p.rng.uniform(0, 6.28), math.sqrt(p.rng.random()) * 0.82
        cx, cy = x + rx * q * math.cos(a), y + ry * q * math.sin(a)
        p.line(smooth([(cx - 13, cy + 5), (cx - 2, cy - 7), (cx + 14, cy + 3)]), 4.4, color, 0.2)


def tree(p, x, y, s=1.0, color=LA, light=LA2, flip=False):
    """A broad old tree: trunk with roots, three crowns."""
    with p.at(x, y, s, flip):
        trunk = smooth([(-62, 4), (-28, -40), (-24, -140), (-44, -210), (-20, -230), (0, -180), (20, -240), (44, -226),
                        (26, -150), (28, -50), (70, 4), (30, -8), (0, 6), (-26, -6)], True)
        p.shape(trunk, BARK, 8)
        p.line(smooth([(-8, -20), (-10, -90), (-4, -160)]), 4)
        p.line(smooth([(12, -30), (10, -100), (16, -150)]), 4)
        for cx, cy, rx, ry, n, c in ((-96, -262, 92, 66, 9, color), (100, -268, 96, 68, 9, light), (4, -340, 128, 82, 11, color)):
            p.shape(lobes(cx, cy, rx, ry, n, 0.55, 0.3), c, 8)
            leafmarks(p, cx, cy, rx, ry, 15, PAPER if c == color else INK)


def pine(p, x, y, s=1.0, flip=False, color=LA):
    with p.at(x, y, s, flip):
        p.stroke(smooth([(0, 0), (14, -120), (-14, -240), (18, -350)]), 34, BARK)
        for cx, cy, rx in ((-70, -200, 96), (84, -262, 92), (-24, -330, 100), (36, -400, 76)):
            pad = smooth([(cx - rx, cy + 16), (cx - rx * 0.6, cy - 26), (cx, cy - 44), (cx + rx * 0.6, cy - 26), (cx + rx, cy + 16),
                          (cx + rx * 0.4, cy + 8), (cx, cy + 22), (cx - rx * 0.4, cy + 8)], True)
            p.shape(pad, color, 7)
            for k in range(-3, 4):
                p.line([(cx + k * rx * 0.1, cy + 6), (cx + k * rx * 0.18, cy - 10), (cx + k * rx * 0.23, cy - 26)], 4, PAPER)


def bananatree(p, x, y, s=1.0, flip=False, fruit=False):
    with p.at(x, y, s, flip):
        for a, length, c in ((-158, 280, LA), (-22, 290, LA), (-126, 330, LA2), (-54, 330, LA2), (-176, 220, LA2), (-4, 220, LA), (-102, 330, LA), (-76, 350, LA2)):
            leaf(p, 0, -170, a, length, 40, c, 9)
        p.shape(smooth([(-34, 4), (-26, -90), (-18, -186), (16, -186), (26, -90), (36, 4)]) + [(36, 6), (-34, 6)], LA3, 8)
        p.line(smooth([(-6, -4), (-8, -90), (-2, -170)]), 4)
        if fruit:
            p.stroke(smooth([(10, -180), (60, -190), (78, -150)]), 12, LA2, 6)
            for row in range(3):
                for k in range(4):
                    hand = [(52 + k * 18, -150 + row * 34), (46 + k * 20, -126 + row * 34), (56 + k * 18, -106 + row * 34)]
                    p.stroke(smooth(hand), 15, HOE2, 5)
            p.shape(smooth([(78, -34), (56, 10), (78, 44), (100, 10)], True), SON, 6)


def leaf(p, x, y, angle, length, width, color, cuts=6, key=7):
    """A long leaf that bends down with its own weight."""
    a = math.radians(angle)
    spine = []
    for i in range(9):
        t = i / 8
        spine.append((x + math.cos(a) * length * t, y + math.sin(a) * length * t + length * 0.42 * t * t))
    left, right = [], []
    for i, (sx, sy) in enumerate(spine):
        q, r = spine[max(i - 1, 0)], spine[min(i + 1, 8)]
        d = math.dist(q, r) or 1
        nx, ny = -(r[1] - q[1]) / d, (r[0] - q[0]) / d
        half = width * math.sin(math.pi * min(0.98, 0.08 + i / 8 * 0.92)) ** 0.75
        left.append((sx + nx * half, sy + ny * half))
        right.append((sx - nx * half, sy - ny * half))
    p.shape(smooth(left) + smooth(right)[::-1], color, key)
    p.line(smooth(spine), 5)
    for i in range(1, cuts + 1):
        j = 1 + i * 6 // (cuts + 1)
        for side in (left, right):
            m, e = spine[j], side[min(j + 1, 8)]
            p.line([m, ((m[0] * 0.4 + e[0] * 0.6), (m[1] * 0.4 + e[1] * 0.6)), (m[0] * 0.12 + e[0] * 0.88, m[1] * 0.12 + e[1] * 0.88)], 3.4)


def areca(p, x, y, s=1.0, flip=False):
    with p.at(x, y, s, flip):
        p.stroke(smooth([(0, 0), (8, -160), (-4, -330)]), 20, STONE)
        for k in range(9):
            p.line([(-8 + k % 2, -24 - k * 34), (0, -20 - k * 34), (12, -24 - k * 34)], 4)
        p.stroke([(-4, -335), (-4, -372)], 17, LA2)
        for a in (-165, -15, -140, -40, -112, -68, -90):
            leaf(p, -4, -372, a, 138, 17, LA if a % 2 else LA2, 4, 6)


def bamboo(p, x, y, s=1.0, flip=False, stems=5):
    with p.at(x, y, s, flip):
        for i in range(stems):
            lean = (i - stems / 2 + 0.5) * 42
            height = 340 + (i * 53) % 90
            stem = smooth([(i * 14 - 30, 0), (i * 14 - 30 + lean * 0.4, -height * 0.5), (i * 14 - 30 + lean * 1.5, -height)])
            p.stroke(stem, 11, LA2 if i % 2 else HOE2, 6)
            for j in range(6, len(stem), 2):
                sx, sy = stem[j]
                for side in (-1, 1):
                    tip = (sx + side * p.rng.uniform(34, 62), sy + p.rng.uniform(4, 34))
                    mid = ((sx + tip[0]) / 2, (sy + tip[1]) / 2 - 9)
                    p.shape(smooth([(sx, sy), mid, tip, (mid[0], mid[1] + 11)], True, 4), LA, 4)


def bush(p, x, y, s=1.0, color=LA2):
    with p.at(x, y, s):
        p.shape(ellipse(-60, 0, 50, 54, 180, 290) + ellipse(0, -14, 62, 66, 200, 340) + ellipse(64, 0, 46, 50, 250, 360), color, 7)
        leafmarks(p, 0, -34, 70, 30, 8)


def lotus(p, x, y, s=1.0, color=SON3):
    with p.at(x, y, s):
        for dx, h, c in ((-46, 52, color), (46, 52, color), (-26, 74, PAPER), (26, 74, PAPER), (0, 84, color)):
            p.shape(smooth([(dx * 0.2, 0), (dx - 22, -h * 0.5), (dx, -h), (dx + 22, -h * 0.5)], True), c, 6)


# --- buildings ----------------------------------------------------------------------------------------------------
def scales(p, outline, gap=26, width=2.6, color=INK):
    """Rows of fish-scale tiles inside an outline."""
    xs, ys = [q[0] for q in outline], [q[1] for q in outline]
    with p.inside(outline):
        y, row = max(ys), 0
        while y > min(ys) - gap:
            x = min(xs) - (gap / 2 if row % 2 else 0)
            while x < max(xs) + gap:
                p.line(ellipse(x, y - gap * 0.62, gap / 2, gap * 0.55, 180, 0, 6), width, color, 0.6, 0.3)
                x += gap
            y -= gap * 0.72
            row += 1


def roof(p, x, y, w, h, color=SON2, lift=0.30, ridge=0.60, gap=26, crest=True):
    """A hipped tile roof with swept-up corners; (x, y) is the middle of the eaves."""
    right = smooth([(0, 0), (w * 0.24, -h * 0.005), (w * 0.40, -h * 0.06), (w * 0.5, -h * lift)])
    side = smooth([(w * 0.5, -h * lift), (w * 0.435, -h * 0.30), (w * 0.385, -h * 0.52), (w * ridge / 2, -h)])
    half = right + side[1:]
    outline = half + [(-a, b) for a, b in half[::-1]][:-1]
    outline = [(x + a, y + b) for a, b in outline]
    p.shape(outline, color, 9)
    scales(p, outline, gap)
    eaves = [(-a, b) for a, b in right[::-1]] + right[1:]
    p.stroke([(x + a, y + b + 2) for a, b in eaves], h * 0.05, HOE3, 7)
    for side_ in (1, -1):
        tip = smooth([(w * 0.5, -h * lift), (w * 0.535, -h * (lift + 0.10)), (w * 0.53, -h * (lift + 0.24)), (w * 0.5, -h * (lift + 0.24))])
        p.stroke([(x + side_ * a, y + b) for a, b in tip], h * 0.035, HOE3, 6)
        edge = [(x + side_ * a, y + b) for a, b in side]
        p.stroke(edge, h * 0.035, HOE3, 6)
    if crest:
        r = w * ridge / 2
        bar = smooth([(-r - 8, -h - h * 0.06), (-r * 0.5, -h - 2), (0, -h), (r * 0.5, -h - 2), (r + 8, -h - h * 0.06)])
        p.stroke([(x + a, y + b) for a, b in bar], h * 0.10, PANEL, 8)
        for s in (1, -1):
            curl = smooth([(r, -h * 1.06), (r + h * 0.10, -h * 1.16), (r + h * 0.06, -h * 1.30), (r - h * 0.04, -h * 1.26), (r - h * 0.01, -h * 1.18)])
            p.stroke([(x + s * a, y + b) for a, b in curl], h * 0.05, PANEL, 6)


def steps(p, x, y, w, count=3, h=16, color=STONE):
    for i in range(count):
        ww = w - i * w * 0.06
        p.shape(rect(x - ww / 2, y - (i + 1) * h, ww, h), color if i % 2 == 0 else PANEL, 6)


def hall(p, x, y, w, body=150, bays=5, roof_h=190, color=SON2, wall=PANEL, base=2, doors=(1, 2, 3)):
    """A one-storey hall: podium, columns, panelled doors, a great roof."""
    steps(p, x, y, w * 1.04, base, 20)
    y -= base * 20
    inner = w * 0.86
    p.shape(rect(x - inner / 2, y - body, inner, body), wall, 8)
    bay = inner / bays
    for i in range(bays):
        bx = x - inner / 2 + i * bay
        if i in doors:
            p.shape(rect(bx + 8, y - body + 26, bay - 16, body - 26), SON, 6)
            panels = 2 if bay < 130 else 4
            for k in range(panels):
                px, pw = bx + 12 + k * (bay - 24) / panels, (bay - 24) / panels
                p.shape(rect(px + 2, y - body + 36, pw - 4, body * 0.40), HOE3, 4)
                p.hatch(rect(px + 2, y - body + 36, pw - 4, body * 0.40), 9, 2.4, 90, broken=0)
                p.shape(rect(px + 2, y - body * 0.42, pw - 4, body * 0.34), SON2, 4)
        else:
            p.shape(ellipse(bx + bay / 2, y - body * 0.5, min(bay, body) * 0.26), HOE2, 6)
            p.shape(ellipse(bx + bay / 2, y - body * 0.5, min(bay, body) * 0.15), wall, 5)
    for i in range(bays + 1):
        cx = x - inner / 2 + i * bay
        p.shape(rect(cx - 10, y - body, 20, body), BARK, 6)
        p.shape(rect(cx - 16, y - 12, 32, 14), STONE, 5)
    p.shape(rect(x - inner / 2 - 14, y - body - 6, inner + 28, 24), BARK, 6)
    roof(p, x, y - body + 6, w * 1.22, roof_h, color)


def tower(p, x, y, w=120, tiers=3, color=SON3, trim=PANEL, s=1.0, tall=1.0):
    """A stupa of a tower garden: tapering storeys, cornices, niches, a bud."""
    with p.at(x, y, s):
        p.shape(rect(-w * 0.62, -16, w * 1.24, 18), STONE, 6)
        p.shape(rect(-w * 0.54, -34, w * 1.08, 20), trim, 6)
        top = -34.0
        for i in range(tiers):
            k = 1 - i * 0.2
            h = w * (0.86 - i * 0.14) * tall
            body = trapezoid(0, top, w * 0.9 * k, w * 0.82 * k, h)
            p.shape(body, color, 7)
            shade = [(-w * 0.45 * k, top), (-w * 0.41 * k, top - h), (-w * 0.22 * k, top - h), (-w * 0.24 * k, top)]
            p.hatch(shade, 9, 2.4, 0, broken=0.1)
            nw, nh = w * 0.17 * k, h * 0.62
            niche = [(-nw, top - h * 0.12), (-nw, top - nh * 0.7)] + ellipse(0, top - nh * 0.7, nw, nw * 1.1, 180, 360) + [(nw, top - h * 0.12)]
            p.shape(niche, INK if i == 0 else BARK, 5)
            top -= h
            p.shape(trapezoid(0, top + 2, w * 0.88 * k, w * 1.12 * k, w * 0.09), trim, 6)
            top -= w * 0.09
            p.shape([(-w * 0.60 * k, top - 4), (-w * 0.54 * k, top + 2), (w * 0.54 * k, top + 2), (w * 0.60 * k, top - 4),
                     (w * 0.40 * k, top - w * 0.16), (-w * 0.40 * k, top - w * 0.16)], color, 6)
            top -= w * 0.16
        bud = smooth([(-w * 0.11, top), (-w * 0.15, top - w * 0.14), (0, top - w * 0.40), (w * 0.15, top - w * 0.14), (w * 0.11, top)])
        p.shape(bud, trim, 6)
        p.shape(rect(-w * 0.2, top - 8, w * 0.4, 12), trim, 5)


def brick(p, x, y, w, h, color=SON3, gap=26, key=8):
    """A brick wall; (x, y) is its upper left corner."""
    area = rect(x, y, w, h)
    p.shape(area, color, key)
    with p.inside(area):
        row, yy = 0, y + gap
        while yy < y + h + gap:
            p.line([(x, yy), (x + w / 2, yy), (x + w, yy)], 3.2, INK, 0.8)
            xx = x + (gap if row % 2 else gap * 2)
            while xx < x + w:
                p.line([(xx, yy - gap), (xx, yy - gap / 2), (xx, yy)], 3, INK, 0.8)
                xx += gap * 2.1
            yy += gap
            row += 1


def door(p, x, y, w, h, color=INK, frame=PANEL, key=7):
    """An arched opening standing on (x, y)."""
    def arch(hw, hh):
        return [(x - hw, y), (x - hw, y - hh + hw)] + ellipse(x, y - hh + hw, hw, hw, 180, 360) + [(x + hw, y)]
    p.shape(arch(w / 2 + 16, h + 16), frame, key)
    p.shape(arch(w / 2, h), color, key)


# --- stones and offerings --------------------------------------------------------------------------------------------
def stele(p, x, y, w, h, color=STONE, rows=8, base=True, cap=True, script=None):
    """A cut stone with a low arch, a sun in its cap, and rows of text."""
    if base:
        p.shape(trapezoid(x, y, w * 1.5, w * 1.34, h * 0.08), STONE2, 8)
        p.shape(trapezoid(x, y - h * 0.08, w * 1.26, w * 1.16, h * 0.05), STONE, 7)
        y -= h * 0.13
    out = [(x - w / 2, y), (x - w / 2, y - h * 0.8)] + smooth([(x - w / 2, y - h * 0.8), (x - w * 0.3, y - h * 0.93), (x, y - h), (x + w * 0.3, y - h * 0.93), (x + w / 2, y - h * 0.8)])[1:] + [(x + w / 2, y)]
    p.shape(out, color, 10)
    p.hatch([(x - w / 2, y), (x - w / 2, y - h * 0.85), (x - w * 0.44, y - h * 0.86), (x - w * 0.44, y)], 10, 3, 0)
    if cap:
        sun(p, x, y - h * 0.845, w * 0.075, SON2, 8)
        for s in (-1, 1):
            scroll(p, x + s * w * 0.24, y - h * 0.83, w * 0.07, 1.2, s, 5)
        p.line([(x - w * 0.4, y - h * 0.75), (x, y - h * 0.752), (x + w * 0.4, y - h * 0.75)], 5, INK, 0.8)
    for i in range(rows):
        yy = y - h * 0.70 + i * h * 0.62 / rows
        (script or glyphs)(p, x - w * 0.38, yy, w * 0.76, min(h * 0.24 / rows, w * 0.05))


def glyphs(p, x, y, w, size):
    """Square signs, unreadable on purpose."""
    cx = x + size
    while cx < x + w - size * 0.5:
        for _ in range(4):
            a, b = p.rng.uniform(-0.7, 0.7) * size, p.rng.uniform(-0.7, 0.7) * size
            if p.rng.random() < 0.5:
                p.line([(cx - size * 0.7, y + b), (cx, y + b), (cx + size * 0.7, y + b)], size * 0.22, INK, 0.7, 0.3)
            else:
                p.line([(cx + a, y - size * 0.8), (cx + a, y), (cx + a * 0.8, y + size * 0.8)], size * 0.22, INK, 0.7, 0.3)
        cx += size * 2.1


def script(p, x, y, w, size):
    """Rounded letters with heads, hooks and dots, in the manner of old Cham writing; it spells nothing."""
    cx = x + size
    while cx < x + w - size * 0.6:
        kind = p.rng.randrange(6)
        u = size * 0.62
        if kind == 0:
            pts = [(-u, -u), (-u, u), (0, u), (u, u * 0.2), (u, -u)]
        elif kind == 1:
            pts = [(-u, u), (-u, -u * 0.6), (0, -u), (u * 0.4, 0), (u, -u), (u, u)]
        elif kind == 2:
            pts = [(u, -u), (-u * 0.6, -u * 0.8), (-u, 0), (-u * 0.4, u), (u * 0.6, u * 0.6), (u * 0.4, -u * 0.1), (-u * 0.2, 0)]
        elif kind == 3:
            pts = [(-u, -u), (0, -u * 0.3), (-u * 0.6, u), (u * 0.4, u), (u, 0), (u, -u)]
        elif kind == 4:
            pts = [(-u, 0), (-u * 0.4, -u), (u * 0.2, -u * 0.2), (-u * 0.4, u), (u, u), (u, -u)]
        else:
            pts = [(-u, -u), (-u, u), (-u * 0.1, u * 0.2), (u * 0.2, u), (u, u), (u, -u)]
        p.line(smooth([(cx + a, y + b) for a, b in pts], False, 5), size * 0.23, INK, 0.45, 0.3)
        p.line([(cx - u * 1.25, y - u), (cx - u * 0.9, y - u * 1.15), (cx - u * 0.5, y - u)], size * 0.24, INK, 0.7, 0.2)
        mark = p.rng.random()
        if mark < 0.2:
            scroll(p, cx + u * 0.5, y - size * 1.15, size * 0.32, 1.0, 1, size * 0.2)
        elif mark < 0.34:
            p.line(smooth([(cx + u, y + u * 0.6), (cx + u * 0.6, y + size * 1.25), (cx - u * 0.4, y + size * 1.1)]), size * 0.2, INK, 0.4, 0.2)
        elif mark < 0.44:
            p.dot(cx, y - size * 1.15, size * 0.15)
        cx += size * p.rng.uniform(1.75, 2.05)


def incense(p, x, y, s=1.0, sticks=5, smoke=True):
    with p.at(x, y, s):
        if smoke:
            for dx in (-8, 12):
                p.line(smooth([(dx, -150), (dx - 18, -190), (dx + 16, -235), (dx - 12, -285), (dx + 10, -330)]), 6, BARK, 0.1)
        for i in range(sticks):
            k = i - (sticks - 1) / 2
            p.line([(k * 6, -60), (k * 10, -100), (k * 14, -140)], 5, SON)
            p.dot(k * 14, -142, 4.5, SON2)
        bowl = smooth([(-56, -70), (-62, -40), (-40, -8), (0, -2), (40, -8), (62, -40), (56, -70)]) + [(56, -70)]
        p.shape(bowl, CHAM3, 7)
        p.shape(rect(-66, -78, 132, 14), PAPER, 6)
        p.shape(rect(-30, -6, 60, 10), CHAM3, 5)
        p.line(smooth([(-40, -44), (-20, -30), (0, -44), (20, -30), (40, -44)]), 6, CHAM)
        scroll(p, 0, -30, 10, 1, 1, 4)


def dish(p, x, y, s=1.0, what="fruit"):
    """An offering on a footed dish."""
    with p.at(x, y, s):
        if what == "fruit":
            for dx, dy, c in ((-36, -58, HOE2), (0, -60, SON2), (36, -58, LA2), (-18, -92, SON2), (20, -92, HOE2), (0, -122, HOE2)):
                p.shape(ellipse(dx, dy, 24), c, 6)
        else:
            for k in range(-2, 3):
                leaf(p, k * 12, -46, -90 + k * 22, 74, 15, LA, 2, 5)
            for dx, dy in ((-34, -96), (0, -116), (34, -96), (-16, -80), (18, -78)):
                flower(p, dx, dy, 20, HOE2 if dx else SON2)
        p.shape(smooth([(-70, -44), (-40, -18), (0, -14), (40, -18), (70, -44)]) + [(70, -46), (-70, -46)], PAPER, 7)
        p.shape(trapezoid(0, 2, 58, 34, 18), PAPER, 6)
        p.line(smooth([(-46, -34), (0, -24), (46, -34)]), 4, CHAM)


def flower(p, x, y, r, color=HOE2, petals=7):
    for i in range(petals):
        a = 2 * math.pi * i / petals
        p.shape(ellipse(x + r * 0.62 * math.cos(a), y + r * 0.62 * math.sin(a), r * 0.42), color, 4)
    p.shape(ellipse(x, y, r * 0.36), SON, 4)


def plate(p, x, y, w):
    """A sign plate with a code that nothing can read: rows of squares, seen from some way off."""
    h = w * 1.3
    p.shape(rect(x - w / 2, y - h, w, h), SON, 7)
    q = w * 0.8
    x0, y0 = x - q / 2, y - h + w * 0.1
    p.shape(rect(x0, y0, q, q), PAPER, 4)
    n = 11
    m = q * 0.86 / n
    x0, y0 = x0 + q * 0.07, y0 + q * 0.07
    for i in range(n):
        for j in range(n):
            corner = (i < 4 and j < 4) or (i > 6 and j < 4) or (i < 4 and j > 6)
            if not corner and p.rng.random() < 0.5:
                p.flat(rect(x0 + i * m, y0 + j * m, m, m), INK, 0.2)
    for i, j in ((0, 0), (8, 0), (0, 8)):
        p.flat(rect(x0 + i * m, y0 + j * m, 3 * m, 3 * m), INK, 0.2)
        p.flat(rect(x0 + (i + 0.7) * m, y0 + (j + 0.7) * m, 1.6 * m, 1.6 * m), PAPER, 0.1)
        p.flat(rect(x0 + (i + 1.1) * m, y0 + (j + 1.1) * m, 0.8 * m, 0.8 * m), INK, 0.1)
    p.line([(x - q * 0.4, y - w * 0.2), (x, y - w * 0.2), (x + q * 0.4, y - w * 0.2)], 7, HOE3, 0.8)


def festivalflag(p, x, y, s=1.0, h=330):
    """The square five-colored flag of village festivals, on a bamboo pole standing on (x, y)."""
    with p.at(x, y, s):
        p.stroke([(0, 0), (2, -h)], 10, HOE2, 6)
        top = -h + 6
        edge = [(6, top)]
        for i in range(7):
            edge += [(6 + i * 20 + 10, top - 12), (6 + i * 20 + 20, top)]
        for i in range(7):
            edge += [(146 + 12, top + i * 20 + 10), (146, top + i * 20 + 20)]
        for i in range(7):
            edge += [(146 - i * 20 - 10, top + 152), (146 - i * 20 - 20, top + 140)]
        p.shape(edge, SON2, 6)
        for k, c in ((16, HOE2), (31, LA), (45, PAPER), (57, CHAM)):
            p.shape(rect(6 + k, top + k, 140 - 2 * k, 140 - 2 * k), c, 4)


def tortoise(p, x, y, w):
    """A stone tortoise that carries a stele; its shell's top is at about y - w * 0.3."""
    p.shape(rect(x - w * 0.66, y - w * 0.05, w * 1.32, w * 0.07), STONE2, 8)
    for fx in (-0.36, 0.34):
        p.shape(ellipse(x + fx * w, y - w * 0.06, w * 0.10, w * 0.06), STONE2, 7)
    head = smooth([(x + w * 0.40, y - w * 0.12), (x + w * 0.52, y - w * 0.26), (x + w * 0.64, y - w * 0.32), (x + w * 0.76, y - w * 0.27), (x + w * 0.74, y - w * 0.18), (x + w * 0.60, y - w * 0.13), (x + w * 0.46, y - w * 0.03)], True)
    p.shape(head, STONE, 8)
    p.dot(x + w * 0.66, y - w * 0.255, w * 0.018)
    p.line(smooth([(x + w * 0.75, y - w * 0.215), (x + w * 0.68, y - w * 0.20), (x + w * 0.63, y - w * 0.215)]), 5)
    tail = smooth([(x - w * 0.46, y - w * 0.08), (x - w * 0.60, y - w * 0.10), (x - w * 0.64, y - w * 0.04)])
    p.stroke(tail, w * 0.035, STONE, 6)
    shell = ellipse(x, y - w * 0.07, w * 0.50, w * 0.29, 180, 360) + smooth([(x + w * 0.5, y - w * 0.07), (x, y - w * 0.03), (x - w * 0.5, y - w * 0.07)])
    p.shape(shell, STONE2, 9)
    with p.inside(shell):
        for i in range(-3, 4):
            for j in range(3):
                cx, cy = x + (i + (j % 2) * 0.5) * w * 0.15, y - w * 0.10 - j * w * 0.085
                p.line(ellipse(cx, cy, w * 0.075, w * 0.05, 0, 360, 6) + [(cx + w * 0.075, cy)], 4, INK, 0.7)


# --- people ----------------------------------------------------------------------------------------------------------
def person(p, x, y, s=1.0, shirt=CHAM, pants=INK, hat="non", left=(-52, -96), right=(52, -96), flip=False, robe=False, back=False):
    """Stands on (x, y); hands are given from there. Hats: non (palm leaf), mem (cloth, volunteers), khan, hair."""
    with p.at(x, y, s, flip):
        if not robe:
            for dx in (-17, 17):
                p.stroke([(dx, -88), (dx * 1.1, -44), (dx * 1.15, -8)], 27, pants, 7)
                p.shape(ellipse(dx * 1.25 + 3, -3, 17, 8), BARK, 5)
        else:
            p.shape(ellipse(-14, -2, 16, 7), BARK, 5)
            p.shape(ellipse(18, -2, 16, 7), BARK, 5)
        def arm(side, hand):
            sx = side * 33
            ex, ey = (sx + hand[0]) / 2 + side * 12, (-166 + hand[1]) / 2 + 10
            p.stroke(smooth([(sx, -166), (ex, ey), hand]), 20, shirt, 7)
            p.shape(ellipse(hand[0], hand[1], 11), SKIN, 5)
        bottom = -12 if robe else -78
        body = smooth([(-22, -188), (-40, -170), (-37, -110), (-44 if robe else -36, bottom), (0, bottom + 6), (44 if robe else 36, bottom), (37, -110), (40, -170), (22, -188)])
        behind = [(sd, h) for sd, h in ((-1, left), (1, right)) if h[1] < -190]
        for sd, h in behind:
            arm(sd, h)
        p.shape(body, shirt, 7)
        p.line([(0, -180), (2, -130), (0, bottom + 6)], 3.6)
        for sd, h in ((-1, left), (1, right)):
            if (sd, h) not in behind:
                arm(sd, h)
        p.stroke([(0, -196), (0, -184)], 18, SKIN, 6)
        p.shape(ellipse(0, -220, 27, 31), INK if back else SKIN, 7)
        if not back:
            p.dot(-9, -220, 3.4)
            p.dot(11, -220, 3.4)
            p.line(smooth([(-5, -206), (2, -202), (9, -206)]), 4)
            p.dot(-16, -210, 4.6, SON3)
            p.dot(18, -210, 4.6, SON3)
        hats(p, hat)


def phone(p, x, y, s=1.0, tilt=0):
    """A telephone, upright, seen from behind or from its lit side."""
    with p.at(x, y, s):
        p.shape([(-15 + tilt, -28), (15 + tilt, -28), (15, 28), (-15, 28)], INK, 5)
        p.flat([(-10 + tilt * 0.8, -21), (10 + tilt * 0.8, -21), (10, 18), (-10, 18)], CHAM3, 0.2)


def hats(p, hat):
    if hat == "non":
        p.shape([(-62, -226), (-4, -282), (4, -282), (62, -226)] + smooth([(62, -226), (0, -216), (-62, -226)]), HOE3, 7)
        for k in (-36, -12, 12, 36):
            p.line([(k * 0.1, -276), (k * 0.6, -250), (k * 1.05, -224)], 3)
    elif hat == "mem":
        p.shape(smooth([(-46, -224), (-26, -238), (26, -238), (46, -224), (0, -232)], True), CHAM, 6)
        p.shape([(-28, -236)] + ellipse(0, -240, 27, 24, 180, 360) + [(28, -236)], CHAM, 7)
        p.line([(-26, -240), (0, -236), (26, -240)], 5, PAPER)
    elif hat == "khan":
        p.shape(smooth([(-30, -222), (-26, -248), (0, -258), (26, -248), (30, -222), (0, -236)], True), CHAM, 7)
    elif hat == "hair":
        p.shape(smooth([(-29, -212), (-32, -238), (0, -258), (32, -238), (29, -212), (22, -234), (0, -240), (-22, -234)], True), INK, 4)
