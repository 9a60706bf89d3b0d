"""The products of the sample site."""

from goods import *  # noqa: F403
from sheets import scene

# A step closer than the landscapes: the goods are what matters.
NEAR = (110, 147, 1580, 1053.3)


@scene("products/yen-tho-minh-anh/photos/san-pham.jpg", crop=NEAR)
def nests(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1450, 335, 84)
    cloud(p, 900, 310, 0.9)
    hill(p, [(-60, 600), (260, 480), (620, 590), (1000, 470), (1400, 590), (1860, 500)], CHAM2, 12)
    hill(p, [(-60, 740), (400, 680), (900, 740), (1400, 670), (1860, 740)], LA2, 12)
    # The house that people build for swiftlets: walls without windows, small openings.
    p.shape(rect(170, 330, 360, 560), PANEL, 10)
    p.hatch(rect(172, 332, 70, 556), 13, 3)
    p.shape(rect(330, 230, 200, 110), PAPER, 9)
    p.shape(rect(150, 318, 400, 26), STONE, 8)
    p.shape(rect(400, 262, 62, 46), INK, 6)
    for i in range(4):
        for j in range(3):
            p.shape(ellipse(300 + j * 82, 410 + i * 96, 13), INK, 5)
    birds(p, ((640, 230, 1.0), (740, 330, 0.8), (620, 420, 0.7), (830, 470, 0.9), (1260, 500, 1.0), (1180, 380, 0.7), (1300, 240, 0.9), (720, 520, 0.6), (1120, 520, 0.8)), 9)
    mat(p)
    tray(p, 960, 1010, 560, 150)

    def nest(x, y, s, feathers):
        with p.at(x, y, s):
            cup_ = smooth([(-150, -66), (-136, 4), (-80, 54), (0, 70), (80, 54), (136, 4), (150, -66), (90, -44), (0, -36), (-90, -44)], True)
            p.shape(cup_, PAPER, 9)
            with p.inside(cup_):
                for k in range(22):
                    y0 = -60 + k * 6
                    p.line(smooth([(-150, y0 - 30), (-60, y0 + p.rng.uniform(0, 16)), (40, y0 + p.rng.uniform(0, 16)), (150, y0 - 30)]), 3.6, BARK if k % 3 else INK, 0.3)
            p.line(smooth([(-150, -66), (-90, -44), (0, -36), (90, -44), (150, -66)]), 7)
            for k in range(feathers):
                fx, fy = p.rng.uniform(-100, 100), p.rng.uniform(-10, 44)
                p.line(smooth([(fx, fy), (fx + 14, fy - 8), (fx + 30, fy - 6)]), 8, BARK, 0.2)
    for x, y, s, f in ((680, 960, 0.86, 5), (1240, 960, 0.86, 4), (960, 930, 0.9, 4), (800, 1050, 1.0, 6), (1110, 1052, 1.02, 5)):
        nest(x, y, s, f)


@scene("products/chuoi-say-deo-tra-nhung/photos/san-pham.jpg", crop=NEAR)
def dried_bananas(p):
    sky(p, HOE3, PAPER)
    sun(p, 1450, 335, 84)
    cloud(p, 900, 320, 0.95)
    hill(p, [(-60, 620), (300, 540), (700, 620), (1150, 530), (1860, 620)], LA2, 12)
    ground(p, LA3, 720)
    bananatree(p, 210, 880, 1.35, fruit=True)
    bananatree(p, 560, 830, 0.95, True)
    bananatree(p, 1640, 880, 1.3, True, True)
    bananatree(p, 1330, 830, 0.9)
    table(p)
    pouch(p, 1430, 1110, 330, 420, SON, lambda q, x, y, r: bananas(q, x - r * 0.75, y - r * 0.5, r / 165, 4))
    tray(p, 870, 1050, 360, 112)
    for row, (y, n) in enumerate(((985, 5), (1035, 6), (1085, 5))):
        for k in range(n):
            x = 870 + (k - (n - 1) / 2) * 104 + p.rng.uniform(-8, 8)
            p.shape(smooth([(x - 58, y + 4), (x - 36, y - 22), (x + 20, y - 24), (x + 56, y - 4), (x + 30, y + 22), (x - 30, y + 24)], True), HOE if (k + row) % 2 else HOE2, 7)
            p.line(smooth([(x - 40, y + 2), (x, y - 6), (x + 36, y)]), 5)
            for d in (-16, 2, 20):
                p.dot(x + d, y + 8, 3)
    bananas(p, 250, 960, 1.25, 5)


