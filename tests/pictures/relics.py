"""The relics of the sample site."""

from parts import *  # noqa: F403
from sheets import scene


# --- Bo Da ---------------------------------------------------------------------------------------------------------
@scene("relics/chua-bo-da/photos/cong.jpg")
def bo_da_gate(p):
    sky(p, HOE3, PAPER)
    sun(p, 1460, 240, 92)
    cloud(p, 420, 230, 1.15)
    cloud(p, 1060, 150, 0.8, flip=True)
    hill(p, [(-60, 640), (200, 520), (430, 460), (680, 560), (900, 500), (1160, 420), (1420, 540), (1860, 470)], LA2, 16)
    hill(p, [(-60, 700), (240, 640), (560, 690), (1000, 640), (1400, 690), (1860, 620)], LA, 12)
    ground(p, LA3, 740)
    brick(p, -40, 610, 600, 260, SON3, 30)
    brick(p, 1240, 610, 620, 260, SON3, 30)
    for x in (-40, 1240):
        p.shape(rect(x - 10, 585, 620, 34), STONE, 7)
    path_(p, [(900, 860), (890, 960), (850, 1080), (790, 1240)], [300, 400, 560, 800], PANEL)
    for yy, ww in ((915, 270), (985, 350), (1080, 480)):
        p.line(smooth([(888 - ww / 2, yy + 4), (880, yy), (888 + ww / 2, yy + 4)]), 5)
    # The gate: two storeys of brick and lime, a roof on each.
    brick(p, 560, 470, 680, 410, SON3, 30, 9)
    for x in (560, 1180):
        p.shape(rect(x - 14, 440, 88, 440), PANEL, 8)
        p.hatch(rect(x - 12, 445, 22, 430), 10, 2.6)
    door(p, 900, 880, 250, 330, BARK)
    with p.inside([(775, 880), (775, 675)] + ellipse(900, 675, 125, 125, 180, 360) + [(1025, 880)]):
        p.flat(rect(770, 540, 260, 360), LA3)
        p.shape(smooth([(770, 800), (850, 760), (930, 770), (1040, 740)]) + [(1040, 900), (770, 900)], HOE3, 6)
        tower(p, 850, 830, 74, 3)
        tower(p, 950, 850, 84, 3, SON2)
    p.shape(rect(760, 490, 280, 56), SON, 7)
    lotus(p, 900, 542, 0.5, HOE2)
    for k in (-1, 1):
        scroll(p, 900 + k * 72, 518, 18, 1.3, k, 6)
        p.line(smooth([(900 + k * 92, 522), (900 + k * 110, 510), (900 + k * 128, 524)]), 6)
    roof(p, 900, 476, 900, 150, SON2, 0.42, 0.66)
    p.shape(rect(700, 250, 400, 90), PANEL, 8)
    for k in range(5):
        p.shape(ellipse(740 + k * 80, 296, 24), BARK, 6)
        p.line([(740 + k * 80, 274), (741 + k * 80, 296), (740 + k * 80, 318)], 4, HOE2)
        p.line([(718 + k * 80, 296), (740 + k * 80, 297), (762 + k * 80, 296)], 4, HOE2)
    roof(p, 900, 262, 620, 120, SON2, 0.42, 0.6)
    plate(p, 1122, 700, 70)
    pine(p, 330, 900, 1.15)
    bamboo(p, 1560, 900, 1.05)
    bush(p, 1420, 900, 1.0)
    bush(p, 160, 930, 1.1, LA)
    person(p, 700, 1010, 1.0, SON, INK, "non", (-46, -110), (30, -150))
    person(p, 1030, 1060, 1.12, CHAM2, CHAM, "mem", (-44, -110), (60, -250))
    phone(p, 1103, 772, 0.9)
    tufts(p, (40, 900, 560, 1180), 26)
    tufts(p, (1230, 900, 1780, 1180), 28)


@scene("relics/chua-bo-da/photos/vuon-thap.jpg")
def bo_da_towers(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1500, 200, 84)
    cloud(p, 520, 190, 1.1)
    cloud(p, 1150, 280, 0.75, flip=True)
    hill(p, [(-60, 560), (220, 430), (520, 520), (860, 400), (1240, 500), (1520, 430), (1860, 540)], LA2, 16)
    for x, s in ((70, 1.0), (300, 0.85), (1500, 0.95), (1730, 1.05)):
        pine(p, x, 660, s, x > 900)
    ground(p, LA3, 640)
    path_(p, [(890, 655), (876, 760), (884, 900), (860, 1060), (830, 1230)], [50, 84, 150, 240, 340], HOE3)
    rows = ((700, 0.72, 9, 90), (815, 0.92, 8, 0), (960, 1.2, 7, 60), (1165, 1.62, 5, 10))
    for r, (y, s, count, shift) in enumerate(rows):
        gap = 2000 / count
        for i in range(count):
            x = -60 + shift + i * gap + (gap / 2 if r % 2 else 0)
            if (r == 3 and i == 2) or (abs(x - 880) < 110 and r >= 1):
                continue
            color = (SON3, SON2, HOE3, SON3, STONE)[(i * 2 + r) % 5]
            tower(p, x, y + p.rng.uniform(-8, 8), 128, (4, 3, 3, 4)[(i + r) % 4], color, PANEL, s * p.rng.uniform(0.92, 1.06), 0.92)
        tufts(p, (0, y + 4, 1800, y + 30), 14)
    person(p, 880, 1130, 1.05, BARK, BARK, "khan", (-8, -140), (14, -140), robe=True)


