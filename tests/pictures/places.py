"""Bookcases, the market, the trail, the streets, the handbook and the share picture of the sample site."""

from sheets import scene
from town import *  # noqa: F403


def room(p, wall=HOE3, floor=SON2):
    p.flat(rect(-20, -20, p.width + 40, 1000), wall)
    p.shape([(-40, 900), (p.width + 40, 900), (p.width + 40, p.height + 40), (-40, p.height + 40)], floor, 9)
    for k in range(1, 4):
        y = 900 + k * k * 26
        p.line([(-40, y), (900, y + 2), (p.width + 40, y)], 5, INK, 0.9)
    for k in range(-6, 7):
        p.line([(900 + k * 150, 900), (900 + k * 205, 1050), (900 + k * 262, 1220)], 5, INK, 0.9)
    p.shape(rect(-30, 872, p.width + 60, 30), BARK, 7)


def window(p, x, y, w, h):
    p.shape(rect(x - w / 2 - 18, y - h / 2 - 18, w + 36, h + 36), SON, 9)
    view = rect(x - w / 2, y - h / 2, w, h)
    p.shape(view, CHAM3, 6)
    with p.inside(view):
        sun(p, x + w * 0.24, y - h * 0.2, w * 0.11, SON2, 10)
        hill(p, [(x - w * 0.6, y + h * 0.12), (x - w * 0.2, y - h * 0.04), (x + w * 0.2, y + h * 0.12), (x + w * 0.6, y)], LA2, 6)
        p.shape([(x - w, y + h * 0.24), (x + w, y + h * 0.2), (x + w, y + h), (x - w, y + h)], LA3, 6)
        areca(p, x - w * 0.28, y + h * 0.5, h / 560)
    p.shape(rect(x - 7, y - h / 2, 14, h), SON, 5)
    p.shape(rect(x - w / 2, y - 7, w, 14), SON, 5)


@scene("bookcases/tu-sach-cong-dong-mau/photos/tu-sach.jpg")
def community_bookcase(p):
    room(p)
    window(p, 1490, 380, 380, 400)
    for k in range(10):
        x = 60 + k * 120
        p.line(smooth([(x, 66), (x + 60, 92), (x + 120, 66)]), 4)
        p.shape([(x + 20, 80), (x + 100, 80), (x + 60, 150)], (SON2, HOE2, LA2, CHAM2)[k % 4], 5)
    bookcase(p, 640, 900, 760, 660, 4)
    plate(p, 1130, 660, 130)
    # A table with a tablet on a stand, where the books are heard.
    p.shape(rect(1340, 760, 330, 30), HOE, 8)
    for x in (1364, 1620):
        p.shape(rect(x, 786, 26, 140), HOE, 7)
    p.shape([(1420, 756), (1432, 610), (1588, 610), (1600, 756)], INK, 8)
    p.flat([(1434, 744), (1444, 622), (1576, 622), (1586, 744)], PAPER)
    p.shape([(1440, 736), (1448, 634), (1506, 634), (1508, 736)], HOE3, 4)
    lotus(p, 1545, 716, 0.5)
    person(p, 1220, 1060, 1.35, CHAM2, CHAM, "mem", (-40, -96), (64, -170))
    person(p, 1480, 1100, 1.3, BARK, INK, "hair", (-64, -170), (40, -96), back=True)
    p.shape(ellipse(600, 1090, 520, 92), LA2, 9)
    p.shape(ellipse(600, 1090, 480, 78), HOE3, 6)
    reader(p, 290, 1110, 1.15, SON2, "hair", HOE3)
    reader(p, 600, 1140, 1.2, HOE2, "hair", CHAM3)
    reader(p, 910, 1110, 1.15, LA, "khan", SON3)
    for x, y, c in ((430, 1120, SON), (780, 1136, CHAM)):
        p.shape([(x - 40, y), (x + 30, y - 14), (x + 46, y + 8), (x - 24, y + 24)], c, 6)


