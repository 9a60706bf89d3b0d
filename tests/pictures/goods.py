"""Parts for the products: tables, trays, jars, bags, and what lies on them.

Goods stand in the foreground, on a table whose far edge is the same in every picture, before the land they come from.
"""

from parts import *  # noqa: F403

TABLE = 880


def table(p, color=SON2):
    p.shape([(-40, TABLE), (p.width + 40, TABLE), (p.width + 40, p.height + 40), (-40, p.height + 40)], color, 10)
    for y in (960, 1060, 1160):
        p.line([(-40, y), (600, y + 3), (1200, y - 2), (p.width + 40, y + 2)], 5, INK, 0.8)
    for _ in range(16):
        x, y = p.rng.uniform(0, p.width), p.rng.uniform(TABLE + 20, p.height)
        p.line(smooth([(x, y), (x + 60, y + 4), (x + 150, y)]), 4)


def mat(p, color=HOE3, band=SON2):
    """A reed mat with a woven border."""
    area = [(-40, TABLE), (p.width + 40, TABLE), (p.width + 40, p.height + 40), (-40, p.height + 40)]
    p.shape(area, color, 10)
    p.hatch(area, 17, 2.4, 0, BARK, 0.1)
    for k in range(-1, 26):
        x = k * 78
        p.shape([(x, 905), (x + 39, 890), (x + 78, 905), (x + 39, 922)], band if k % 2 else LA, 4)
    for y in (884, 928):
        p.line([(-40, y), (900, y + 1), (p.width + 40, y)], 6, INK, 0.9)


def tray(p, x, y, rx, ry, color=HOE2):
    """A round bamboo tray seen aslant."""
    p.shape(ellipse(x, y + 16, rx + 14, ry + 10), HOE, 9)
    p.shape(ellipse(x, y, rx + 14, ry + 10), color, 8)
    inner = ellipse(x, y, rx - 14, ry - 10)
    p.shape(inner, HOE3, 7)
    p.hatch(inner, 24, 2.6, 32, BARK, 0)
    p.hatch(inner, 24, 2.6, -32, BARK, 0)


def jar(p, x, y, w, h, color=HOE2, lid=SON, label=True, glass=CHAM3):
    """A glass jar, filled, with a label that shows a flower."""
    body = smooth([(x - w * 0.36, y - h), (x - w * 0.38, y - h * 0.92), (x - w * 0.5, y - h * 0.8), (x - w * 0.5, y - h * 0.1), (x - w * 0.42, y), (x + w * 0.42, y),
                   (x + w * 0.5, y - h * 0.1), (x + w * 0.5, y - h * 0.8), (x + w * 0.38, y - h * 0.92), (x + w * 0.36, y - h)]) + [(x - w * 0.36, y - h)]
    p.shape(body, glass, 9)
    p.shape(smooth([(x - w * 0.46, y - h * 0.74), (x, y - h * 0.70), (x + w * 0.46, y - h * 0.74), (x + w * 0.46, y - h * 0.1), (x + w * 0.38, y - h * 0.03), (x - w * 0.38, y - h * 0.03), (x - w * 0.46, y - h * 0.1)], True, 4), color, 4)
    p.shape(rect(x - w * 0.42, y - h * 1.13, w * 0.84, h * 0.16), lid, 8)
    p.hatch(rect(x - w * 0.42, y - h * 1.13, w * 0.84, h * 0.16), 16, 3, 90, broken=0)
    if label:
        p.shape(rect(x - w * 0.36, y - h * 0.60, w * 0.72, h * 0.42), PAPER, 6)
        flower(p, x, y - h * 0.42, w * 0.16, HOE2, 9)
        for k in range(2):
            p.line([(x - w * 0.24, y - h * 0.28 + k * h * 0.045), (x, y - h * 0.28 + k * h * 0.045), (x + w * 0.24, y - h * 0.28 + k * h * 0.045)], 5, INK, 0.8)
    p.line(smooth([(x + w * 0.42, y - h * 0.74), (x + w * 0.43, y - h * 0.5), (x + w * 0.41, y - h * 0.2)]), 8, PAPER)


def pouch(p, x, y, w, h, color=LA, emblem=None):
    """A standing bag with a sealed top; the emblem is drawn by a function of (p, x, y, size)."""
    p.shape(smooth([(x - w * 0.5, y - h), (x - w * 0.47, y - h * 0.5), (x - w * 0.52, y - h * 0.04), (x - w * 0.3, y + 4), (x, y), (x + w * 0.3, y + 4), (x + w * 0.52, y - h * 0.04),
                    (x + w * 0.47, y - h * 0.5), (x + w * 0.5, y - h)]) + [(x - w * 0.5, y - h)], color, 9)
    p.shape(rect(x - w * 0.51, y - h - 26, w * 1.02, 40), HOE3, 7)
    p.hatch(rect(x - w * 0.51, y - h - 26, w * 1.02, 40), 15, 3, 90, broken=0)
    p.shape(ellipse(x, y - h * 0.52, w * 0.34, h * 0.27), PAPER, 7)
    if emblem:
        emblem(p, x, y - h * 0.52, w * 0.24)
    for k in range(2):
        p.line([(x - w * 0.26, y - h * 0.17 + k * 16), (x, y - h * 0.17 + k * 16), (x + w * 0.26, y - h * 0.17 + k * 16)], 6, HOE3, 0.8)