# --- Dak Po --------------------------------------------------------------------------------------------------------
@scene("relics/di-tich-chien-thang-dak-po/photos/tuong-dai.jpg")
def dak_po_memorial(p):
    sky(p, HOE3, PAPER)
    sun(p, 1560, 220, 88)
    cloud(p, 380, 220, 1.15)
    birds(p, ((1100, 180, 0.8), (1200, 240, 0.6), (640, 130, 0.6)))
    hill(p, [(-60, 560), (180, 470), (460, 550), (760, 460), (1080, 560), (1380, 450), (1640, 540), (1860, 480)], CHAM2, 14)
    hill(p, [(-60, 660), (300, 590), (680, 650), (1100, 600), (1500, 660), (1860, 600)], LA2, 14)
    ground(p, LA3, 720)
    for x, s in ((130, 0.95), (1660, 1.05), (1470, 0.8), (320, 0.75)):
        tree(p, x, 790, s, LA, LA2, x > 900)
    # Road 19 in front.
    p.shape([(-40, 1040), (1840, 1010), (1840, 1150), (-40, 1185)], STONE2, 8)
    for k in range(9):
        x = -10 + k * 215
        p.shape([(x, 1112 - k * 4), (x + 110, 1110 - k * 4), (x + 108, 1121 - k * 4), (x - 2, 1123 - k * 4)], PAPER, 3)
    steps(p, 900, 900, 900, 4, 26)
    p.shape(rect(640, 660, 520, 140), STONE, 9)
    p.hatch(rect(642, 662, 70, 136), 12, 3)
    p.shape(rect(610, 636, 580, 34), PANEL, 8)
    p.shape(rect(730, 690, 340, 80), SON, 7)
    for k in range(3):
        p.line([(760, 712 + k * 18), (900, 711 + k * 18), (1040 - k * 30, 712 + k * 18)], 6, HOE2, 0.8)
    # Three fighters under one flag, cut like stone.
    def figure(x, y, s, arm, flip=False, gun=True):
        with p.at(x, y, s, flip):
            p.shape(smooth([(-60, 0), (-46, -90), (-54, -170), (-30, -214), (30, -214), (54, -170), (44, -90), (60, 0)]) + [(60, 2), (-60, 2)], STONE, 8)
            p.hatch([(-60, 0), (-48, -90), (-54, -170), (-30, -206), (-22, -120), (-28, 0)], 10, 3, 20)
            p.stroke([(-36, -184), (-62, -128), (-6, -104)], 27, STONE)
            p.shape(ellipse(0, -102, 16), STONE, 7)
            p.stroke([(36, -184), *arm], 27, STONE)
            p.shape(ellipse(arm[-1][0], arm[-1][1], 18), STONE, 7)
            p.stroke([(0, -225), (0, -212)], 24, STONE, 7)
            p.shape(ellipse(2, -248, 30, 34), STONE, 8)
            p.shape(smooth([(-52, -258), (-28, -276), (0, -296), (30, -276), (54, -258), (0, -266)], True), STONE2, 7)
            p.line([(8, -246), (18, -244), (24, -247)], 5)
            if gun:
                p.stroke([(-64, -60), (70, -190)], 12, STONE2, 6)
            p.line(smooth([(0, -200), (6, -120), (0, -20)]), 5)
    p.stroke([(920, 640), (960, 180)], 14, STONE2)
    flag = smooth([(958, 176), (1050, 146), (1130, 186), (1230, 160)]) + smooth([(1220, 306), (1124, 336), (1040, 296), (946, 322)])
    p.shape(flag, SON2, 9)
    p.line(smooth([(980, 276), (1050, 252), (1120, 290), (1206, 270)]), 5)
    p.line(smooth([(986, 222), (1054, 198), (1124, 236), (1214, 214)]), 5)
    figure(760, 640, 1.05, [(70, -150), (60, -100)], True)
    figure(1050, 640, 1.05, [(70, -150), (60, -100)])
    figure(900, 640, 1.42, [(62, -262), (30, -330)], True, False)
    incense(p, 900, 800, 0.75)
    dish(p, 780, 800, 0.62, "flowers")
    dish(p, 1020, 800, 0.62)
    for x in (430, 1370):
        p.shape(rect(x - 34, 800, 68, 110), PANEL, 7)
        p.shape(rect(x - 44, 786, 88, 20), STONE, 6)
        lotus(p, x, 786, 0.7)
    person(p, 540, 985, 0.95, CHAM2, CHAM, "mem", (-40, -96), (40, -160))
    person(p, 650, 1000, 0.95, CHAM2, CHAM, "mem", (-44, -90), (48, -90), back=True)
    person(p, 1230, 990, 0.92, HOE2, SON, "hair", (-30, -130), (20, -132), robe=True)
    p.stroke([(1500, 985), (1500, 900)], 12, BARK)
    plate(p, 1500, 930, 84)
    tufts(p, (20, 820, 440, 1000), 16)
    tufts(p, (1560, 800, 1790, 980), 10)