@scene("bookcases/tu-sach-chi-bo-mau/photos/tu-sach.jpg")
def cell_bookcase(p):
    room(p, CHAM3, HOE2)
    window(p, 1530, 370, 330, 380)
    bookcase(p, 360, 900, 480, 600, 4, SON)
    drumstar(p, 960, 270, 150)
    plate(p, 720, 640, 120)
    # The meeting table, with tea and an open register.
    person(p, 840, 980, 1.3, PAPER, INK, "hair", (-40, -96), (40, -110))
    person(p, 1100, 980, 1.3, CHAM2, CHAM, "mem", (-52, -130), (50, -130))
    person(p, 1370, 980, 1.3, SON2, INK, "hair", (-52, -130), (40, -110))
    p.shape([(620, 880), (1620, 880), (1740, 990), (520, 990)], SON2, 10)
    p.shape(rect(520, 988, 1220, 34), SON, 8)
    for x in (570, 1650):
        p.shape(rect(x, 1020, 44, 190), SON, 8)
    teapot(p, 760, 960, 0.62)
    for x in (880, 960, 1500):
        cup(p, x, 962, 0.66)
    p.shape([(1090, 900), (1230, 900), (1226, 968), (1076, 968)], PAPER, 7)
    p.shape([(1230, 900), (1370, 900), (1388, 968), (1226, 968)], PAPER, 7)
    for k in range(4):
        p.line([(1106 - k * 3, 914 + k * 13), (1150, 914 + k * 13), (1206, 914 + k * 13)], 4)
        p.line([(1248, 914 + k * 13), (1300, 914 + k * 13), (1352 + k * 3, 914 + k * 13)], 4)
    phone(p, 1160, 838, 1.25)
    lotus(p, 1600, 950, 0.8)
    p.shape(smooth([(1572, 950), (1580, 900), (1620, 900), (1630, 950)]) + [(1630, 960), (1572, 960)], CHAM3, 7)
    lotus(p, 1600, 906, 0.8)
    p.shape([(170, 1060), (400, 1060), (420, 1086), (150, 1086)], HOE, 8)
    for x in (176, 374):
        p.shape(rect(x, 1084, 22, 90), HOE, 7)
    for k in range(4):
        p.shape(rect(206 + (k % 2) * 12, 1030 - k * 30, 150, 30), (SON, LA, CHAM, HOE3)[k], 7)
    cup(p, 366, 1060, 0.55)


@scene("markets/phien-cho-4-0-mau/photos/cho.jpg")
def market(p):
    sky(p, HOE3, PAPER)
    sun(p, 1560, 190, 84)
    cloud(p, 330, 180, 1.0)
    hill(p, [(-60, 520), (300, 440), (700, 520), (1150, 430), (1500, 520), (1860, 440)], LA2, 12)
    for s, x in ((1, 60), (1, 1720)):
        tree(p, x, 660, 1.0, LA, LA2, x > 900)
    ground(p, HOE3, 620)
    p.line(smooth([(180, 330), (560, 400), (900, 370), (1300, 400), (1660, 330)]), 6)
    for k in range(15):
        t = k / 14
        x = 200 + 1430 * t
        y = 336 + 52 * math.sin(math.pi * t) + 14 * math.sin(6.28 * t * 2)
        p.shape([(x - 34, y), (x + 34, y), (x, y + 66)], (SON2, HOE2, LA2, CHAM2)[k % 4], 5)
    colors = (SON2, LA, CHAM2, HOE2)
    for k in range(5):
        stall(p, 240 + k * 330, 760, 270, colors[k % 4], (k * 2) % 5, False)
    person(p, 560, 850, 0.9, BARK, INK, "non", (-40, -96), (40, -110))
    person(p, 90, 850, 0.9, HOE2, SON, "hair", (-40, -110), (44, -96), robe=True)
    person(p, 1190, 850, 0.9, CHAM, INK, "non", (-40, -96), (48, -140))
    stall(p, 300, 1120, 460, CHAM2, 2)
    stall(p, 1480, 1120, 480, SON2, 0)
    stall(p, 890, 1140, 460, LA, 1)
    person(p, 590, 1160, 1.15, SON, INK, "non", (-46, -96), (56, -150))
    person(p, 1180, 1170, 1.18, CHAM2, CHAM, "mem", (-76, -150), (44, -100))
    phone(p, 1092, 994, 1.1)
    person(p, 1700, 1180, 0.86, HOE2, CHAM, "hair", (-50, -130), (40, -96))
    tufts(p, (20, 1150, 1780, 1195), 14)


