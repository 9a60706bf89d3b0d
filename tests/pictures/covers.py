"""Covers of the handbook's articles on the styles of codes and on colours."""

from sheets import scene
from town import *  # noqa: F403


def code(p, x, y, q, kind="square", ground=PAPER, ink=INK, n=13, key=6):
    """A code that nothing can read, its white margin included; (x, y) is its middle."""
    p.shape(rect(x - q / 2, y - q / 2, q, q), ground, key)
    m = q * 0.80 / n
    x0, y0 = x - q * 0.40, y - q * 0.40
    on = [[p.rng.random() < 0.5 for _ in range(n)] for _ in range(n)]
    for i in range(n):
        for j in range(n):
            if (i < 5 and j < 5) or (i > n - 6 and j < 5) or (i < 5 and j > n - 6) or not on[i][j]:
                continue
            cx, cy = x0 + (i + 0.5) * m, y0 + (j + 0.5) * m
            if kind == "dots":
                p.dot(cx, cy, m * 0.44, ink)
            elif kind == "round":
                p.dot(cx, cy, m * 0.5, ink)
                if i + 1 < n and on[i + 1][j] and not ((i + 1 > n - 6 and j < 5) or (i + 1 < 5 and j > n - 6)):
                    p.flat(rect(cx, cy - m / 2, m, m), ink, 0.1)
                if j + 1 < n and on[i][j + 1] and not (i < 5 and j + 1 > n - 6):
                    p.flat(rect(cx - m / 2, cy, m, m), ink, 0.1)
            else:
                p.flat(rect(cx - m / 2, cy - m / 2, m, m), ink, 0.2)
    for i, j in ((0, 0), (n - 4, 0), (0, n - 4)):
        p.flat(rect(x0 + i * m, y0 + j * m, 4 * m, 4 * m), ink, 0.2)
        p.flat(rect(x0 + (i + 0.8) * m, y0 + (j + 0.8) * m, 2.4 * m, 2.4 * m), ground, 0.1)
        p.flat(rect(x0 + (i + 1.3) * m, y0 + (j + 1.3) * m, 1.4 * m, 1.4 * m), ink, 0.1)


def petals(p, x, y, w, count, h, color=SON2):
    """A row of lotus petals standing on the line y, the middle at x."""
    step = w / count
    for k in range(count):
        cx = x - w / 2 + step * (k + 0.5)
        p.shape([(cx - step * 0.52, y)] + smooth([(cx - step * 0.52, y), (cx - step * 0.50, y - h * 0.42), (cx - step * 0.26, y - h * 0.82), (cx, y - h)])[1:]
                + smooth([(cx, y - h), (cx + step * 0.26, y - h * 0.82), (cx + step * 0.50, y - h * 0.42), (cx + step * 0.52, y)])[1:], PANEL, 6)
        p.shape([(cx - step * 0.24, y)] + smooth([(cx - step * 0.24, y), (cx - step * 0.2, y - h * 0.32), (cx, y - h * 0.56)])[1:]
                + smooth([(cx, y - h * 0.56), (cx + step * 0.2, y - h * 0.32), (cx + step * 0.24, y)])[1:], color, 4)


def vine(p, x, y0, y1, s=1):
    pts = [(x + 9 * math.sin((y - y0) / 34), y) for y in range(int(y0), int(y1), 12)]
    p.line(pts, 4, INK, 0.9)
    for k, y in enumerate(range(int(y0) + 24, int(y1) - 20, 54)):
        d = 1 if k % 2 else -1
        p.shape(smooth([(x, y), (x + d * 12, y - 14), (x + d * 17, y - 1), (x + d * 8, y + 8)], True, 4), SON2, 3)


