"""A small woodblock press: flat mineral colors under a black key line, on paper coated with shell.

A `Print` is one sheet of 1800 x 1200. Every shape is cut twice, as in a workshop in Dong Ho: once into the key block
(ink) and once into a color block, and the two never register exactly. Light comes from the upper right, so the key
line swells on the lower left. All chance comes from a generator seeded by the sheet's name: the same name, the same
sheet. Python's standard library only.
"""

import contextlib
import math
import random

# Mineral colors of the theme and a few tints of them, nothing else.
PAPER, PANEL, INK, BARK = "#f6efe0", "#ece1c8", "#231a15", "#5b4a3f"
SON, SON2, SON3 = "#9c2a1c", "#c4482c", "#e79a7c"
CHAM, CHAM2, CHAM3 = "#1f3f63", "#5f86a8", "#b9cdd6"
LA, LA2, LA3 = "#2f6046", "#6f9a6a", "#b8c99a"
HOE, HOE2, HOE3 = "#b97a10", "#e2ac3c", "#f1d590"
LINE, STONE, STONE2, SKIN = "#c9b893", "#b7ab98", "#8d8273", "#e9bd92"
HORIZON = 720


def n1(value):
    return f"{value:.1f}".rstrip("0").rstrip(".")


def smooth(points, closed=False, steps=7):
    """Catmull-Rom through the points."""
    count = len(points)
    out = []
    for i in range(count if closed else count - 1):
        if closed:
            a, b, c, d = (points[(i + j) % count] for j in (-1, 0, 1, 2))
        else:
            b, c = points[i], points[i + 1]
            a = points[i - 1] if i else (2 * b[0] - c[0], 2 * b[1] - c[1])
            d = points[i + 2] if i + 2 < count else (2 * c[0] - b[0], 2 * c[1] - b[1])
        for k in range(steps):
            t = k / steps
            out.append(tuple(
                0.5 * (2 * b[m] + (c[m] - a[m]) * t + (2 * a[m] - 5 * b[m] + 4 * c[m] - d[m]) * t * t
                       + (3 * b[m] - a[m] - 3 * c[m] + d[m]) * t ** 3) for m in (0, 1)))
    if not closed:
        out.append(tuple(points[-1]))
    return out


def ellipse(x, y, rx, ry=None, start=0, end=360, steps=None):
    """Points of an ellipse or an arc of it, degrees clockwise from the right."""
    ry = rx if ry is None else ry
    full = abs(end - start) >= 360
    steps = steps or max(8, int(abs(end - start) / 360 * (16 + math.sqrt(max(rx, ry)) * 3)))
    return [(x + rx * math.cos(math.radians(start + (end - start) * i / steps)),
             y + ry * math.sin(math.radians(start + (end - start) * i / steps)))
            for i in range(steps if full else steps + 1)]


def rect(x, y, w, h):
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def trapezoid(x, y, bottom, top, height):
    """Standing on (x, y)."""
    return [(x - bottom / 2, y), (x - top / 2, y - height), (x + top / 2, y - height), (x + bottom / 2, y)]


def lobes(x, y, rx, ry, count, bulge=0.55, turn=0.0):
    """A crown or a cloud: half circles round an ellipse."""
    out = []
    for i in range(count):
        a0 = turn + 2 * math.pi * i / count
        a1 = turn + 2 * math.pi * (i + 1) / count
        p = (x + rx * math.cos(a0), y + ry * math.sin(a0))
        q = (x + rx * math.cos(a1), y + ry * math.sin(a1))
        mx, my, half = (p[0] + q[0]) / 2, (p[1] + q[1]) / 2, math.dist(p, q) / 2
        base = math.atan2(p[1] - my, p[0] - mx)
        for k in range(8):
            a = base + math.pi * k / 8
            nx, ny = mx + half * math.cos(a), my + half * math.sin(a)
            along = math.sin(math.pi * k / 8) * (bulge * 2 - 1) * half
            out.append((nx + math.cos((a0 + a1) / 2) * along, ny + math.sin((a0 + a1) / 2) * along))
    return out


def mirror(points, x):
    return [(2 * x - a, b) for a, b in points]


