"""Parts for streets, rooms and markets: houses, awnings, shelves, motorbikes, milestones."""

from goods import *  # noqa: F403


def house(p, x, y, w, h, color=HOE3, floors=3, awning=SON2, shop=True, top="tiles"):
    """A tube house seen from the street; (x, y) is its lower left corner."""
    p.shape(rect(x, y - h, w, h), color, 9)
    p.hatch(rect(x + 2, y - h + 2, w * 0.14, h - 4), 13, 2.6)
    ground_ = h / (floors + 0.35) * 1.2
    rest = (h - ground_) / (floors - 1) if floors > 1 else 0
    for i in range(floors - 1):
        fy = y - ground_ - i * rest
        count = 2 if w > 170 else 1
        for k in range(count):
            cx = x + w * (k + 0.5) / count + (w * 0.04 if count == 1 else 0)
            ww, hh = w / count * 0.46, rest * 0.62
            p.shape(rect(cx - ww / 2, fy - rest * 0.16 - hh, ww, hh), INK, 6)
            for s in (-1, 1):
                sh = rect(cx + s * ww * 0.5 - (ww * 0.42 if s < 0 else 0), fy - rest * 0.16 - hh, ww * 0.42, hh)
                p.shape(sh, LA if (i + k) % 2 == 0 else CHAM2, 5)
                p.hatch(sh, 9, 2.2, 0, broken=0)
        p.shape(rect(x - 8, fy - 12, w + 16, 18), PANEL, 6)
        if i == 0 and floors > 1:
            for k in range(7):
                p.line([(x + w * (k + 0.5) / 7, fy - 12), (x + w * (k + 0.5) / 7, fy - 34), (x + w * (k + 0.5) / 7, fy - 52)], 5, INK, 0.9)
            p.line([(x, fy - 54), (x + w / 2, fy - 53), (x + w, fy - 54)], 8, INK, 0.9)
    if shop:
        p.shape(rect(x + w * 0.1, y - ground_ * 0.72, w * 0.8, ground_ * 0.72), BARK, 7)
        awning_(p, x + w / 2, y - ground_ * 0.9, w * 1.04, ground_ * 0.32, awning)
    else:
        p.shape(rect(x + w * 0.3, y - ground_ * 0.74, w * 0.4, ground_ * 0.74), SON, 7)
        p.line([(x + w * 0.5, y - ground_ * 0.72), (x + w * 0.5, y - ground_ * 0.4), (x + w * 0.5, y)], 5)
    if top == "tiles":
        out = [(x - 18, y - h + 6), (x + w * 0.08, y - h - w * 0.26), (x + w * 0.92, y - h - w * 0.26), (x + w + 18, y - h + 6)]
        p.shape(out, SON2, 8)
        scales(p, out, 24)
    elif top == "gable":
        out = [(x - 10, y - h + 4), (x + w * 0.2, y - h - 30), (x + w * 0.34, y - h - 34), (x + w * 0.5, y - h - 86), (x + w * 0.66, y - h - 34), (x + w * 0.8, y - h - 30), (x + w + 10, y - h + 4)]
        p.shape(out, PAPER, 8)
        flower(p, x + w / 2, y - h - 30, 20, HOE2)
    else:
        p.shape(rect(x - 12, y - h - 26, w + 24, 34), PAPER, 7)
        bush(p, x + w * 0.6, y - h - 22, 0.5, LA)


def awning_(p, x, y, w, h, color=SON2, other=PAPER, bands=7):
    """A striped awning with a scalloped edge; (x, y) is the middle of its upper edge."""
    for k in range(bands):
        a0, a1 = -0.44 + 0.88 * k / bands, -0.44 + 0.88 * (k + 1) / bands
        b0, b1 = -0.5 + k / bands, -0.5 + (k + 1) / bands
        strip = [(x + a0 * w, y), (x + a1 * w, y), (x + b1 * w, y + h * 0.74)] + ellipse(x + (b0 + b1) / 2 * w, y + h * 0.74, w / bands / 2, h * 0.26, 0, 180) + [(x + b0 * w, y + h * 0.74)]
        p.shape(strip, color if k % 2 == 0 else other, 6)