def stelecode(p, x, y, w, h):
    """A code in a stele: sun and clouds in the arch, vines at the sides, a foot of lotus petals."""
    p.shape(trapezoid(x, y, w * 1.30, w * 1.24, 44), STONE2, 8)
    petals(p, x, y - 44, w * 1.16, 7, 74)
    y -= 100
    top = [(x - w / 2, y), (x - w / 2, y - h * 0.74)] + ellipse(x, y - h * 0.74, w / 2, h * 0.26, 180, 360)[1:] + [(x + w / 2, y)]
    p.shape(top, STONE, 10)
    p.hatch([(x - w / 2, y), (x - w / 2, y - h * 0.8), (x - w * 0.455, y - h * 0.82), (x - w * 0.455, y)], 11, 3, 0)
    sun(p, x, y - h * 0.86, w * 0.085, SON2, 10)
    for s in (-1, 1):
        scroll(p, x + s * w * 0.24, y - h * 0.845, w * 0.06, 1.3, s, 6)
        p.line(smooth([(x + s * w * 0.24, y - h * 0.768), (x + s * w * 0.33, y - h * 0.765), (x + s * w * 0.42, y - h * 0.775)]), 5)
    p.line([(x - w * 0.44, y - h * 0.735), (x, y - h * 0.737), (x + w * 0.44, y - h * 0.735)], 7, INK, 0.8)
    for s in (-1, 1):
        vine(p, x + s * w * 0.42, y - h * 0.70, y - 20)
    code(p, x, y - h * 0.40, w * 0.70)
    p.line([(x - w * 0.22, y - h * 0.095), (x, y - h * 0.095), (x + w * 0.22, y - h * 0.095)], 9, SON, 0.8)
    p.line([(x - w * 0.13, y - h * 0.055), (x, y - h * 0.055), (x + w * 0.13, y - h * 0.055)], 6, SON, 0.8)


def drumcode(p, x, y, r):
    """A code in the face of a bronze drum, which hangs in a wooden frame."""
    for s in (-1, 1):
        p.shape(rect(x + s * (r + 34) - 17, y - r - 90, 34, r * 2 + 190), BARK, 8)
        p.shape(trapezoid(x + s * (r + 34), y + r + 118, 120, 70, 34), BARK, 8)
    bar = smooth([(x - r - 92, y - r - 106), (x - r * 0.5, y - r - 76), (x, y - r - 70), (x + r * 0.5, y - r - 76), (x + r + 92, y - r - 106)])
    p.stroke(bar, 36, SON, 9)
    for s in (-1, 1):
        p.line([(x + s * r * 0.5, y - r - 60), (x + s * r * 0.48, y - r - 20), (x + s * r * 0.44, y - r * 0.86)], 12, HOE, 0.9)
    p.shape(ellipse(x, y, r), HOE2, 10)
    p.shape(ellipse(x, y, r * 0.93), HOE3, 5)
    for i in range(72):
        a = 2 * math.pi * i / 72
        p.line([(x + r * k * math.cos(a), y + r * k * math.sin(a)) for k in (0.945, 0.965, 0.99)], 4, INK, 0.8, 0.2)
    for i in range(30):
        a = 2 * math.pi * i / 30
        p.shape(ellipse(x + r * 0.86 * math.cos(a), y + r * 0.86 * math.sin(a), r * 0.042), HOE2, 3)
        p.dot(x + r * 0.86 * math.cos(a), y + r * 0.86 * math.sin(a), r * 0.014)
    p.shape(ellipse(x, y, r * 0.78), HOE2, 6)
    for i in range(16):
        a = 2 * math.pi * i / 16
        p.shape([(x + r * 0.3 * math.cos(a - 0.22), y + r * 0.3 * math.sin(a - 0.22)), (x + r * 0.755 * math.cos(a), y + r * 0.755 * math.sin(a)),
                 (x + r * 0.3 * math.cos(a + 0.22), y + r * 0.3 * math.sin(a + 0.22))], SON2, 4)
    code(p, x, y, r * 0.92)