@scene("products/mat-ong-sun-bee/photos/san-pham.jpg", crop=NEAR)
def honey(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1450, 335, 84)
    cloud(p, 420, 320, 1.0)
    hill(p, [(-60, 600), (300, 490), (700, 590), (1100, 480), (1500, 580), (1860, 500)], CHAM2, 12)
    hill(p, [(-60, 700), (450, 640), (950, 700), (1450, 640), (1860, 700)], LA2, 12)
    ground(p, LA, 760)
    for row in range(3):
        for k in range(12):
            x, y = -20 + k * 165 + row * 70, 800 + row * 36 - 60
            p.line([(x, y + 90), (x + 4, y + 40), (x, y)], 8, LA2)
            flower(p, x, y, 34 + row * 6, HOE2, 10)
    table(p, SON2)
    jar(p, 900, 1110, 360, 400, HOE2, SON)
    jar(p, 1270, 1080, 270, 300, HOE, LA)
    # A comb on a plate, and the dipper.
    p.shape(ellipse(430, 1090, 260, 60), PAPER, 9)
    comb = [(240, 1080), (270, 900), (470, 860), (620, 930), (610, 1080), (430, 1104)]
    p.shape(comb, HOE, 10)
    with p.inside(comb):
        for j in range(7):
            for i in range(9):
                cx, cy = 230 + i * 56 + (28 if j % 2 else 0), 850 + j * 46
                cell = [(cx + 26 * math.cos(a), cy + 28 * math.sin(a)) for a in [math.pi / 6 + k * math.pi / 3 for k in range(6)]]
                p.shape(cell, (HOE2, HOE3, HOE2, HOE)[(i * 3 + j) % 4], 6)
    p.shape(smooth([(560, 1080), (640, 1100), (700, 1130), (640, 1150), (520, 1130)], True), HOE2, 7)
    p.stroke([(1500, 880), (1640, 1060)], 18, HOE3, 8)
    for k in range(5):
        p.shape(ellipse(1500 - k * 13, 880 - k * 17 + 20, 40 - abs(k - 2) * 6, 15), HOE, 6)
    bowl(p, 1560, 1130, 260, 110, PAPER, HOE2, 34)
    for x, y, s, f in ((640, 560, 1.1, False), (1110, 520, 0.9, True), (330, 620, 0.8, True), (1380, 640, 1.0, False), (820, 380, 0.7, False), (1010, 640, 0.75, True)):
        bee(p, x, y, s, f)