def bowl(p, x, y, w, h, color=PAPER, fill=None, mound=0):
    """A footed bowl; what it holds rises by `mound`."""
    if fill:
        p.shape(smooth([(x - w * 0.46, y - h), (x - w * 0.28, y - h - mound * 0.7), (x, y - h - mound), (x + w * 0.28, y - h - mound * 0.7), (x + w * 0.46, y - h)]) + [(x, y - h + 20)], fill, 8)
    p.shape(smooth([(x - w * 0.5, y - h), (x - w * 0.42, y - h * 0.45), (x - w * 0.2, y - h * 0.1), (x + w * 0.2, y - h * 0.1), (x + w * 0.42, y - h * 0.45), (x + w * 0.5, y - h)]) + smooth([(x + w * 0.5, y - h), (x, y - h * 0.86), (x - w * 0.5, y - h)]), color, 9)
    p.shape(rect(x - w * 0.18, y - h * 0.12, w * 0.36, h * 0.13), color, 7)
    for k in range(-2, 3):
        scroll(p, x + k * w * 0.15, y - h * 0.46 + abs(k) * h * 0.05, w * 0.04, 1.2, 1 if k % 2 else -1, 6)


def steam(p, x, y, s=1.0):
    for dx in (-34, 0, 34):
        p.line(smooth([(x + dx * s, y), (x + (dx - 18) * s, y - 50 * s), (x + (dx + 16) * s, y - 100 * s), (x + (dx - 8) * s, y - 160 * s)]), 8 * s, PAPER, 0.1)


def bananas(p, x, y, s=1.0, count=6):
    """A hand of bananas lying on its side; (x, y) is its crown."""
    with p.at(x, y, s):
        for k in range(count):
            start = math.radians(6 + k * 62 / (count - 1))
            spine, px, py = [], 0.0, 0.0
            for i in range(13):
                spine.append((px, py))
                d = start - math.radians(70) * (i / 12)
                px, py = px + 22 * math.cos(d), py + 22 * math.sin(d)
            left, right = [], []
            for i, (sx, sy) in enumerate(spine):
                q, r = spine[max(i - 1, 0)], spine[min(i + 1, 12)]
                d = math.dist(q, r)
                nx, ny = -(r[1] - q[1]) / d, (r[0] - q[0]) / d
                half = (8, 14, 22, 28, 32, 34, 35, 34, 32, 28, 22, 14, 9)[i]
                left.append((sx + nx * half, sy + ny * half))
                right.append((sx - nx * half, sy - ny * half))
            p.shape(left + right[::-1], HOE2, 8)
            p.line([(a * 0.7 + c * 0.3, b * 0.7 + e * 0.3) for (a, b), (c, e) in list(zip(left, right))[2:11]], 5)
            p.dot(spine[-1][0], spine[-1][1], 10)
        p.stroke(smooth([(14, 14), (-16, -14), (-60, -34)]), 40, LA2, 9)


def star(p, x, y, r, color=HOE2):
    pts = []
    for i in range(10):
        a = -math.pi / 2 + i * math.pi / 5
        k = r if i % 2 == 0 else r * 0.42
        pts.append((x + k * math.cos(a), y + k * math.sin(a)))
    p.shape(pts, color, 5)


def ear(p, x, y, angle, length, s=1.0):
    """An ear of rice, heavy with grain."""
    a = math.radians(angle)
    bend = 0.55 if math.cos(a) >= 0 else -0.55
    spine = [(x + math.cos(a + bend * t * t) * length * t, y + math.sin(a + bend * t * t * 1.4) * length * t + 60 * t * t * t) for t in [i / 12 for i in range(13)]]
    p.line(smooth(spine), 6 * s)
    for i in range(4, 13):
        sx, sy = spine[i]
        q = spine[i - 1]
        d = math.atan2(sy - q[1], sx - q[0])
        for side in (-0.7, 0.7):
            gx, gy = sx + math.cos(d + side) * 17 * s, sy + math.sin(d + side) * 17 * s
            ca, sa = math.cos(d + side * 0.6), math.sin(d + side * 0.6)
            grain_ = [(gx + ca * u * s - sa * v * s, gy + sa * u * s + ca * v * s) for u, v in ((-15, 0), (-4, -7), (15, 0), (-4, 7))]
            p.shape(smooth(grain_, True, 4), HOE2, 4)


def bee(p, x, y, s=1.0, flip=False):
    with p.at(x, y, s, flip):
        p.shape(ellipse(-6, -30, 16, 28), PAPER, 5)
        p.shape(ellipse(18, -30, 14, 26), CHAM3, 5)
        p.shape(ellipse(0, 0, 42, 24), HOE2, 6)
        for dx in (-20, -2, 16):
            p.line([(dx, -21), (dx + 3, 0), (dx, 21)], 9, INK, 0.8)
        p.shape(ellipse(-42, -4, 15, 15), INK, 4)
        p.line(smooth([(-50, -14), (-60, -26), (-68, -26)]), 4)