def lotuscode(p, x, y, w, h):
    """A code under an arch like a bodhi leaf, which an open lotus carries."""
    leaf_ = smooth([(x - w * 0.34, y), (x - w * 0.50, y - h * 0.28), (x - w * 0.47, y - h * 0.60), (x - w * 0.22, y - h * 0.84), (x - w * 0.06, y - h * 0.93), (x, y - h * 1.06)]) \
        + smooth([(x, y - h * 1.06), (x + w * 0.06, y - h * 0.93), (x + w * 0.22, y - h * 0.84), (x + w * 0.47, y - h * 0.60), (x + w * 0.50, y - h * 0.28), (x + w * 0.34, y)])[1:]
    p.shape(leaf_, LA2, 10)
    inner = [(x + (a - x) * 0.9, y - h * 0.02 + (b - y) * 0.9) for a, b in leaf_]
    p.shape(inner, PANEL, 6)
    for s in (-1, 1):
        for k in range(3):
            p.line(smooth([(x + s * w * 0.03, y - h * (0.80 - k * 0.02)), (x + s * w * (0.12 + k * 0.04), y - h * (0.78 - k * 0.035)), (x + s * w * (0.22 + k * 0.05), y - h * (0.71 - k * 0.045))]), 4.5, LA)
    code(p, x, y - h * 0.34, w * 0.58)
    for dx, hh, c in ((-0.44, 0.20, SON3), (0.44, 0.20, SON3), (-0.28, 0.22, PAPER), (0.28, 0.22, PAPER), (-0.13, 0.2, SON3), (0.13, 0.2, SON3), (0, 0.17, PAPER)):
        bx = x + dx * w
        p.shape(smooth([(x + dx * w * 0.5, y + 42), (bx - w * 0.10, y + 4), (bx + dx * 40, y - h * hh * 0.55), (bx + w * 0.10, y + 8)], True), c, 7)


def smallsign(p, x, y, w, kind):
    """A plate on a post."""
    top = y - w * 1.75
    p.stroke([(x, y), (x, top + w)], 18, BARK)
    if kind == "lacquer":
        p.shape(rect(x - w * 0.62, top - w * 0.14, w * 1.24, w * 1.28), INK, 8)
        p.shape(rect(x - w * 0.56, top - w * 0.08, w * 1.12, w * 1.16), SON, 5)
        for k in range(7):
            for yy in (top - w * 0.022, top + w * 1.055):
                p.line(ellipse(x + (k - 3) * w * 0.155, yy, w * 0.06, w * 0.045, 180, 360, 6), 5, HOE2, 0.8, 0.2)
        for k in range(6):
            for xx in (x - w * 0.51, x + w * 0.51):
                p.line(ellipse(xx, top + w * (0.14 + k * 0.155), w * 0.035, w * 0.05, 180, 360, 6), 5, HOE2, 0.8, 0.2)
        code(p, x, top + w * 0.5, w * 0.88, n=13, key=5)
        return
    color = {"square": SON, "dots": CHAM, "round": LA}[kind]
    p.shape(rect(x - w * 0.56, top - w * 0.06, w * 1.12, w * 1.34), color, 8)
    code(p, x, top + w * 0.5, w * 0.96, kind, n=13, key=5)
    p.line([(x - w * 0.34, top + w * 1.13), (x, top + w * 1.13), (x + w * 0.34, top + w * 1.13)], 9, HOE3, 0.8)


@scene("articles/kieu-ma-qr/photos/bay-kieu-ma.jpg")
def seven(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1620, 150, 70)
    cloud(p, 250, 130, 0.8)
    cloud(p, 1250, 110, 0.7, flip=True)
    hill(p, [(-60, 560), (300, 470), (720, 560), (1150, 470), (1500, 560), (1860, 480)], LA2, 12)
    # A wall with a coping of tiles.
    brick(p, -40, 640, 1880, 190, SON3, 28)
    cope = [(-40, 650), (-40, 600), (1840, 600), (1840, 650)]
    p.shape(cope, SON2, 8)
    scales(p, cope, 30)
    ground(p, HOE3, 820)
    bamboo(p, 40, 850, 1.0)
    areca(p, 1745, 850, 1.2)
    drumcode(p, 374, 500, 236)
    # A pond of stone for the lotus.
    p.shape(ellipse(1430, 858, 310, 78), STONE, 9)
    pond = ellipse(1430, 850, 276, 58)
    p.shape(pond, CHAM2, 7)
    with p.inside(pond):
        waves(p, 1140, 1720, 826, 34, 6, CHAM2)
    lotuscode(p, 1430, 800, 450, 560)
    p.shape(smooth([(560, 1090), (720, 1030), (910, 1014), (1100, 1030), (1250, 1090), (1090, 1130), (910, 1142), (720, 1130)], True), LA3, 8)
    stelecode(p, 905, 1090, 430, 800)
    smallsign(p, 150, 1172, 158, "square")
    smallsign(p, 430, 1182, 158, "dots")
    smallsign(p, 1370, 1182, 158, "round")
    smallsign(p, 1640, 1172, 158, "lacquer")
    tufts(p, (20, 1120, 1780, 1190), 20)