@scene("products/gao-thom-yen-dung/photos/san-pham.jpg", crop=NEAR)
def rice(p):
    sky(p, HOE3, PAPER)
    sun(p, 1450, 335, 84)
    cloud(p, 400, 330, 1.0)
    birds(p, ((880, 200, 0.6), (960, 260, 0.5)))
    hill(p, [(-60, 640), (200, 520), (420, 590), (640, 500), (900, 600), (1200, 520), (1500, 610), (1860, 540)], LA, 16)
    field(p, 690, 900, HOE2)
    for x in (260, 1240):
        with p.at(x, 850, 0.8):
            person(p, 0, 0, 0.9, SON if x < 900 else CHAM, INK, "non", (-50, -90), (50, -80))
    table(p, SON2)
    for x, a, length in ((235, -120, 400), (247, -106, 450), (259, -92, 430), (271, -78, 460), (283, -64, 400)):
        ear(p, x, 1190, a, length, 1.15)
    p.stroke([(207, 1120), (311, 1116)], 22, SON, 7)
    # A sack with its mouth rolled down.
    p.shape(smooth([(500, 860), (470, 960), (500, 1120), (640, 1150), (880, 1150), (1010, 1120), (1040, 960), (1000, 860), (760, 830)], True), PANEL, 10)
    p.hatch(smooth([(500, 880), (474, 960), (504, 1120), (600, 1146), (570, 1000), (580, 880)], True), 16, 3, 70)
    p.shape(smooth([(500, 850), (600, 730), (760, 680), (910, 730), (1010, 850)]) + [(1010, 870), (500, 870)], PAPER, 9)
    for _ in range(120):
        a, q = p.rng.uniform(math.pi, 2 * math.pi), math.sqrt(p.rng.random())
        x, y = 756 + 225 * q * math.cos(a), 855 + 150 * q * math.sin(a)
        p.line([(x - 9, y + 3), (x, y), (x + 9, y - 3)], 5, STONE2, 0.2, 0.2)
    p.shape(smooth([(480, 850), (620, 882), (760, 890), (900, 882), (1030, 850), (1034, 900), (900, 934), (756, 940), (620, 934), (476, 900)], True), PAPER, 9)
    p.shape(ellipse(756, 1040, 100, 70), LA, 8)
    for k in (-1, 0, 1):
        ear(p, 756, 1096, -90 + k * 30, 110, 0.62)
    bowl(p, 1330, 1130, 360, 190, PAPER, PAPER, 120)
    for _ in range(50):
        a, q = p.rng.uniform(math.pi, 2 * math.pi), math.sqrt(p.rng.random())
        x, y = 1330 + 140 * q * math.cos(a), 935 + 96 * q * math.sin(a)
        p.line([(x - 8, y + 3), (x, y), (x + 8, y - 3)], 5, STONE2, 0.2, 0.2)
    steam(p, 1330, 800, 1.1)
    p.stroke([(1130, 1150), (1560, 1090)], 11, HOE, 6)
    p.stroke([(1140, 1176), (1570, 1120)], 11, HOE, 6)


@scene("products/tuong-la-tri-yen/photos/san-pham.jpg", crop=NEAR)
def soy_sauce(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1450, 335, 84)
    cloud(p, 360, 320, 1.0)
    hill(p, [(-60, 620), (400, 540), (900, 610), (1400, 540), (1860, 620)], LA2, 12)
    areca(p, 120, 760, 1.1)
    areca(p, 1690, 760, 1.15, True)
    hall(p, 900, 760, 760, 130, 5, 190, SON2, HOE3, 1, (1, 2, 3))
    brick(p, -40, 690, 480, 130, SON3, 26)
    brick(p, 1370, 690, 480, 130, SON3, 26)
    ground(p, HOE3, 800)

    def vat(x, y, s, color=SON, open_=False):
        with p.at(x, y, s):
            p.shape(smooth([(-96, -300), (-150, -230), (-160, -120), (-110, -10), (0, 0), (110, -10), (160, -120), (150, -230), (96, -300)]) + [(96, -300)], color, 10)
            p.hatch(smooth([(-96, -296), (-150, -230), (-160, -120), (-110, -14), (-70, -10), (-112, -120), (-104, -230)], True), 13, 3.4, 0, broken=0.1)
            p.line(smooth([(-148, -226), (-60, -206), (60, -206), (148, -226)]), 7)
            for k in (-1, 1):
                scroll(p, k * 52, -120, 30, 1.3, k, 8)
            lotus(p, 0, -90, 0.62, HOE3)
            if open_:
                p.shape(ellipse(0, -302, 104, 30), BARK, 9)
                for _ in range(16):
                    a, q = p.rng.uniform(0, 6.28), math.sqrt(p.rng.random()) * 0.8
                    p.shape(ellipse(96 * q * math.cos(a), -302 + 24 * q * math.sin(a), 9, 6), HOE2, 4)
            else:
                p.shape([(-150, -296), (0, -392), (150, -296)] + smooth([(150, -296), (0, -272), (-150, -296)]), HOE2, 9)
                for k in (-90, -45, 0, 45, 90):
                    p.line([(k * 0.1, -380), (k * 0.6, -335), (k * 1.1, -292)], 4)
    for x, y, s in ((200, 960, 0.72), (470, 930, 0.66), (1350, 930, 0.66), (1620, 960, 0.74)):
        vat(x, y, s, SON if x < 900 else BARK)
    vat(620, 1130, 1.05, BARK)
    vat(1000, 1140, 1.12, SON, True)
    bowl(p, 1380, 1140, 320, 130, PAPER, HOE, 26)
    for _ in range(14):
        p.shape(ellipse(1380 + p.rng.uniform(-110, 110), 1010 + p.rng.uniform(-16, 4), 11, 8), HOE2, 4)
    for _ in range(26):
        p.shape(ellipse(300 + p.rng.uniform(-150, 130), 1130 + p.rng.uniform(-40, 40), 17, 14), HOE2, 6)
    p.stroke([(1180, 1150), (1290, 1000)], 14, HOE3, 7)