@scene("trails/dak-po-ba-diem/photos/duong-19.jpg")
def dak_po_trail(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1520, 200, 90)
    cloud(p, 380, 180, 1.1)
    cloud(p, 1050, 130, 0.7, flip=True)
    hill(p, [(-60, 480), (220, 330), (480, 450), (800, 300), (1100, 450), (1400, 320), (1860, 460)], CHAM2, 18)
    hill(p, [(-60, 600), (300, 480), (700, 590), (1100, 470), (1500, 590), (1860, 500)], LA2, 16)
    road = [(1250, 545), (1130, 590), (980, 640), (1120, 720), (1240, 800), (1060, 900), (760, 1010), (560, 1240)]
    hill(p, [(-60, 680), (400, 600), (900, 640), (1300, 560), (1860, 640)], LA3, 12)
    hill(p, [(-60, 1010), (300, 900), (560, 960), (620, 1240)], LA2, 6)
    widths = [20, 34, 54, 84, 120, 170, 260, 480]
    path_(p, road, widths, STONE2, 8)
    mids = smooth(road)
    for k in range(8, len(mids) - 2, 4):
        p.line([mids[k], ((mids[k][0] + mids[k + 1][0]) / 2, (mids[k][1] + mids[k + 1][1]) / 2), mids[k + 1]], 5 + k * 0.16, PAPER, 0.9)
    # The three places, near to far: memorial, rock, stele.
    with p.at(1470, 900, 0.85):
        steps(p, 0, 0, 420, 3, 22)
        p.shape(rect(-110, -150, 220, 90), STONE, 8)
        p.shape([(-46, -146), (-30, -400), (0, -440), (30, -400), (46, -146)], STONE, 9)
        p.hatch([(-44, -146), (-28, -400), (-14, -400), (-20, -146)], 12, 3)
        star(p, 0, -350, 30)
        p.shape(rect(-70, -132, 140, 54), SON, 6)
        incense(p, 0, -64, 0.5)
    tree(p, 1690, 930, 0.9, LA, LA2, True)
    with p.at(800, 690, 0.42):
        rock = smooth([(-150, 10), (-130, -240), (-150, -460), (-60, -640), (40, -660), (130, -520), (120, -300), (160, -120), (170, 10)], True)
        p.shape(rock, STONE, 12)
        p.hatch(smooth([(-150, 10), (-130, -240), (-150, -460), (-60, -640), (-40, -460), (-60, -240), (-40, 10)], True), 26, 6, 60)
        p.line([(20, -640), (40, -460), (10, -300), (50, -160)], 12, INK, 0.2, 3)
        p.shape(ellipse(10, 14, 260, 40), PANEL, 9)
    tree(p, 620, 700, 0.56)
    with p.at(1090, 585, 0.36):
        stele(p, 0, 0, 240, 430, STONE, 5, False, False, script)
    for x in (960, 1000, 1190):
        areca(p, x, 600, 0.42, x > 1100)
    for x, y, s in ((1600, 1000, 84), (930, 730, 46), (1160, 606, 32)):
        p.stroke([(x, y), (x, y - s * 1.6)], s * 0.12, BARK, 5)
        plate(p, x, y - s * 0.7, s * 0.9)
    milestone(p, 1110, 1120, 1.35)
    motorbike(p, 760, 1090, 0.8, SON2, False, (CHAM2, SON))
    person(p, 250, 1140, 1.1, CHAM2, CHAM, "mem", (-44, -96), (62, -190))
    person(p, 390, 1160, 1.1, HOE2, SON, "non", (-44, -130), (40, -96))
    tufts(p, (20, 1010, 480, 1190), 14)
    tufts(p, (1200, 960, 1790, 1190), 24)


def row(p, y, specs):
    x = -30
    for w, h, color, floors, awning, top in specs:
        house(p, x, y, w, h, color, floors, awning, awning is not None, top)
        x += w + 6