@scene("relics/hon-da-ong-nhac/photos/hon-da.jpg")
def nhac_rock(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1480, 230, 96)
    cloud(p, 350, 200, 1.1)
    cloud(p, 1180, 330, 0.7, flip=True)
    hill(p, [(-60, 600), (220, 480), (500, 580), (820, 490), (1150, 590), (1450, 500), (1860, 590)], CHAM2, 12)
    hill(p, [(-60, 690), (360, 620), (800, 680), (1260, 630), (1860, 690)], LA2, 12)
    ground(p, HOE3, 730)
    tree(p, 260, 850, 1.5)
    tree(p, 1590, 830, 1.25, LA2, LA, True)
    # The rock: tall like a pillar, with smaller ones leaning on it.
    p.shape(smooth([(560, 1000), (590, 860), (680, 800), (770, 860), (790, 1010)]) , STONE2, 9)
    p.shape(smooth([(1010, 1010), (1050, 900), (1130, 850), (1220, 910), (1250, 1010)]), STONE2, 9)
    rock = [(706, 1020), (690, 900), (712, 800), (700, 690), (730, 560), (722, 440), (768, 340), (800, 262), (868, 222), (940, 236),
            (996, 300), (1016, 400), (1044, 470), (1030, 600), (1058, 700), (1050, 820), (1086, 900), (1098, 1020), (900, 1040)]
    rock = smooth(rock, True, 3)
    p.shape(rock, STONE, 12, 2)
    shade = smooth([(706, 1020), (690, 900), (712, 800), (700, 690), (730, 560), (722, 440), (768, 340), (800, 262), (830, 300), (806, 440), (822, 560), (786, 690), (806, 820), (780, 920), (800, 1020)], True, 3)
    p.hatch(shade, 15, 3.6, 62)
    for crack in ([(868, 240), (884, 330), (862, 430), (880, 540), (868, 640)], [(884, 330), (940, 380), (950, 470)], [(862, 430), (836, 470), (842, 560)],
                  [(1010, 400), (970, 470), (984, 590), (962, 690)], [(984, 590), (1036, 640)], [(868, 700), (900, 790), (880, 890), (904, 960)],
                  [(962, 690), (950, 760), (980, 850), (966, 930)], [(1050, 820), (1016, 860), (1030, 960)], [(900, 790), (942, 800)]):
        p.line(crack, 8, INK, 0.15, 2.2)
    for x, y in ((930, 300), (920, 560), (1010, 760), (920, 880), (960, 430)):
        for k in range(3):
            p.dot(x + k * 13, y + (k % 2) * 9, 3)
    p.shape(lobes(796, 640, 26, 12, 6), LA2, 5)
    p.shape(lobes(1036, 560, 22, 10, 6), LA2, 5)
    for x, s in ((640, 1), (1160, 1)):
        p.shape(lobes(x, 1012, 60, 22, 7), LA, 6)
    # Kerb and offerings.
    p.shape(smooth([(470, 1030), (900, 990), (1330, 1030), (1330, 1062), (900, 1100), (470, 1062)], True), PANEL, 8)
    p.line(smooth([(474, 1034), (900, 1072), (1326, 1034)]), 6)
    for k in range(9):
        x = 520 + k * 95
        p.line([(x, 1052), (x + 2, 1062), (x, 1074)], 4)
    p.shape(rect(740, 1000, 320, 20), SON, 7)
    p.shape(rect(760, 1018, 26, 52), SON, 6)
    p.shape(rect(1014, 1018, 26, 52), SON, 6)
    incense(p, 900, 1002, 0.8)
    dish(p, 800, 1002, 0.62)
    dish(p, 1000, 1002, 0.62, "flowers")
    tufts(p, (20, 880, 420, 1080), 14)
    tufts(p, (1440, 900, 1790, 1180), 16)
    tufts(p, (480, 1120, 1380, 1190), 14)
    person(p, 400, 1130, 1.12, CHAM, SON, "hair", (-14, -150), (16, -152), robe=True)
    with p.at(400, 1130, 1.12):
        for y, c in ((-30, SON2), (-46, HOE2), (-62, SON2)):
            p.line([(-42, y), (0, y + 4), (42, y)], 9, c, 0.9)
    person(p, 1420, 1120, 1.08, CHAM2, CHAM, "mem", (-60, -150), (40, -100), flip=False)
    p.stroke([(1560, 1060), (1560, 900)], 12, BARK)
    plate(p, 1560, 960, 92)