class Print:
    """One sheet."""

    def __init__(self, name, paper=PAPER, width=1800, height=1200, crop=None):
        self.rng = random.Random(name)
        self.crop = crop or (0, 0, width, height)
        self.width, self.height, self.paper = width, height, paper
        self.parts, self.clips = [], 0
        self.move = [(0.0, 0.0, 1.0, 1.0)]

    # --- the plane ---------------------------------------------------------------------------------------------
    @contextlib.contextmanager
    def at(self, x, y, scale=1.0, flip=False):
        """Everything inside is drawn round (x, y), larger or smaller, mirrored or not."""
        ox, oy, sx, sy = self.move[-1]
        self.move.append((ox + x * sx, oy + y * sy, sx * scale * (-1 if flip else 1), sy * scale))
        yield
        self.move.pop()

    def place(self, points):
        ox, oy, sx, sy = self.move[-1]
        return [(ox + x * sx, oy + y * sy) for x, y in points]

    def thick(self, width):
        return width * abs(self.move[-1][3]) ** 0.7

    def wobble(self, points, closed, amount):
        """Cuts edges into short steps and lets the knife waver."""
        out, length = [], 0.0
        phase = [self.rng.uniform(0, 6.3) for _ in range(4)]
        pairs = list(zip(points, points[1:] + points[:1])) if closed else list(zip(points, points[1:]))
        for p, q in pairs:
            gap = math.dist(p, q)
            steps = max(1, int(gap / 26))
            for k in range(steps):
                t = k / steps
                s = length + gap * t
                dx = math.sin(s * 0.031 + phase[0]) + 0.6 * math.sin(s * 0.083 + phase[1])
                dy = math.sin(s * 0.029 + phase[2]) + 0.6 * math.sin(s * 0.077 + phase[3])
                out.append((p[0] + (q[0] - p[0]) * t + dx * amount, p[1] + (q[1] - p[1]) * t + dy * amount))
            length += gap
        if not closed:
            out.append(points[-1])
        return out

    def path(self, points, closed=True):
        text = "M" + "L".join(f"{n1(x)} {n1(y)}" for x, y in points)
        return text + ("Z" if closed else "")

    def add(self, text):
        self.parts.append(text)

    # --- cutting -------------------------------------------------------------------------------------------------
    def shape(self, points, color, key=8.0, wob=1.1):
        """A color with its key line."""
        pts = self.place(points)
        key = self.thick(key)
        edge = self.path(self.wobble(pts, True, wob))
        self.add(f'<path d="{edge}" fill="{INK}" stroke="{INK}" stroke-width="{n1(key)}" stroke-linejoin="round"/>')
        lean = key * 0.17
        if key > 5:
            gap = self.path(self.wobble([(x + lean, y - lean) for x, y in pts], True, wob))
            self.add(f'<path d="{gap}" fill="{self.paper}"/>')
        dx, dy = lean + self.rng.uniform(-0.5, 1.6), -lean + self.rng.uniform(-1.6, 0.5)
        self.add(f'<path d="{self.path(self.wobble([(x + dx, y + dy) for x, y in pts], True, wob))}" fill="{color}"/>')

    def flat(self, points, color, wob=1.4, opacity=1):
        """A color without a key line."""
        edge = self.path(self.wobble(self.place(points), True, wob))
        fade = "" if opacity == 1 else f' opacity="{opacity}"'
        self.add(f'<path d="{edge}" fill="{color}"{fade}/>')

    def line(self, points, width=5.0, color=INK, taper=0.35, wob=0.8):
        """A cut that swells in the middle and thins out at its ends."""
        pts = self.wobble(self.place(points), False, wob)
        if len(pts) < 3:
            pts = [pts[0], ((pts[0][0] + pts[-1][0]) / 2, (pts[0][1] + pts[-1][1]) / 2), pts[-1]]
        width = self.thick(width)
        left, right = [], []
        phase = self.rng.uniform(0, 6)
        for i, (x, y) in enumerate(pts):
            p, q = pts[max(i - 1, 0)], pts[min(i + 1, len(pts) - 1)]
            length = math.dist(p, q) or 1
            nx, ny = -(q[1] - p[1]) / length, (q[0] - p[0]) / length
            t = i / (len(pts) - 1)
            half = width / 2 * (taper + (1 - taper) * math.sin(math.pi * t) ** 0.6) * (1 + 0.18 * math.sin(i * 0.9 + phase))
            left.append((x + nx * half, y + ny * half))
            right.append((x - nx * half, y - ny * half))
        self.add(f'<path d="{self.path(left + right[::-1])}" fill="{color}"/>')

    def stroke(self, points, width, color, key=8.0):
        """A limb, a stem, a pole: a thick stroke with a key line on both sides."""
        pts = self.wobble(self.place(points), False, 0.7)
        key, width = self.thick(key), width * abs(self.move[-1][3])
        edge = self.path(pts, False)
        common = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
        self.add(f'<path d="{edge}" {common} stroke="{INK}" stroke-width="{n1(width + key)}"/>')
        lean = key * 0.15
        inner = self.path([(x + lean, y - lean) for x, y in pts], False)
        self.add(f'<path d="{inner}" {common} stroke="{color}" stroke-width="{n1(width)}"/>')

    def dot(self, x, y, r, color=INK):
        (x, y), = self.place([(x, y)])
        self.add(f'<circle cx="{n1(x)}" cy="{n1(y)}" r="{n1(r * abs(self.move[-1][3]))}" fill="{color}"/>')

    @contextlib.contextmanager
    def inside(self, points):
        """Clips to an outline."""
        self.clips += 1
        name = f"c{self.clips}"
        self.add(f'<clipPath id="{name}"><path d="{self.path(self.place(points))}"/></clipPath><g clip-path="url(#{name})">')
        yield
        self.add("</g>")

    def hatch(self, points, gap=14, width=2.6, angle=0.0, color=INK, broken=0.25):
        """Parallel cuts inside an outline: shade, planks, water."""
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        cx, cy = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        reach = math.hypot(max(xs) - min(xs), max(ys) - min(ys)) / 2 + gap
        ca, sa = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        with self.inside(points):
            k = -reach
            while k < reach:
                a, b = -reach, reach
                if self.rng.random() < broken:
                    a, b = a * self.rng.uniform(0.1, 0.9), b * self.rng.uniform(0.1, 0.9)
                self.line([(cx + ca * u - sa * k, cy + sa * u + ca * k) for u in (a, (a + b) / 2, b)], width, color)
                k += gap * self.rng.uniform(0.85, 1.15)

    # --- the sheet -----------------------------------------------------------------------------------------------
    def grain(self):
        """Brush marks of the shell coating, and the places where the block did not take."""
        w, h = self.width, self.height
        light, dark, flecks = [], [], []
        for _ in range(int(w * h / 6500)):
            x, y, length = self.rng.uniform(-200, w), self.rng.uniform(0, h), self.rng.uniform(120, 520)
            rise = self.rng.uniform(-5, 5) - length * 0.02
            (light if self.rng.random() < 0.7 else dark).append(f"M{n1(x)} {n1(y)}l{n1(length)} {n1(rise)}")
        for _ in range(int(w * h / 2400)):
            x, y, r = self.rng.uniform(0, w), self.rng.uniform(0, h), self.rng.uniform(0.5, 1.7)
            flecks.append(f"M{n1(x)} {n1(y)}h{n1(r * 2)}v{n1(r)}h{n1(-r * 2)}z")
        self.add(f'<path d="{"".join(light)}" stroke="#fffaf0" stroke-width="1.3" opacity=".2" fill="none"/>')
        self.add(f'<path d="{"".join(dark)}" stroke="{BARK}" stroke-width="1.1" opacity=".1" fill="none"/>')
        self.add(f'<path d="{"".join(flecks)}" fill="{PAPER}" opacity=".75"/>')

    def svg(self):
        self.grain()
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(n1, self.crop))}">'
        sheet = f'<rect width="{self.width}" height="{self.height}" fill="{self.paper}"/>'
        return "\n".join([head, sheet, *self.parts, "</svg>\n"])