@scene("products/banh-da-canh-thuy/photos/san-pham.jpg", crop=NEAR)
def crackers(p):
    sky(p, HOE3, PAPER)
    sun(p, 1450, 335, 84)
    cloud(p, 380, 320, 1.0)
    hill(p, [(-60, 640), (420, 570), (900, 630), (1400, 560), (1860, 640)], LA2, 12)
    ground(p, LA3, 720)
    hall(p, 330, 790, 480, 100, 3, 140, SON2, HOE3, 1, (1,))
    bamboo(p, 1720, 800, 1.0, True)

    def cracker(x, y, rx, ry, color=PAPER, toasted=False):
        p.shape(ellipse(x, y, rx, ry), color, 8)
        for _ in range(int(rx / 3)):
            a, q = p.rng.uniform(0, 6.28), math.sqrt(p.rng.random()) * 0.88
            cx, cy = x + rx * q * math.cos(a), y + ry * q * math.sin(a)
            p.line([(cx - 5, cy + 2), (cx, cy), (cx + 5, cy - 2)], 5.5, INK if p.rng.random() < 0.6 else HOE, 0.3, 0.2)
        if toasted:
            for _ in range(7):
                a, q = p.rng.uniform(0, 6.28), math.sqrt(p.rng.random()) * 0.8
                p.line(ellipse(x + rx * q * math.cos(a), y + ry * q * math.sin(a), rx * 0.09, ry * 0.09, 150, 340), 4.5)
    # Drying racks of split bamboo.
    for x, y, w in ((980, 640, 420), (1430, 700, 470)):
        p.stroke([(x - w * 0.4, y + 60), (x - w * 0.46, y + 190)], 14, HOE2, 7)
        p.stroke([(x + w * 0.4, y + 60), (x + w * 0.46, y + 190)], 14, HOE2, 7)
        rack = [(x - w / 2, y + 90), (x - w * 0.42, y - 70), (x + w * 0.42, y - 70), (x + w / 2, y + 90)]
        p.shape(rack, HOE2, 9)
        p.hatch(rack, 24, 3, 60, BARK, 0)
        p.hatch(rack, 24, 3, -60, BARK, 0)
        for r in range(2):
            for k in range(4):
                cracker(x + (k - 1.5) * w * 0.21, y - 26 + r * 76, w * 0.09, w * 0.07, PAPER)
    person(p, 760, 850, 1.0, SON, INK, "non", (-46, -100), (78, -160))
    table(p, SON2)
    tray(p, 620, 1060, 420, 118)
    for x, y in ((470, 1070), (770, 1072), (620, 1040)):
        cracker(x, y, 190, 62, PAPER)
    cracker(1200, 960, 220, 216, HOE3, True)
    cracker(1470, 1030, 170, 166, HOE2, True)
    bowl(p, 230, 1150, 190, 90, PAPER, INK, 22)