@scene("relics/bia-cham-tu-luong/photos/bia.jpg")
def cham_stele(p):
    sky(p, HOE3, PAPER)
    sun(p, 1460, 230, 96)
    cloud(p, 380, 220, 1.15)
    birds(p, ((1150, 200, 0.7), (1060, 260, 0.55)))
    hill(p, [(-60, 600), (200, 500), (500, 590), (800, 470), (1100, 580), (1420, 490), (1860, 590)], CHAM2, 14)
    hill(p, [(-60, 680), (320, 620), (760, 670), (1200, 620), (1860, 690)], LA, 10)
    for x, s in ((160, 0.62), (300, 0.5), (1640, 0.66), (1500, 0.5)):
        areca(p, x, 740, s, x > 900)
    field(p, 720, 1240, LA3)
    p.shape(smooth([(430, 1130), (700, 1030), (900, 1010), (1110, 1030), (1380, 1130), (1150, 1180), (900, 1190), (650, 1180)], True), HOE3, 8)
    stone = smooth([(660, 1110), (650, 900), (668, 700), (690, 480), (742, 340), (860, 262), (980, 280), (1080, 360), (1120, 520), (1128, 720), (1140, 920), (1136, 1110), (900, 1134)], True)
    p.shape(stone, STONE, 12)
    p.hatch(smooth([(664, 1110), (650, 900), (668, 700), (690, 480), (742, 340), (790, 312), (738, 470), (716, 700), (706, 900), (716, 1116)], True), 13, 3.2, 8)
    face = smooth([(742, 1010), (746, 700), (776, 470), (840, 372), (960, 366), (1040, 440), (1064, 700), (1070, 1010)], True)
    p.flat(face, PANEL)
    for i in range(11):
        y = 440 + i * 54
        left = 802 - min(i, 6) * 9
        script(p, left, y, (1046 if i else 1004) - left, 22)
    p.line(smooth([(1100, 480), (1090, 600), (1104, 700)]), 7)
    p.line(smooth([(690, 1020), (740, 1060), (830, 1070)]), 7)
    for x, y in ((1104, 820), (1108, 950), (800, 330)):
        p.line(smooth([(x - 18, y), (x, y - 10), (x + 16, y + 4)]), 5)
    for k in (-1, 1):
        for j in range(3):
            with p.at(900 + k * (270 + j * 70), 1120 + j * 22):
                p.line(smooth([(-20, 0), (-28, -40), (-44, -80)]), 8)
                p.line(smooth([(0, 0), (0, -54), (4, -100)]), 8)
                p.line(smooth([(18, 0), (28, -40), (46, -76)]), 8)
    person(p, 1370, 1120, 1.06, BARK, INK, "non", (-50, -150), (40, -96))
    person(p, 420, 1140, 1.04, CHAM2, CHAM, "mem", (-44, -96), (70, -170))



@scene("relics/di-tich-chien-thang-dak-po/photos/den-tuong-niem.jpg")
def dak_po_temple(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1540, 210, 84)
    cloud(p, 330, 190, 1.05)
    cloud(p, 1200, 140, 0.7, flip=True)
    hill(p, [(-60, 540), (220, 440), (540, 540), (900, 430), (1260, 540), (1540, 450), (1860, 540)], CHAM2, 14)
    hill(p, [(-60, 650), (360, 590), (820, 650), (1300, 590), (1860, 650)], LA2, 12)
    ground(p, LA3, 720)
    tree(p, 150, 830, 1.3)
    tree(p, 1680, 830, 1.25, LA2, LA, True)
    path_(p, [(900, 880), (900, 1000), (900, 1240)], [420, 560, 860], PANEL)
    for k in range(5):
        y = 915 + k * k * 14 + k * 20
        p.line([(900 - 205 - k * 46, y), (900, y + 3), (900 + 205 + k * 46, y)], 4)
    hall(p, 900, 890, 1000, 180, 5, 240, SON2, PAPER, 3)
    p.shape(rect(770, 612, 260, 56), SON, 7)
    for k in range(5):
        flower(p, 800 + k * 50, 640, 15, HOE2, 5)
    p.shape(trapezoid(900, 1060, 150, 120, 60), STONE, 8)
    incense(p, 900, 1002, 1.15)
    for x in (470, 1330):
        p.shape(rect(x - 40, 910, 80, 70), PANEL, 7)
        lotus(p, x, 912, 0.85)
        bush(p, x, 992, 0.7)
    # A wreath, carried by two.
    p.stroke([(520, 1096), (670, 1096)], 10, BARK, 6)
    person(p, 490, 1150, 1.06, CHAM2, CHAM, "mem", (-40, -100), (40, -76))
    person(p, 700, 1150, 1.06, CHAM2, CHAM, "mem", (-40, -76), (42, -100))
    p.shape(ellipse(596, 1020, 92), LA, 8)
    for i in range(12):
        a = i * math.pi / 6
        flower(p, 596 + 66 * math.cos(a), 1020 + 66 * math.sin(a), 24, (SON2, HOE2, PAPER)[i % 3], 6)
    p.shape(ellipse(596, 1020, 34), PAPER, 6)
    person(p, 1180, 1130, 1.02, SON, INK, "khan", (-14, -146), (14, -148), robe=True)
    person(p, 1300, 1150, 0.78, HOE2, CHAM, "hair", (-44, -120), (36, -96))
    tufts(p, (30, 880, 420, 1180), 20)
    tufts(p, (1400, 880, 1780, 1180), 20)