def stall(p, x, y, w, color, goods=0, code=True):
    """A stall with two posts, an awning and a heap of something; (x, y) is the middle of its foot."""
    h = w * 0.98
    for s in (-1, 1):
        p.stroke([(x + s * w * 0.42, y), (x + s * w * 0.42, y - h * 0.86)], 12, HOE2, 7)
    p.shape(rect(x - w * 0.46, y - h * 0.40, w * 0.92, h * 0.40), PANEL, 8)
    p.hatch(rect(x - w * 0.46, y - h * 0.36, w * 0.92, h * 0.34), 24, 3, 90, broken=0)
    top = y - h * 0.40
    heaps(p, x - w * 0.05, top, w * 0.8, goods)
    p.shape(rect(x - w * 0.5, top - 10, w, 22), HOE2, 7)
    if code:
        plate(p, x + w * 0.26, y - h * 0.06, w * 0.19)
    awning_(p, x, y - h, w * 1.12, h * 0.28, color)


def heaps(p, x, top, w, kind):
    if kind == 0:
        for row, n in ((0, 6), (1, 5), (2, 3)):
            for k in range(n):
                p.shape(ellipse(x + (k - (n - 1) / 2) * w * 0.15, top - w * 0.08 - row * w * 0.11, w * 0.08), SON2 if (k + row) % 3 else HOE2, 6)
    elif kind == 1:
        for k in range(3):
            p.shape(smooth([(x - w * 0.42 + k * w * 0.3, top), (x - w * 0.38 + k * w * 0.3, top - w * 0.26), (x - w * 0.28 + k * w * 0.3, top - w * 0.3), (x - w * 0.18 + k * w * 0.3, top - w * 0.26), (x - w * 0.14 + k * w * 0.3, top)]) + [(x - w * 0.14 + k * w * 0.3, top + 6)], (LA, PAPER, HOE2)[k], 7)
            flower(p, x - w * 0.28 + k * w * 0.3, top - w * 0.14, w * 0.06, HOE2 if k < 2 else SON2, 6)
    elif kind == 2:
        for k in range(4):
            jar(p, x - w * 0.36 + k * w * 0.24, top, w * 0.19, w * 0.24, HOE2 if k % 2 else HOE, SON if k % 2 else LA, False)
    elif kind == 3:
        for k in range(3):
            p.shape(ellipse(x - w * 0.26 + k * w * 0.26, top - w * 0.16, w * 0.16), HOE3 if k % 2 else PAPER, 7)
            for _ in range(8):
                p.dot(x - w * 0.26 + k * w * 0.26 + p.rng.uniform(-0.1, 0.1) * w, top - w * 0.16 + p.rng.uniform(-0.1, 0.1) * w, 3)
    else:
        for k in range(4):
            with p.at(x - w * 0.36 + k * w * 0.24, top + 6, w / 330):
                for a in (-130, -50, -110, -70, -90):
                    leaf(p, 0, 0, a, 110, 20, LA if a % 20 else LA2, 3, 6)


