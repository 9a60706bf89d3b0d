"""The pictures of the sample site, one function each; the name says which file it becomes.

Entry point: `SCENES`, path below content/ -> function. Run `make.sh` to print them all.
"""

import sys

from parts import *  # noqa: F403

SCENES = {}


def scene(path, **sheet):
    def keep(draw_it):
        SCENES[path] = (draw_it, sheet)
        return draw_it
    return keep


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


def main():
    if sys.argv[1:] == ["--list"]:
        print("\n".join(SCENES))
        return
    path, target = sys.argv[1], sys.argv[2]
    draw_it, sheet = SCENES[path]
    p = Print(path, **sheet)  # noqa: F405
    draw_it(p)
    with open(target, "w", encoding="utf-8") as out:
        out.write(p.svg())


if __name__ == "__main__":
    main()