@scene("relics/di-tich-chien-thang-dak-po/photos/nha-bia.jpg")
def dak_po_stele_house(p):
    sky(p, HOE3, PAPER)
    sun(p, 1530, 220, 88)
    cloud(p, 360, 220, 1.1)
    birds(p, ((600, 330, 0.6), (520, 380, 0.5)))
    hill(p, [(-60, 560), (260, 460), (600, 560), (980, 450), (1320, 550), (1600, 470), (1860, 550)], CHAM2, 14)
    hill(p, [(-60, 660), (400, 610), (900, 660), (1400, 600), (1860, 660)], LA, 12)
    ground(p, LA3, 730)
    for x, s in ((250, 1.0), (90, 0.8), (1600, 1.05), (1750, 0.8)):
        areca(p, x, 830, s, x > 900)
    path_(p, [(900, 960), (910, 1060), (940, 1240)], [330, 430, 660], HOE3)
    steps(p, 900, 980, 860, 4, 24)
    floor = 884
    for x in (610, 1190):
        p.shape(rect(x - 24, 450, 48, floor - 450), SON, 8)
    p.flat(rect(640, 500, 520, floor - 500), PANEL)
    p.hatch(rect(640, 500, 520, floor - 500), 22, 2.4, 0)
    stele(p, 900, floor, 250, 390, STONE, 9)
    for x in (520, 1280):
        p.shape(rect(x - 28, 440, 56, floor - 440), SON, 9)
        p.shape(rect(x - 42, floor - 30, 84, 32), STONE, 7)
    p.shape(rect(480, 430, 840, 44), BARK, 8)
    for k in range(7):
        p.shape(ellipse(540 + k * 120, 452, 15), HOE2, 5)
    roof(p, 900, 440, 1080, 150, SON2, 0.42, 0.58)
    p.shape(rect(700, 226, 400, 76), PANEL, 8)
    p.hatch(rect(716, 240, 368, 48), 15, 3, 90, broken=0)
    roof(p, 900, 240, 620, 130, SON2, 0.42, 0.5)
    incense(p, 900, 892, 0.62)
    dish(p, 790, 890, 0.56, "flowers")
    dish(p, 1010, 890, 0.56)
    person(p, 660, 1110, 1.06, BARK, INK, "hair", (-40, -96), (30, -150))
    person(p, 790, 1120, 0.8, SON2, CHAM, "hair", (-40, -100), (36, -110), back=True)
    person(p, 1180, 1110, 1.06, CHAM2, CHAM, "mem", (-66, -186), (44, -96))
    tufts(p, (30, 880, 440, 1180), 18)
    tufts(p, (1340, 880, 1780, 1180), 20)


@scene("relics/bia-cham-tu-luong/photos/minh-van.jpg")
def cham_script(p):
    p.flat(rect(-20, -20, 1840, 1240), STONE2)
    stone = smooth([(-60, 90), (300, 50), (800, 80), (1300, 40), (1660, 110), (1740, 420), (1720, 800), (1750, 1260), (-60, 1260)], False)
    p.shape(stone, STONE, 12)
    face = smooth([(-80, 210), (300, 165), (820, 190), (1300, 150), (1560, 230), (1612, 520), (1590, 900), (1620, 1280), (-80, 1280)], False)
    p.flat(face, PANEL)
    edge = smooth([(1612, 520), (1590, 900), (1620, 1260), (1750, 1260), (1720, 800), (1736, 460), (1680, 150), (1560, 230)], True)
    p.hatch(edge, 20, 4, 24)
    for x, y in ((120, 120), (420, 100), (760, 128), (1080, 96), (1380, 110)):
        p.line(smooth([(x, y), (x + 60, y - 12), (x + 130, y + 6)]), 7)
    for i in range(7):
        y = 300 + i * 118
        p.line(smooth([(60, y + 56), (500, y + 52), (1000, y + 57), (1500, y + 53)]), 2.6, STONE2, 0.7)
        script(p, 70 + (i % 3) * 14, y, 1440 - (i % 2) * 40, 43)
    p.line([(560, 180), (590, 330), (570, 450), (620, 560), (606, 700)], 9, STONE2, 0.2, 2.4)
    p.line([(590, 330), (650, 380), (660, 440)], 7, STONE2, 0.2, 2.4)
    for x, y, s in ((1520, 1010, 1.0), (140, 190, 0.8), (1490, 250, 0.7)):
        for dx, dy, r, c in ((0, 0, 46, LA2), (48, 26, 32, LA), (-36, 36, 28, LA3), (30, -32, 22, LA2)):
            p.shape(lobes(x + dx * s, y + dy * s, r * s, r * s * 0.7, 8), c, 6)
    # A scale, as in a survey: the strokes are about two centimeters high.
    p.shape(rect(1080, 1118, 520, 40), PAPER, 8)
    for k in range(5):
        if k % 2 == 0:
            p.flat(rect(1084 + k * 103, 1122, 103, 32), INK, 0.4)