# --- the cover on colours ---------------------------------------------------------------------------------------------
def page(p, x, y, w, paper, ink, main, second, ornament, tilt=0.0):
    """A printed sheet that shows a page: bar, picture, heading, lines, button; hung by two pegs at its upper edge."""
    h = w * 1.5
    def q(px, py):
        return (x + px * w + tilt * py * w * 0.06, y + py * h)
    def box(a, b, c, d):
        return [q(a, b), q(c, b), q(c, d), q(a, d)]
    p.shape(box(-0.5, 0, 0.5, 1), paper, 9)
    p.shape(box(-0.5, 0, 0.5, 0.09), main, 6)
    for k in range(3):
        a, b = q(0.04 + k * 0.10, 0.045)
        p.dot(a, b, w * 0.02, paper)
    a, b = q(-0.24, 0.045)
    p.shape(ellipse(a, b, w * 0.034), ornament, 4)
    view = box(-0.42, 0.14, 0.42, 0.50)
    p.shape(view, second, 7)
    with p.inside(view):
        cx, cy = q(0.2, 0.23)
        p.shape(ellipse(cx, cy, w * 0.095), paper if main == CHAM else ornament if ornament == HOE2 else HOE2, 5)
        p.shape(ellipse(cx, cy, w * 0.06), main, 5)
        hl = smooth([q(-0.6, 0.44), q(-0.2, 0.36), q(0.2, 0.43), q(0.6, 0.37)]) + [q(0.6, 0.6), q(-0.6, 0.6)]
        p.shape(hl, ornament, 6)
        bx, by = q(-0.08, 0.475)
        p.shape(trapezoid(bx, by, w * 0.34, w * 0.34, w * 0.13), paper, 5)
        roof(p, bx, by - w * 0.12, w * 0.46, w * 0.15, main, 0.30, 0.6, 14, False)
    p.line([q(-0.42, 0.56), q(-0.1, 0.56), q(0.24, 0.56)], w * 0.05, ink, 0.85)
    for k in range(5):
        e = (0.42, 0.40, 0.42, 0.36, 0.1)[k]
        p.line([q(-0.42, 0.63 + k * 0.045), q(0, 0.63 + k * 0.045), q(e, 0.63 + k * 0.045)], w * 0.022, ink, 0.9)
    p.shape(box(-0.42, 0.87, 0.02, 0.95), main, 5)
    p.shape(box(0.08, 0.87, 0.42, 0.95), second, 5)
    for px in (-0.36, 0.36):
        a, b = q(px, 0)
        p.shape(rect(a - 9, b - 34, 18, 58), HOE2, 5)


def pot(p, x, y, w, color, glaze=PAPER, band=CHAM):
    """A bowl of colour with a brush across it."""
    h = w * 0.52
    p.shape(smooth([(x - w * 0.5, y - h), (x - w * 0.44, y - h * 0.4), (x - w * 0.22, y - 6), (x + w * 0.22, y - 6), (x + w * 0.44, y - h * 0.4), (x + w * 0.5, y - h)]) + [(x + w * 0.5, y - h)], glaze, 8)
    p.shape(ellipse(x, y - h, w * 0.5, w * 0.15), glaze, 7)
    p.shape(ellipse(x, y - h + 4, w * 0.42, w * 0.11), color, 5)
    p.line(smooth([(x - w * 0.40, y - h * 0.44), (x - w * 0.15, y - h * 0.26), (x + w * 0.15, y - h * 0.26), (x + w * 0.40, y - h * 0.44)]), 8, band)
    p.shape(rect(x - w * 0.2, y - 10, w * 0.4, 14), glaze, 6)