@scene("streets/xuong-giang/photos/pho.jpg")
def xuong_giang(p):
    sky(p, HOE3, PAPER)
    sun(p, 1600, 150, 80)
    cloud(p, 780, 150, 0.9)
    row(p, 860, ((250, 560, CHAM3, 4, SON2, "flat"), (210, 430, HOE2, 3, LA, "tiles"), (230, 500, SON3, 3, CHAM2, "gable"),
                 (260, 380, PAPER, 2, SON2, "tiles"), (220, 540, LA3, 4, HOE2, "flat"), (240, 450, HOE3, 3, SON2, "gable"), (230, 520, CHAM3, 4, LA, "tiles"), (220, 400, SON3, 3, CHAM2, "tiles")))
    p.shape(rect(-40, 856, 1900, 60), PANEL, 8)
    for k in range(24):
        p.line([(k * 80, 860), (k * 80 - 10, 886), (k * 80 - 18, 914)], 4)
    p.shape(rect(-40, 914, 1900, 340), STONE2, 9)
    for k in range(9):
        p.shape([(-20 + k * 220, 1060), (100 + k * 220, 1060), (92 + k * 220, 1076), (-28 + k * 220, 1076)], PAPER, 4)
    for x, s in ((440, 0.92), (1330, 0.96)):
        tree(p, x, 905, s)
        p.shape(trapezoid(x, 912, 120, 110, 22), STONE, 6)
    lamp(p, 900, 900, 0.95)
    streetsign(p, 160, 960, 1.15)
    plate(p, 160, 820, 84)
    person(p, 300, 980, 1.08, CHAM2, CHAM, "mem", (-76, -176), (44, -96))
    phone(p, 214, 780, 1.0)
    person(p, 1060, 900, 0.8, SON, INK, "non", (-44, -96), (44, -96))
    p.stroke([(990, 752), (1130, 752)], 8, HOE2, 6)
    basket(p, 990, 850, 70, 40)
    basket(p, 1130, 850, 70, 40)
    for x in (990, 1130):
        p.line([(x - 26, 818), (x, 754), (x + 26, 818)], 3.4)
    person(p, 1560, 900, 0.8, HOE2, CHAM, "hair", (-44, -120), (36, -96), robe=True)
    motorbike(p, 700, 1020, 1.0, SON2, False, (PAPER, CHAM))
    motorbike(p, 1330, 1150, 1.15, LA, True, (SON2, CHAM2))
    motorbike(p, 1640, 1010, 0.95, HOE2, False, (CHAM, HOE2))


@scene("streets/hoang-van-thu/photos/pho.jpg")
def hoang_van_thu(p):
    sky(p, CHAM3, PAPER)
    sun(p, 900, 260, 92)
    cloud(p, 560, 170, 0.8)
    cloud(p, 1230, 190, 0.75, flip=True)
    hill(p, [(400, 620), (700, 570), (1000, 620), (1400, 580)], LA2, 6)
    ground(p, PANEL, 700)
    # A boulevard that runs away from us, houses left and right.
    p.shape([(860, 640), (940, 640), (1640, 1260), (160, 1260)], STONE2, 9)
    for y0, y1 in ((670, 700), (730, 780), (820, 890), (940, 1030), (1090, 1210)):
        w0, w1 = (y0 - 640) * 0.03 + 2, (y1 - 640) * 0.03 + 2
        p.shape([(900 - w0, y0), (900 + w0, y0), (900 + w1, y1), (900 - w1, y1)], PAPER, 4)
    sides = ((700, 636, 0.26), (610, 668, 0.36), (500, 712, 0.5), (350, 776, 0.7), (140, 880, 1.0))
    kinds = ((SON3, 3, CHAM2, "tiles"), (HOE2, 3, SON2, "gable"), (LA3, 4, HOE2, "flat"), (HOE3, 3, LA, "tiles"), (CHAM3, 3, SON2, "gable"))
    for (x, y, s), (color, floors, awning, top) in zip(sides, kinds):
        with p.at(x, y, s):
            house(p, -140, 0, 290, 560, color, floors, awning, True, top)
    for (x, y, s), (color, floors, awning, top) in zip(sides, kinds[::-1]):
        with p.at(1800 - x, y, s):
            house(p, -140, 0, 290, 520, color, floors, awning, True, top)
    for x, y, s in ((745, 700, 0.3), (660, 770, 0.46), (520, 880, 0.68), (300, 1050, 1.0)):
        tree(p, x, y, s)
        tree(p, 1800 - x, y, s, LA, LA2, True)
    streetsign(p, 1570, 1130, 1.0)
    plate(p, 1570, 1000, 80)
    person(p, 1705, 1160, 1.1, CHAM2, CHAM, "mem", (-80, -170), (44, -100))
    phone(p, 1618, 970, 1.0)
    person(p, 400, 985, 0.78, PAPER, CHAM, "hair", (-40, -96), (40, -100))
    person(p, 330, 990, 0.76, PAPER, CHAM, "hair", (-40, -96), (40, -100), robe=True)
    motorbike(p, 1120, 1140, 1.05, SON2, True, (HOE2, CHAM))
    motorbike(p, 800, 930, 0.56, CHAM2, False, (SON, PAPER))
    person(p, 130, 1180, 1.05, BARK, INK, "non", (-44, -96), (44, -96))