def woodblock(p, x, y, w, h, lines=7, picture=False, color=BARK):
    """A printing block lying flat: a frame, cut signs that catch the light, grips on both ends."""
    for s in (-1, 1):
        p.shape(rect(x + s * (w / 2 + 18) - 22, y - h * 0.64, 44, h * 0.28), color, 7)
    p.shape(rect(x - w / 2, y - h, w, h), color, 9)
    p.shape(rect(x - w / 2 + 16, y - h + 16, w - 32, h - 32), INK, 5)
    left = x - w / 2 + 32
    if picture:
        box = rect(left, y - h + 30, w * 0.30, h - 60)
        p.shape(box, BARK, 4)
        with p.at(left + w * 0.15, y - h * 0.24, h / 260):
            lotus(p, 0, 0, 1.15, HOE3)
            p.line(smooth([(-70, 12), (-30, 4), (0, 14), (30, 4), (70, 12)]), 6, HOE3)
        scroll(p, left + w * 0.09, y - h * 0.72, h * 0.06, 1.3, 1, 6)
        left += w * 0.34
    columns = max(3, int((x + w / 2 - 40 - left) / (h * 0.115)))
    step = (x + w / 2 - 34 - left) / columns
    for i in range(columns):
        for j in range(lines):
            cx, cy = left + (i + 0.5) * step, y - h + 34 + (j + 0.5) * (h - 68) / lines
            size = min(step, (h - 68) / lines) * 0.36
            for _ in range(4):
                a, b = p.rng.uniform(-0.8, 0.8) * size, p.rng.uniform(-0.8, 0.8) * size
                if p.rng.random() < 0.55:
                    p.line([(cx - size, cy + b), (cx, cy + b), (cx + size, cy + b)], size * 0.34, HOE3, 0.8, 0.2)
                else:
                    p.line([(cx + a, cy - size), (cx + a, cy), (cx + a, cy + size)], size * 0.34, HOE3, 0.8, 0.2)


@scene("relics/chua-bo-da/photos/moc-ban.jpg")
def bo_da_blocks(p):
    p.flat(rect(-20, -20, 1840, 1240), HOE3)
    p.hatch(rect(-20, -20, 1840, 800), 120, 3, 90, BARK, 0)
    # Racks full of blocks standing on edge.
    for shelf, top in enumerate((70, 330, 590)):
        x = 70.0
        while x < 1680:
            w, h = p.rng.uniform(34, 44), p.rng.uniform(182, 196)
            p.shape(rect(x, top + 216 - h, w, h), (BARK, STONE2, BARK, INK)[p.rng.randrange(4)], 6)
            # The end of a block: its grip, and the two carved faces as dark edges.
            p.shape(rect(x + w * 0.28, top + 176 - h * 0.5, w * 0.44, 78), HOE, 5)
            p.line([(x + w * 0.5, top + 186 - h * 0.5), (x + w * 0.52, top + 220 - h * 0.5), (x + w * 0.5, top + 246 - h * 0.5)], 3)
            x += w + 6
        p.shape(rect(40, top + 216, 1720, 30), SON2, 9)
    for x in (30, 890, 1740):
        p.shape(rect(x - 10, 30, 52, 830), SON, 9)
    p.shape(rect(10, 10, 1780, 44), SON, 9)
    # The table in front, one block open on it, ink and the print.
    p.shape([(-40, 1240), (60, 880), (1740, 880), (1840, 1240)], SON2, 10)
    p.hatch([(-40, 1240), (60, 880), (1740, 880), (1840, 1240)], 70, 3.4, 1)
    woodblock(p, 660, 1160, 860, 330, 6, True)
    p.shape([(1200, 1150), (1230, 850), (1690, 850), (1730, 1150)], PAPER, 8)
    with p.at(1350, 1080, 0.86):
        lotus(p, -40, -26, 1.35, SON3)
        p.line(smooth([(-110, -12), (-60, -20), (-30, -10), (30, -20)]), 6)
    for i in range(6):
        for j in range(6):
            cx, cy = 1450 + i * 43, 890 + j * 42
            for _ in range(3):
                b = p.rng.uniform(-12, 12)
                p.line([(cx - 14, cy + b), (cx, cy + b), (cx + 14, cy + b)], 5, INK, 0.8, 0.2)
            p.line([(cx, cy - 15), (cx + 2, cy), (cx, cy + 15)], 5, INK, 0.8, 0.2)
    p.shape(ellipse(160, 1010, 92, 44), CHAM3, 8)
    p.flat(ellipse(162, 1004, 70, 30), INK)
    p.stroke([(150, 1000), (60, 880)], 16, HOE2, 7)