def brush(p, x, y, angle, length, color):
    a = math.radians(angle)
    def at(k, side=0.0):
        return (x + math.cos(a) * length * k - math.sin(a) * side, y + math.sin(a) * length * k + math.cos(a) * side)
    p.stroke([at(0.22), at(0.6), at(1)], 17, HOE2, 7)
    p.shape(smooth([at(0), at(0.10, 15), at(0.24, 15), at(0.24, -15), at(0.10, -15)], True, 5), color, 6)
    p.shape([at(0.22, 14), at(0.31, 12), at(0.31, -12), at(0.22, -14)], BARK, 5)


def block(p, x, y, w, h):
    """A carved woodblock lying aslant, its cut face up."""
    out = [(x - w * 0.5, y), (x - w * 0.40, y - h), (x + w * 0.5, y - h), (x + w * 0.42, y)]
    p.shape([(x - w * 0.5, y), (x + w * 0.42, y), (x + w * 0.42, y + 26), (x - w * 0.5, y + 26)], BARK, 8)
    p.shape([(x + w * 0.42, y), (x + w * 0.5, y - h), (x + w * 0.5, y - h + 26), (x + w * 0.42, y + 26)], BARK, 8)
    p.shape(out, HOE, 8)
    lotus(p, x - w * 0.16, y - h * 0.2, h / 150, HOE3)
    scroll(p, x + w * 0.2, y - h * 0.55, h * 0.26, 1.4, 1, 7)
    for k in range(3):
        p.line([(x + w * 0.06, y - h * 0.12 - k * 10), (x + w * 0.18, y - h * 0.12 - k * 10), (x + w * 0.34, y - h * 0.12 - k * 10)], 4)


@scene("articles/giao-dien/photos/ba-bo-mau.jpg")
def colours(p):
    p.flat(rect(-20, -20, p.width + 40, p.height + 40), HOE3)
    # A workshop: planks, a window, the line on which sheets dry.
    for k in range(8):
        x = 20 + k * 252
        p.line([(x, -20), (x + 3, 400), (x, 880)], 4, BARK, 0.9)
    p.line(smooth([(-40, 118), (460, 150), (900, 158), (1340, 150), (1840, 118)]), 9, BARK, 0.9)
    page(p, 330, 142, 450, PAPER, INK, SON, CHAM3, LA2, 1)
    page(p, 900, 158, 450, "#241a14", HOE3, SON2, SON, HOE2, -0.4)
    page(p, 1470, 142, 450, "#fbfaf4", CHAM, CHAM, CHAM3, CHAM2, -1)
    p.shape([(-40, 900), (p.width + 40, 900), (p.width + 40, p.height + 40), (-40, p.height + 40)], SON2, 10)
    for y in (985, 1085, 1170):
        p.line([(-40, y), (600, y + 3), (1200, y - 2), (p.width + 40, y + 2)], 5, INK, 0.8)
    for _ in range(14):
        x, y = p.rng.uniform(0, p.width), p.rng.uniform(930, p.height)
        p.line(smooth([(x, y), (x + 60, y + 4), (x + 150, y)]), 4)
    # Before each sheet, the colours that it is made of.
    pot(p, 220, 1050, 210, SON)
    pot(p, 430, 1020, 180, INK)
    brush(p, 372, 1112, 9, 240, INK)
    pot(p, 770, 1050, 200, INK, BARK, HOE2)
    pot(p, 985, 1022, 180, HOE2, BARK, HOE2)
    brush(p, 640, 1160, -6, 260, HOE2)
    pot(p, 1330, 1050, 210, CHAM, "#fbfaf4", CHAM2)
    pot(p, 1545, 1022, 180, CHAM3, "#fbfaf4", CHAM2)
    brush(p, 1390, 1150, -14, 250, CHAM)
    block(p, 1080, 1150, 300, 96)
    brush(p, 80, 1160, -7, 236, SON)