@scene("products/tinh-bot-nghe-thuy-duong/photos/san-pham.jpg", crop=NEAR)
def turmeric(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1450, 335, 84)
    cloud(p, 480, 320, 1.0)
    hill(p, [(-60, 630), (380, 540), (820, 620), (1300, 530), (1860, 620)], LA2, 12)
    ground(p, HOE3, 720)
    for row, y in enumerate((760, 810, 868)):
        for k in range(9):
            x = 40 + k * 220 + (row % 2) * 110
            s = 0.62 + row * 0.16
            with p.at(x, y, s):
                for a, ln, c in ((-150, 190, LA), (-30, 190, LA), (-122, 260, LA2), (-58, 260, LA2), (-100, 300, LA), (-80, 280, LA2)):
                    leaf(p, 0, 0, a, ln, 30, c, 5, 6)
                if k % 3 == row:
                    lotus(p, 0, -10, 0.8, PAPER)
    table(p, SON2)

    def root(x, y, s, flip=False, cut=False):
        with p.at(x, y, s, flip):
            p.shape(smooth([(-180, 20), (-190, -30), (-130, -60), (-80, -40), (-70, -110), (-30, -120), (-8, -50), (60, -56), (90, -120), (128, -112), (122, -46), (180, -30), (186, 20), (120, 44), (60, 30), (40, 84), (0, 88), (-16, 36), (-100, 46)], True), HOE, 9)
            for dx in (-140, -96, -50, 14, 60, 110, 150):
                p.line(smooth([(dx, -38), (dx - 8, 0), (dx, 34)]), 5)
            for k in range(3):
                p.line(smooth([(-60 - k * 3, -76 - k * 14), (-46, -72 - k * 14), (-28, -76 - k * 14)]), 4)
            if cut:
                p.shape(ellipse(184, -6, 34, 46), SON2, 8)
                p.shape(ellipse(184, -6, 20, 28), HOE2, 5)
    root(330, 1040, 1.15)
    root(560, 1120, 0.95, True, True)
    root(240, 1150, 0.8, False, True)
    for x, y in ((720, 1130), (770, 1160), (690, 1166)):
        p.shape(ellipse(x, y, 48, 30), HOE, 7)
        p.shape(ellipse(x, y - 4, 36, 20), HOE2, 5)
    bowl(p, 960, 1120, 380, 190, PAPER, HOE2, 150)
    p.line(smooth([(880, 900), (940, 860), (1010, 880)]), 6)
    p.line(smooth([(900, 850), (950, 820), (990, 830)]), 5)
    p.stroke([(1060, 830), (1180, 720)], 18, BARK, 8)
    p.shape(ellipse(1040, 850, 52, 30), BARK, 8)
    jar(p, 1330, 1110, 290, 370, HOE2, SON)
    jar(p, 1570, 1080, 220, 270, HOE2, LA)