@scene("streets/duong-19-dak-po/photos/duong.jpg")
def road_19(p):
    sky(p, HOE3, PAPER)
    sun(p, 1540, 210, 88)
    cloud(p, 420, 200, 1.05)
    birds(p, ((960, 220, 0.6), (1040, 280, 0.5)))
    hill(p, [(-60, 560), (260, 430), (560, 540), (900, 410), (1240, 540), (1560, 440), (1860, 540)], CHAM2, 16)
    hill(p, [(-60, 660), (340, 580), (800, 650), (1300, 580), (1860, 660)], LA, 12)
    field(p, 690, 900, LA3)
    house(p, 60, 860, 300, 190, PAPER, 1, None, False, "tiles")
    house(p, 1390, 850, 260, 180, HOE2, 1, None, False, "tiles")
    for x, y, s in ((470, 860, 0.8), (1290, 850, 0.76), (1720, 860, 0.9)):
        bananatree(p, x, y, s, x > 900)
    p.shape([(-40, 900), (1840, 870), (1840, 1150), (-40, 1200)], STONE2, 10)
    for k in range(9):
        x = -30 + k * 220
        p.shape([(x, 1046 - k * 4), (x + 120, 1044 - k * 4), (x + 116, 1060 - k * 4), (x - 4, 1062 - k * 4)], PAPER, 4)
    for k in range(10):
        x = 30 + k * 200
        p.shape(rect(x - 12, 870 - k * 3.2, 24, 46), PAPER, 6)
        p.flat(rect(x - 10, 872 - k * 3.2, 20, 12), SON2)
    # A country bus, and those on their way to the market.
    with p.at(1020, 1035, 1.2):
        p.shape(smooth([(-250, -40), (-256, -170), (-240, -214), (200, -214), (244, -170), (262, -96), (262, -40)]) + [(262, -30), (-250, -30)], SON2, 10)
        p.flat(rect(-248, -96, 506, 26), HOE2)
        for k in range(5):
            p.shape(rect(-226 + k * 82, -190, 66, 66), CHAM3, 6)
        p.shape([(196, -190), (216, -190), (246, -126), (196, -124)], CHAM3, 6)
        for x in (-150, 150):
            p.shape(ellipse(x, -28, 46), INK, 6)
            p.shape(ellipse(x, -28, 22), STONE, 5)
        p.shape(rect(-200, -246, 300, 30), HOE, 7)
        basket(p, -130, -244, 90, 50)
        basket(p, 20, -244, 90, 50)
        p.shape(ellipse(248, -66, 14), HOE3, 5)
    motorbike(p, 500, 1090, 1.05, LA, True, (SON, PAPER))
    milestone(p, 250, 1160, 1.55)
    p.stroke([(1610, 1180), (1610, 1010)], 14, BARK)
    plate(p, 1610, 1090, 104)
    person(p, 1480, 1190, 1.15, CHAM2, CHAM, "mem", (-44, -100), (72, -180))
    phone(p, 1564, 980, 1.0)
    tufts(p, (20, 1165, 1380, 1198), 16)