@scene("relics/chua-vinh-nghiem/photos/tam-quan.jpg")
def vinh_nghiem_gate(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1530, 200, 86)
    cloud(p, 330, 190, 1.1)
    birds(p, ((1240, 150, 0.6), (1320, 200, 0.45)))
    hill(p, [(-60, 600), (260, 520), (620, 600), (1000, 530), (1400, 600), (1860, 530)], LA2, 14)
    hill(p, [(-60, 680), (440, 640), (900, 680), (1500, 640), (1860, 690)], LA, 12)
    ground(p, LA3, 740)
    pine(p, 120, 880, 1.35)
    pine(p, 1700, 880, 1.35, True)
    path_(p, [(900, 870), (900, 990), (900, 1240)], [560, 680, 980], HOE3)
    # Side doors, lower; the middle one with a storey of its own.
    for s in (-1, 1):
        x = 900 + s * 400
        p.shape(rect(x - 190, 560, 380, 320), PAPER, 9)
        p.hatch(rect(x - 190, 562, 60, 316), 12, 2.8)
        door(p, x, 880, 170, 240, BARK, SON3)
        for k in (-1, 1):
            p.shape(ellipse(x + k * 136, 650, 28), SON2, 6)
            scroll(p, x + k * 136, 650, 18, 1.2, k, 5)
        roof(p, x, 570, 480, 120, SON2, 0.44, 0.6)
    p.shape(rect(690, 470, 420, 410), PAPER, 10)
    p.hatch(rect(690, 472, 54, 406), 12, 2.8)
    door(p, 900, 880, 230, 320, BARK, SON3)
    with p.inside([(785, 880), (785, 675)] + ellipse(900, 675, 115, 115, 180, 360) + [(1015, 880)]):
        p.flat(rect(770, 540, 260, 360), LA3)
        p.flat(rect(770, 540, 260, 190), CHAM3)
        hall(p, 900, 850, 250, 60, 3, 74, SON2, HOE3, 1, (1,))
        path_(p, [(900, 850), (900, 890)], [60, 110], HOE3, 5)
    for x in (690, 1110):
        p.shape(rect(x - 26, 440, 52, 440), SON3, 8)
        lotus(p, x, 444, 0.5)
    p.shape(rect(760, 490, 280, 60), SON, 7)
    for k in range(4):
        flower(p, 798 + k * 68, 520, 19, HOE2, 8)
    roof(p, 900, 480, 620, 130, SON2, 0.44, 0.6)
    p.shape(rect(770, 290, 260, 76), PANEL, 8)
    p.hatch(rect(784, 302, 232, 52), 15, 3, 90, broken=0)
    roof(p, 900, 300, 430, 120, SON2, 0.44, 0.5)
    for x, h in ((430, 360), (610, 330), (1190, 330), (1370, 360)):
        festivalflag(p, x, 990, 0.95, h)
    person(p, 330, 1080, 1.0, SON, INK, "non", (-44, -96), (44, -96))
    person(p, 520, 1100, 1.04, HOE2, SON, "khan", (-16, -146), (16, -148), robe=True)
    person(p, 760, 1050, 0.94, BARK, INK, "khan", (-16, -146), (16, -148), robe=True, back=True)
    person(p, 1060, 1110, 1.06, CHAM2, CHAM, "mem", (-60, -170), (46, -96))
    person(p, 1240, 1100, 0.74, SON2, CHAM, "hair", (-44, -150), (40, -150))
    person(p, 1480, 1090, 1.02, LA, INK, "non", (-44, -96), (20, -140), robe=True)
    tufts(p, (30, 900, 300, 1180), 12)
    tufts(p, (1560, 900, 1780, 1180), 12)


@scene("relics/chua-vinh-nghiem/photos/moc-ban.jpg")
def vinh_nghiem_printing(p):
    p.flat(rect(-20, -20, 1840, 1240), HOE3)
    # The printing hall: columns, a window on the yard.
    p.shape(rect(-30, -30, 1860, 90), BARK, 9)
    p.shape(rect(640, 130, 520, 380), CHAM3, 9)
    with p.inside(rect(640, 130, 520, 380)):
        hill(p, [(600, 420), (760, 350), (960, 420), (1200, 340)], LA2, 8)
        sun(p, 1060, 220, 44, SON2, 8)
        areca(p, 740, 520, 0.7)
    for k in range(1, 6):
        p.shape(rect(640 + k * 520 / 6 - 8, 130, 16, 380), SON, 6)
    p.shape(rect(610, 500, 580, 36), SON, 8)
    for x in (90, 1640):
        p.shape(rect(x, 40, 70, 900), SON, 9)
        p.shape(rect(x - 16, 900, 102, 60), STONE, 8)
    # Prints drying on lines.
    for y, x0, x1 in ((170, 190, 600), (170, 1200, 1620)):
        p.line(smooth([(x0, y), ((x0 + x1) / 2, y + 22), (x1, y)]), 6)
        for k in range(3):
            x = x0 + 30 + k * (x1 - x0 - 40) / 3
            p.shape([(x, y + 14), (x + 104, y + 16), (x + 100, y + 212), (x + 4, y + 208)], PAPER, 6)
            for c in range(4):
                for r in range(7):
                    cx, cy = x + 20 + c * 22, y + 40 + r * 24
                    p.line([(cx - 7, cy - 4), (cx, cy - 4), (cx + 7, cy - 4)], 4, INK, 0.8, 0.2)
                    p.line([(cx, cy - 8), (cx, cy), (cx + p.rng.uniform(-4, 4), cy + 8)], 4, INK, 0.8, 0.2)
    person(p, 600, 1090, 2.0, BARK, BARK, "khan", (-20, -96), (92, -110), robe=True)
    person(p, 1240, 1090, 1.95, SON2, CHAM, "hair", (-84, -104), (30, -92))
    p.shape([(60, 1000), (1740, 1000), (1800, 1090), (0, 1090)], SON2, 10)
    p.shape(rect(0, 1088, 1800, 140), SON, 9)
    woodblock(p, 900, 1070, 560, 210, 5)
    # The sheet is being lifted off.
    p.shape(smooth([(700, 860), (820, 800), (980, 790), (1110, 830)]) + smooth([(1140, 930), (1000, 900), (840, 915), (690, 960)]), PAPER, 8)
    for c in range(9):
        for r in range(3):
            cx, cy = 742 + c * 42 , 862 + r * 30 - 20 * math.sin(c / 8 * 3.14)
            p.line([(cx - 11, cy - 5), (cx, cy - 6), (cx + 11, cy - 5)], 4.4, INK, 0.8, 0.2)
            p.line([(cx - 9, cy + 6), (cx, cy + 5), (cx + 9, cy + 6)], 4.4, INK, 0.8, 0.2)
            p.line([(cx, cy - 11), (cx + 1, cy), (cx, cy + 11)], 4.4, INK, 0.8, 0.2)
    for x, y in ((690, 905), (1128, 880)):
        p.shape(ellipse(x, y, 26, 22), SKIN, 7)
    for i in range(4):
        p.shape(rect(190 - i * 6, 1010 - i * 34, 260, 34), (BARK, INK, BARK, HOE)[i], 7)
    p.shape(ellipse(1480, 1010, 100, 44), CHAM3, 8)
    p.flat(ellipse(1482, 1004, 76, 30), INK)
    p.shape(ellipse(1640, 1030, 56, 26), HOE2, 7)
    p.shape(rect(1622, 960, 36, 60), BARK, 6)