def motorbike(p, x, y, s=1.0, color=SON2, flip=False, rider=None):
    with p.at(x, y, s, flip):
        for wx in (-88, 92):
            p.shape(ellipse(wx, -42, 44), INK, 6)
            p.shape(ellipse(wx, -42, 28), STONE, 5)
            p.shape(ellipse(wx, -42, 8), INK, 4)
        p.stroke([(92, -44), (66, -120), (54, -156)], 13, STONE, 7)
        p.shape(smooth([(-128, -104), (-60, -118), (-10, -92), (34, -60), (64, -128), (84, -118), (70, -44), (10, -34), (-50, -48), (-70, -82)], True), color, 8)
        p.shape(smooth([(-120, -112), (-70, -132), (-6, -116), (-10, -102), (-66, -108)], True), INK, 6)
        p.stroke([(38, -160), (66, -154)], 11, INK, 5)
        p.shape(ellipse(82, -132, 14, 12), HOE3, 6)
        if rider:
            shirt, hat = rider
            p.stroke(smooth([(-44, -130), (16, -118), (20, -50)]), 26, INK, 7)
            p.shape(smooth([(-70, -126), (-64, -200), (-40, -226), (-8, -214), (-8, -126)], True), shirt, 7)
            p.stroke(smooth([(-26, -204), (10, -172), (50, -160)]), 19, shirt, 7)
            p.shape(ellipse(54, -160, 11), SKIN, 5)
            p.stroke([(-28, -230), (-28, -222)], 17, SKIN, 5)
            p.shape(ellipse(-26, -254, 26, 29), SKIN, 7)
            p.dot(-12, -256, 3.4)
            p.line(smooth([(-16, -242), (-10, -239), (-5, -243)]), 4)
            if hat == "non":
                p.shape([(-86, -258), (-30, -314), (-22, -314), (34, -258)] + smooth([(34, -258), (-26, -248), (-86, -258)]), HOE3, 7)
            else:
                p.shape([(-56, -254)] + ellipse(-26, -258, 30, 30, 180, 360) + [(6, -254)], hat, 7)
                p.line([(-54, -260), (-26, -258), (4, -260)], 5)


def milestone(p, x, y, s=1.0):
    """A national road's kilometer stone: white, with a red head."""
    with p.at(x, y, s):
        p.shape(rect(-66, -16, 132, 20), STONE, 8)
        p.shape([(-50, -12), (-50, -130)] + ellipse(0, -130, 50, 48, 180, 360) + [(50, -130), (50, -12)], PAPER, 9)
        p.shape([(-50, -116), (-50, -130)] + ellipse(0, -130, 50, 48, 180, 360) + [(50, -130), (50, -116)], SON2, 6)
        for k in range(2):
            p.line([(-28, -86 + k * 30), (0, -86 + k * 30), (28, -86 + k * 30)], 11, INK, 0.9)


def streetsign(p, x, y, s=1.0):
    with p.at(x, y, s):
        p.stroke([(0, 0), (0, -330)], 14, STONE, 7)
        p.shape(rect(-10, -340, 230, 74), CHAM, 8)
        p.line([(14, -312), (110, -313), (196, -312)], 9, PAPER, 0.9)
        p.line([(44, -290), (110, -291), (166, -290)], 9, PAPER, 0.9)


def lamp(p, x, y, s=1.0, flip=False):
    with p.at(x, y, s, flip):
        p.stroke(smooth([(0, 0), (0, -380), (20, -440), (90, -450)]), 12, STONE2, 7)
        p.shape(smooth([(70, -452), (140, -444), (130, -430), (80, -434)], True), HOE3, 6)


def books(p, x, y, w, h):
    """A row of spines standing on (x .. x + w, y)."""
    cx = x
    while cx < x + w - 24:
        bw = p.rng.uniform(22, 44)
        bh = h * p.rng.uniform(0.68, 0.96)
        c = (SON, SON2, CHAM, CHAM2, LA, LA2, HOE, HOE2, PAPER, BARK)[p.rng.randrange(10)]
        if p.rng.random() < 0.09 and cx < x + w - 110:
            lean = [(cx, y), (cx + 34, y), (cx + 34 + h * 0.28, y - bh * 0.9), (cx + h * 0.28, y - bh * 0.95)]
            p.shape(lean, c, 6)
            cx += 40 + h * 0.28
            continue
        p.shape(rect(cx, y - bh, bw, bh), c, 6)
        light = HOE3 if c in (SON, SON2, CHAM, LA, BARK, HOE) else INK
        for k in (0.16, 0.24, 0.8):
            p.line([(cx + 4, y - bh * k), (cx + bw / 2, y - bh * k), (cx + bw - 4, y - bh * k)], 4, light, 0.9, 0.3)
        cx += bw + 3