@scene("products/che-thai-nguyen/photos/san-pham.jpg", crop=NEAR)
def tea(p):
    sky(p, HOE3, PAPER)
    sun(p, 1450, 335, 84)
    cloud(p, 400, 340, 1.05)
    birds(p, ((900, 180, 0.6), (990, 230, 0.5)))
    hill(p, [(-60, 520), (300, 380), (640, 500), (960, 370), (1300, 500), (1860, 400)], CHAM2, 14)
    teahills(p)
    for x, y, s, shirt in ((300, 790, 0.62, SON), (520, 800, 0.66, HOE2), (1250, 800, 0.64, CHAM), (1480, 800, 0.68, SON2)):
        with p.at(x, y, s):
            p.shape(trapezoid(46, -70, 60, 80, 84), HOE2, 7)
            person(p, 0, 0, 1.0, shirt, INK, "non", (-56, -96), (-30, -90))
    for x in range(-20, 1840, 96):
        bush(p, x, 880 + (x // 96 % 2) * 10, 0.72, LA if (x // 96) % 2 else LA2)
    table(p, SON2)
    teapot(p, 820, 1130, 1.35)
    for x, s in ((1130, 1.1), (1310, 1.1)):
        cup(p, x, 1130, s)
    steam(p, 1130, 1010, 0.7)
    tray(p, 380, 1090, 260, 86)
    for k in range(16):
        x, y = 250 + (k % 6) * 50 + p.rng.uniform(-10, 10), 1060 + (k // 6) * 34
        p.line(smooth([(x - 20, y), (x, y - 14), (x + 24, y + 2), (x + 6, y + 8)]), 9, LA, 0.2)
    for k, a in enumerate((-120, -90, -60)):
        sprig(p, 1480 + k * 40, 1130, a, 120, LA2 if k % 2 else LA)


@scene("products/vai-thieu-luc-ngan/photos/san-pham.jpg", crop=NEAR)
def lychees(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1450, 335, 84)
    cloud(p, 860, 310, 0.9)
    hill(p, [(-60, 580), (300, 460), (700, 570), (1100, 450), (1500, 570), (1860, 470)], CHAM2, 12)
    hill(p, [(-60, 680), (450, 610), (950, 690), (1450, 610), (1860, 690)], LA2, 12)
    ground(p, HOE3, 750)
    for x, y, s in ((190, 830, 0.98), (1620, 830, 1.0), (560, 780, 0.66), (1280, 780, 0.68), (920, 770, 0.56)):
        tree(p, x, y, s)
        for _ in range(16):
            a, q = p.rng.uniform(0, 6.28), math.sqrt(p.rng.random())
            p.shape(ellipse(x + 150 * s * q * math.cos(a), y - 290 * s + 84 * s * q * math.sin(a), 15 * s), SON2, 5)
    person(p, 760, 880, 0.9, CHAM, INK, "non", (-46, -130), (50, -130))
    person(p, 1090, 880, 0.9, SON, INK, "non", (-40, -96), (46, -140))
    mat(p, HOE3, LA2)
    basket(p, 1290, 1150, 480, 240)
    for row, n in ((0, 6), (1, 5), (2, 4), (3, 2)):
        for k in range(n):
            lychee(p, 1290 + (k - (n - 1) / 2) * 78, 910 - row * 56, 44, SON2 if (k + row) % 3 else SON3)
    for a in (-160, -20, -130):
        leaf(p, 1290, 800, a, 190, 34, LA, 3)
    # A cluster on its twig.
    p.stroke(smooth([(230, 900), (420, 950), (640, 930)]), 14, BARK, 7)
    for a, x, y in ((-170, 300, 920), (-150, 420, 945), (-30, 560, 940), (-10, 620, 930), (150, 330, 930)):
        leaf(p, x, y, a, 190, 34, LA if a % 20 else LA2, 3)
    for x, y in ((340, 1000), (420, 1030), (500, 1000), (580, 1030), (650, 990), (380, 1090), (460, 1104), (540, 1090), (620, 1094), (500, 1150), (700, 1060)):
        p.line([(480, 945), ((480 + x) / 2 + 6, (945 + y) / 2), (x, y - 40)], 7)
        lychee(p, x, y, 50)
    # One opened: white flesh, brown stone.
    p.shape(ellipse(880, 1110, 66, 64), PAPER, 8)
    p.shape(smooth([(814, 1104), (826, 1160), (880, 1180), (936, 1160), (946, 1104), (910, 1130), (880, 1112), (850, 1132)], True), SON2, 7)
    p.shape(ellipse(980, 1150, 30, 22), BARK, 7)


@scene("products/tra-mau-van-bia/photos/san-pham.jpg", crop=NEAR)
def sample_tea(p):
    sky(p, HOE3, PAPER)
    sun(p, 1450, 335, 84)
    cloud(p, 380, 330, 1.0)
    hill(p, [(-60, 560), (320, 440), (720, 550), (1100, 430), (1500, 550), (1860, 460)], CHAM2, 12)
    teahills(p)
    mat(p, HOE3, CHAM)
    # The invented brand: a tin with a stele on it.
    p.shape(rect(640, 560, 400, 560), LA, 11)
    p.hatch(rect(642, 562, 54, 556), 13, 3.2)
    p.shape(smooth([(620, 560), (640, 480), (840, 462), (1040, 480), (1060, 560)]) + [(1060, 580), (620, 580)], SON, 10)
    p.shape(rect(612, 566, 456, 34), HOE2, 8)
    p.shape(rect(700, 640, 280, 400), PAPER, 8)
    stele(p, 840, 950, 150, 260, STONE, 6)
    for k in range(4):
        star(p, 756 + k * 56, 998, 24)
    p.shape(rect(640, 1070, 400, 30), HOE2, 7)
    teapot(p, 1290, 1110, 1.2, CHAM3)
    cup(p, 1530, 1140, 1.05)
    cup(p, 1650, 1110, 0.95)
    steam(p, 1530, 1030, 0.7)
    pouch(p, 400, 1120, 290, 380, SON, lambda q, x, y, r: [sprig(q, x, y + r * 0.7, a, r * 0.8, LA2) for a in (-120, -60, -90)])
    for k in range(20):
        x, y = 160 + p.rng.uniform(-90, 380), 1150 + p.rng.uniform(-14, 30)
        p.line(smooth([(x - 18, y), (x, y - 12), (x + 20, y + 2)]), 8, LA, 0.2)