@scene("relics/dinh-lang-mau/photos/dinh.jpg")
def communal_house(p):
    sky(p, HOE3, PAPER)
    sun(p, 1540, 210, 86)
    cloud(p, 560, 180, 1.0)
    cloud(p, 1150, 240, 0.7, flip=True)
    hill(p, [(-60, 640), (400, 570), (900, 630), (1400, 560), (1860, 630)], LA2, 10)
    bamboo(p, 120, 760, 1.0)
    bamboo(p, 1720, 760, 1.05, True)
    ground(p, LA3, 720)
    hall(p, 920, 870, 1180, 150, 7, 300, SON2, HOE3, 2, (2, 3, 4))
    tree(p, 250, 900, 1.55)
    p.stroke(smooth([(160, 640), (150, 760), (166, 880)]), 9, BARK, 6)
    p.stroke(smooth([(340, 650), (352, 760), (338, 890)]), 9, BARK, 6)
    path_(p, [(920, 880), (920, 960), (920, 1010)], [360, 400, 430], HOE3)
    for x in (640, 1200):
        p.shape(rect(x - 26, 780, 52, 170), PAPER, 8)
        p.shape(rect(x - 36, 770, 72, 20), STONE, 6)
        lotus(p, x, 772, 0.62)
    festivalflag(p, 500, 990, 0.95, 350)
    festivalflag(p, 1330, 990, 0.95, 350)
    # The pond in front, with lotus.
    pond = smooth([(260, 1120), (500, 1040), (920, 1016), (1340, 1040), (1600, 1120), (1500, 1260), (380, 1260)], True)
    p.shape(pond, CHAM2, 9)
    with p.inside(pond):
        for k in range(9):
            x, y = 380 + k * 140, 1080 + (k * 67) % 110
            p.line(smooth([(x - 60, y), (x - 20, y - 6), (x + 30, y + 2), (x + 80, y - 4)]), 5, CHAM3, 0.3)
    for x, y, s in ((480, 1120, 1.0), (640, 1170, 1.1), (1240, 1110, 0.9), (1380, 1160, 1.15), (930, 1150, 0.9)):
        p.shape(ellipse(x - 50, y + 8, 62 * s, 20 * s), LA, 6)
        p.shape(ellipse(x + 62, y + 14, 50 * s, 17 * s), LA2, 6)
        lotus(p, x, y, 0.72 * s)
    person(p, 780, 1000, 0.84, SON, INK, "khan", (-16, -146), (16, -148), robe=True)
    person(p, 1060, 1000, 0.84, CHAM, INK, "khan", (-40, -100), (40, -130), robe=True)
    person(p, 1490, 1040, 0.9, BARK, INK, "non", (-44, -96), (44, -96))
    person(p, 1580, 1050, 0.66, SON2, CHAM, "hair", (-50, -120), (40, -100))
    tufts(p, (20, 920, 240, 1180), 12)
    tufts(p, (1620, 900, 1790, 1180), 12)


@scene("relics/dinh-lang-mau/photos/bia-da.jpg")
def communal_stele(p):
    sky(p, CHAM3, PAPER)
    sun(p, 1550, 220, 84)
    cloud(p, 1180, 170, 0.85, flip=True)
    hill(p, [(-60, 620), (400, 550), (900, 620), (1400, 550), (1860, 620)], LA2, 12)
    ground(p, LA3, 720)
    hall(p, 1500, 790, 560, 100, 5, 150, SON2, HOE3, 2, (2,))
    brick(p, -40, 640, 700, 160, SON3, 28)
    p.shape(rect(-60, 612, 730, 34), STONE, 7)
    tree(p, 240, 960, 1.95)
    p.shape(smooth([(420, 1130), (640, 1070), (980, 1050), (1320, 1070), (1540, 1130), (1300, 1200), (960, 1216), (640, 1200)], True), HOE3, 8)
    tortoise(p, 930, 1130, 640)
    stele(p, 900, 948, 360, 720, STONE, 11, False)
    incense(p, 640, 1176, 0.66)
    dish(p, 780, 1190, 0.56)
    person(p, 1545, 1130, 1.2, CHAM2, CHAM, "mem", (-72, -190), (42, -100))
    phone(p, 1459, 896, 1.1)
    person(p, 1700, 1120, 0.86, SON2, INK, "hair", (-46, -130), (40, -96))
    tufts(p, (30, 1000, 420, 1190), 14)
    tufts(p, (1760, 860, 1800, 1180), 5)