def lychee(p, x, y, r, color=SON2):
    p.shape(ellipse(x, y, r), color, 7)
    for _ in range(9):
        a, q = p.rng.uniform(0, 6.28), math.sqrt(p.rng.random()) * 0.75
        cx, cy = x + r * q * math.cos(a), y + r * q * math.sin(a)
        p.line([(cx - r * 0.14, cy), (cx, cy - r * 0.14), (cx + r * 0.14, cy)], 3.6, SON, 0.4, 0.2)
    p.line(ellipse(x, y, r * 0.66, r * 0.66, -70, -10), 5, SON3)


def teahills(p):
    """Round hills under rows of tea."""
    for points, color, light in (
            ([(-60, 620), (260, 520), (620, 610), (980, 520), (1380, 610), (1860, 520)], LA, LA2),
            ([(-60, 720), (360, 600), (860, 720), (1300, 610), (1860, 720)], LA2, LA),
            ([(-60, 830), (500, 700), (1050, 830), (1500, 740), (1860, 820)], LA, LA2)):
        top = smooth(points)
        p.shape(top + [(1860, 1240), (-60, 1240)], color, 9)
        for k in range(1, 7):
            row = []
            for x, y in top:
                yy = y + k * (26 + k * 2.4)
                row.append((x, yy))
            bumps = []
            for (x0, y0), (x1, y1) in zip(row[::2], row[2::2]):
                bumps += [((x0 * 3 + x1) / 4, (y0 * 3 + y1) / 4 - 7), ((x0 + x1) / 2, (y0 + y1) / 2 - 9), ((x0 + 3 * x1) / 4, (y0 + 3 * y1) / 4 - 7), (x1, y1)]
            p.line(bumps, 6, INK if k % 2 else light, 0.8)


def teapot(p, x, y, s=1.0, color=CHAM3):
    with p.at(x, y, s):
        p.stroke(smooth([(96, -110), (168, -120), (172, -50), (92, -36)]), 17, color, 8)
        p.shape(smooth([(-86, -70), (-150, -84), (-196, -150), (-170, -160), (-130, -118), (-80, -120)], True), color, 8)
        p.shape(smooth([(-60, -8), (-112, -50), (-112, -112), (-60, -156), (60, -156), (112, -112), (112, -50), (60, -8)], True), color, 10)
        p.shape(smooth([(-62, -152), (-40, -176), (0, -184), (40, -176), (62, -152), (0, -146)], True), color, 8)
        p.shape(ellipse(0, -194, 16), CHAM, 7)
        p.shape(rect(-52, -14, 104, 16), color, 7)
        p.line(smooth([(-86, -60), (-40, -46), (0, -60), (40, -46), (86, -60)]), 8, CHAM)
        lotus(p, 0, -74, 0.62, PAPER)


def cup(p, x, y, s=1.0, tea=HOE2):
    with p.at(x, y, s):
        p.shape(smooth([(-48, -74), (-42, -30), (-20, -6), (20, -6), (42, -30), (48, -74)]) + [(48, -74)], PAPER, 8)
        p.shape(ellipse(0, -74, 48, 15), tea, 7)
        p.line(smooth([(-36, -40), (-12, -28), (12, -40), (36, -30)]), 6, CHAM)
        p.shape(rect(-20, -8, 40, 10), PAPER, 6)


def sprig(p, x, y, angle, length, color=LA2):
    """A tea shoot: two leaves and a bud."""
    a = math.radians(angle)
    tip = (x + math.cos(a) * length, y + math.sin(a) * length)
    p.line([(x, y), ((x + tip[0]) / 2 + 3, (y + tip[1]) / 2), tip], 7, LA)
    for turn, k in ((-48, 0.9), (46, 0.8), (-4, 0.62)):
        b = math.radians(angle + turn)
        ex, ey = tip[0] + math.cos(b) * length * k, tip[1] + math.sin(b) * length * k
        nx, ny = -math.sin(b) * length * 0.17, math.cos(b) * length * 0.17
        mid = ((tip[0] + ex) / 2, (tip[1] + ey) / 2)
        p.shape(smooth([tip, (mid[0] + nx, mid[1] + ny), (ex, ey), (mid[0] - nx, mid[1] - ny)], True), color, 6)
        p.line([tip, mid, (ex * 0.9 + tip[0] * 0.1, ey * 0.9 + tip[1] * 0.1)], 4)


def basket(p, x, y, w, h, color=HOE2):
    body = trapezoid(x, y, w * 0.72, w, h)
    p.shape(body, color, 9)
    p.hatch(body, 22, 3, 40, BARK, 0)
    p.hatch(body, 22, 3, -40, BARK, 0)
    p.shape(smooth([(x - w * 0.53, y - h), (x, y - h + 12), (x + w * 0.53, y - h), (x + w * 0.52, y - h - 24), (x, y - h - 14), (x - w * 0.52, y - h - 24)], True), HOE, 7)