def bookcase(p, x, y, w, h, shelves=4, color=HOE, back=BARK):
    p.shape(rect(x - w / 2 - 20, y - h - 20, w + 40, h + 20), color, 10)
    p.shape(rect(x - w / 2, y - h, w, h - 24), back, 7)
    step = (h - 24) / shelves
    for i in range(shelves):
        fy = y - h + (i + 1) * step
        books(p, x - w / 2 + 10, fy - 8, w - 20, step - 22)
        p.shape(rect(x - w / 2 - 4, fy - 10, w + 8, 20), color, 7)
    out = smooth([(x - w / 2 - 34, y - h - 14), (x - w * 0.25, y - h - 30), (x, y - h - 86), (x + w * 0.25, y - h - 30), (x + w / 2 + 34, y - h - 14)])
    p.shape(out, color, 9)
    lotus(p, x, y - h - 22, 0.55, SON3)


def reader(p, x, y, s=1.0, shirt=SON2, hat="hair", book=HOE3, flip=False):
    """Sits cross-legged, an open book in the lap."""
    with p.at(x, y, s, flip):
        p.shape(smooth([(-86, -6), (-70, -44), (0, -56), (70, -44), (86, -6), (0, 6)], True), CHAM if shirt != CHAM else INK, 8)
        p.line(smooth([(-50, -14), (0, -30), (50, -14)]), 5)
        with p.at(0, 50, 1.0):
            body = smooth([(-22, -188), (-40, -170), (-37, -110), (-36, -80), (0, -74), (36, -80), (37, -110), (40, -170), (22, -188)])
            p.shape(body, shirt, 7)
            for sd in (-1, 1):
                p.stroke(smooth([(sd * 33, -166), (sd * 54, -120), (sd * 34, -98)]), 20, shirt, 7)
            p.stroke([(0, -196), (0, -184)], 18, SKIN, 6)
            p.shape(ellipse(0, -220, 27, 31), SKIN, 7)
            p.line(smooth([(-15, -216), (-9, -213), (-4, -216)]), 4)
            p.line(smooth([(5, -216), (11, -213), (16, -216)]), 4)
            p.line(smooth([(-5, -203), (1, -200), (7, -203)]), 4)
            p.dot(-17, -206, 4.6, SON3)
            p.dot(18, -206, 4.6, SON3)
            hats(p, hat)
        p.shape([(0, -36), (-64, -54), (-60, -6), (0, 8)], PAPER, 7)
        p.shape([(0, -36), (64, -54), (60, -6), (0, 8)], book, 7)
        for k in range(3):
            p.line([(-52, -40 + k * 12), (-30, -34 + k * 12), (-10, -28 + k * 12)], 3)
        for sd in (-1, 1):
            p.shape(ellipse(sd * 60, -28, 11), SKIN, 5)


def drumstar(p, x, y, r):
    """The star of a bronze drum between its rings."""
    p.shape(ellipse(x, y, r), HOE2, 8)
    p.shape(ellipse(x, y, r * 0.82), HOE3, 6)
    for i in range(28):
        a = 2 * math.pi * i / 28
        p.dot(x + r * 0.91 * math.cos(a), y + r * 0.91 * math.sin(a), r * 0.028)
    for i in range(14):
        a = 2 * math.pi * i / 14
        p.shape([(x + r * 0.18 * math.cos(a - 0.2), y + r * 0.18 * math.sin(a - 0.2)), (x + r * 0.72 * math.cos(a), y + r * 0.72 * math.sin(a)),
                 (x + r * 0.18 * math.cos(a + 0.2), y + r * 0.18 * math.sin(a + 0.2))], SON2, 4)
    p.shape(ellipse(x, y, r * 0.17), SON, 5)