@scene("articles/so-tay-tinh-nguyen-vien/photos/bia-va-ma.jpg")
def scanning(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1530, 210, 88)
    cloud(p, 900, 170, 0.9)
    hill(p, [(-60, 620), (300, 520), (700, 610), (1200, 520), (1860, 610)], LA2, 12)
    ground(p, LA3, 720)
    hall(p, 1330, 790, 560, 100, 5, 160, SON2, HOE3, 2, (2,))
    pine(p, 1720, 830, 1.2, True)
    p.shape(smooth([(60, 1180), (260, 1100), (560, 1080), (900, 1120), (1000, 1200)]) + [(1000, 1260), (60, 1260)], HOE3, 8)
    stele(p, 470, 1150, 470, 940, STONE, 10)
    p.stroke([(820, 1180), (820, 860)], 22, BARK)
    plate(p, 820, 980, 240)
    # The volunteer, large, the phone lifted to the plate.
    with p.at(1180, 1215, 2.15):
        person(p, 0, 0, 1.0, CHAM2, CHAM, "mem", (-84, -190), (52, -110))
        phone(p, -92, -208, 1.0)
        p.shape(rect(30, -128, 46, 58), HOE3, 6)
        for k in range(4):
            p.line([(37, -116 + k * 11), (52, -116 + k * 11), (68, -116 + k * 11)], 3)
        p.shape(rect(-12, -166, 22, 15), SON2, 4)
    person(p, 1530, 1180, 1.35, BARK, INK, "non", (-46, -100), (44, -100))
    person(p, 1680, 1190, 0.95, SON2, CHAM, "hair", (-46, -130), (44, -96))
    tufts(p, (20, 1000, 240, 1190), 8)


@scene("cover.jpg", crop=(0, 210, 1800, 945))
def cover(p):
    sky(p, HOE3, PAPER)
    sun(p, 1270, 440, 92)
    cloud(p, 620, 350, 0.8)
    cloud(p, 1600, 350, 0.75, flip=True)
    hill(p, [(-60, 600), (240, 500), (600, 600), (980, 500), (1340, 600), (1640, 510), (1860, 590)], CHAM2, 14)
    hill(p, [(-60, 690), (400, 630), (900, 690), (1400, 630), (1860, 690)], LA, 12)
    ground(p, LA3, 740)
    # Left a gate, right the towers, in the middle the stone that gave the name.
    brick(p, -40, 700, 760, 150, SON3, 26)
    p.shape(rect(-60, 680, 790, 30), STONE, 7)
    brick(p, 150, 600, 380, 250, SON3, 26, 9)
    for x in (150, 484):
        p.shape(rect(x - 10, 580, 56, 270), PANEL, 7)
    door(p, 340, 850, 150, 200, BARK)
    roof(p, 340, 606, 540, 100, SON2, 0.44, 0.62)
    p.shape(rect(240, 456, 200, 56), PANEL, 7)
    p.hatch(rect(252, 466, 176, 38), 14, 3, 90, broken=0)
    roof(p, 340, 466, 340, 84, SON2, 0.44, 0.54)
    for x, y, s in ((1290, 790, 0.62), (1420, 800, 0.7), (1560, 820, 0.86), (1715, 830, 0.92), (1460, 920, 1.08), (1650, 960, 1.3)):
        tower(p, x, y, 128, 3, (SON3, STONE, HOE3, SON2)[int(x * 0.7) % 4], PANEL, s, 0.9)
    pine(p, 60, 900, 0.95)
    p.shape(smooth([(520, 1090), (700, 1040), (920, 1026), (1140, 1040), (1330, 1090), (1130, 1140), (920, 1150), (700, 1140)], True), HOE3, 8)
    stele(p, 920, 1110, 320, 740, STONE, 10)
    incense(p, 920, 1120, 0.66)
    dish(p, 800, 1126, 0.52, "flowers")
    dish(p, 1040, 1126, 0.52)
    person(p, 620, 1120, 1.12, CHAM2, CHAM, "mem", (-46, -100), (78, -200))
    phone(p, 710, 884, 1.0)
    person(p, 470, 1130, 1.06, SON, INK, "non", (-46, -100), (44, -130))
    person(p, 1230, 1120, 1.08, HOE2, SON, "khan", (-20, -146), (18, -148), robe=True)
    person(p, 1340, 1130, 0.78, LA, CHAM, "hair", (-46, -130), (40, -96))
    tufts(p, (20, 900, 440, 1150), 14)
    tufts(p, (1420, 960, 1790, 1150), 12)
