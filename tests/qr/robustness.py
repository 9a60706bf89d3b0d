#!/usr/bin/env python3
"""How well styled codes are read when they are small, dirty, bent or badly lit, compared with plain ones.

Use: tests/qr/robustness.py OUT [--images 200] [--presets stele,lotus] [--rows tilt,blur] [--program target/release/vanbia]
     tests/qr/robustness.py OUT --drawings     only draws the codes and reads them undamaged
     tests/qr/robustness.py OUT --go-on        keeps what OUT/readings.jsonl has already of the very same drawings
     tests/qr/robustness.py OUT --jobs 2       processes; one when others have the cores, otherwise one a core

For every preset the program under test builds a small site; its codes are drawn by rsvg-convert, damaged in 42 ways and
read by three decoders that know nothing of vanbia: zxing-cpp and OpenCV's WeChat reader (Python packages), zbar (Debian libzbar0
through pyzbar). Nothing of the result depends on the clock or on chance: every damage has its own fixed dice.

A code takes 1.2 s of a core, 70 % of it in WeChat's reader, which tries longest where it finds nothing, 10 % in zbar:
200 codes in 11 presets take 45 minutes on a core that is free. Every code is written down as it is done, so that
nothing is lost when a run is stopped.

OUT gets report.md (the table), readings.jsonl (a line a code) and presets.jpg (every preset, damaged). The exit code is 1
when a preset has less than 98 % of the rate of `classic` over all rows, or more than 10 points less in one row. Presets with
an emblem need a larger symbol; they are compared with `classic` codes of that size, and excused from the rows that cover
the middle themselves. What is missing is installed into tests/qr/.venv.
"""
import argparse
import hashlib
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from multiprocessing import Pool
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGES = ["numpy", "opencv-contrib-python-headless", "zxing-cpp", "pyzbar"]

PIXELS = 7      # of a module; not 8, the width of the blocks in which zxing-cpp looks for its threshold
BLACK, WHITE = 22, 234
AROUND = 5      # modules of ornament that stay around the code, so that all presets are damaged alike
PRESETS = ["classic", "rounded", "dots", "stele", "lotus", "dong-son", "lacquer"]
EMBLEMS = {"stele+sun": ("stele", "sun"), "lotus+lotus": ("lotus", "lotus"), "dong-son+star": ("dong-son", "star")}
MIDDLE = ("occlusion", "center logo")
# An emblem takes error correction and with it a larger symbol, which tilts and bends worse whatever it looks like. Such
# presets are compared with plain codes of the same size, which a longer address makes.
LARGER = "classic, longer address"


def in_venv(script=__file__):
    """Runs a script again where its packages are."""
    if os.environ.get("VANBIA_QR_VENV"):
        return
    venv = HERE / ".venv"
    python = venv / "bin" / "python"
    if not (venv / "complete").exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (venv / "complete").write_text("\n".join(PACKAGES))
    # WeChat's reader asks for megabytes and gives them back for every picture; the C library shall keep them.
    keep = "glibc.malloc.mmap_threshold=1073741824:glibc.malloc.trim_threshold=8589934592"
    environment = {**os.environ, "VANBIA_QR_VENV": "1", "GLIBC_TUNABLES": keep}
    os.execve(python, [str(python), script, *sys.argv[1:]], environment)


# ---------------------------------------------------------------- codes

def write_site(folder, style, count, address):
    (folder / "content").mkdir(parents=True)
    settings = f"title: {{ vi: Thử, en: Trial }}\nbase_url: https://{address}.example/\n"
    if isinstance(style, tuple):
        settings += f"code_style: {{ preset: {style[0]}, emblem: {style[1]} }}\n"
    else:
        settings += f"code_style: {style}\n"
    (folder / "content" / "site.yaml").write_text(settings)
    for i in range(count):
        entry = folder / "content" / "articles" / f"bai-{i:04}"
        entry.mkdir(parents=True)
        text = f"title: {{ vi: Bài {i}, en: Text {i} }}\nsummary: {{ vi: Số {i}, en: Number {i} }}\ntopic: news\nstatus: published\n"
        (entry / "entry.yaml").write_text(text)
        (entry / "vi.md").write_text(f"Bài số {i}.\n")
        (entry / "en.md").write_text(f"Text number {i}.\n")


def codes_of(program, preset, style, count, scratch):
    """Payload and SVG of every code of a site in this style."""
    folder = scratch / preset
    write_site(folder, style, count, "thu-ma-dai-hon" if preset == LARGER else "thu-ma")
    build = [program, "build", "--root", folder, "--today", "2026-11-22", "-q", "--lang", "en"]
    done = subprocess.run(build, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{preset}: {done.stderr}")
    rows = json.loads((folder / "output" / "codes.json").read_text())["codes"]
    return [(row["payload"], folder / "output" / row["code"] / "qr.svg") for row in rows]


def drawn(svg):
    """A code as the camera's gray picture, cut to the code and AROUND modules; the whole picture beside it."""
    import cv2
    import numpy as np
    text = svg.read_text()
    width, height = (float(n) for n in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', text).groups())
    ground = re.findall(r'<path fill="#fff" d="M([\d.]+) ([\d.]+)h([\d.]+)v', text)
    x, y, side = (float(n) for n in ground[-1])
    png = subprocess.run(
        ["rsvg-convert", "-w", str(round(width * PIXELS)), "-b", "white", str(svg)], check=True, capture_output=True
    ).stdout
    whole = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_GRAYSCALE)
    # As a camera exposes it: nothing quite black or white, so that noise is not cut off where it would do harm.
    whole = (BLACK + whole.astype(np.float32) * (WHITE - BLACK) / 255).round().astype(np.uint8)
    scale = whole.shape[1] / width
    margin = AROUND * PIXELS
    padded = cv2.copyMakeBorder(whole, *[margin] * 4, cv2.BORDER_CONSTANT, value=WHITE)
    left, top = round(x * scale), round(y * scale)
    size = round(side * scale) + 2 * margin
    return padded[top:top + size, left:left + size].copy(), whole


# ---------------------------------------------------------------- damages: (picture, amount, dice) -> picture

def box(picture):
    """Where the symbol begins, without its quiet zone, and its width in pixels."""
    begin = (AROUND + 4) * PIXELS
    return begin, picture.shape[0] - 2 * begin


def resize(picture, factor):
    import cv2
    return cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)


def small(picture, pixels, dice):
    return resize(picture, pixels / PIXELS)


def coarse(picture, pixels, dice):
    """From far away. Where the camera's pixels fall on the code is for the dice: at one fixed place every code of a preset
    has the very same finder patterns, and zxing-cpp reads all of them or none."""
    import cv2
    import numpy as np
    step = PIXELS / pixels
    right, down = dice.uniform(0, step, 2)
    edge = math.ceil(step)
    size = (picture.shape[1] + edge, picture.shape[0] + edge)
    move = np.float32([[1, 0, right], [0, 1, down]])
    return small(cv2.warpAffine(picture, move, size, borderMode=cv2.BORDER_REPLICATE), pixels, dice)


def blur(picture, modules, dice):
    import cv2
    return cv2.GaussianBlur(picture, (0, 0), modules * PIXELS)


def motion(picture, modules, dice):
    import cv2
    import numpy as np
    length = max(3, int(modules * PIXELS) | 1)
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1
    turn = cv2.getRotationMatrix2D((length / 2 - 0.5, length / 2 - 0.5), dice.uniform(0, 180), 1)
    kernel = cv2.warpAffine(kernel, turn, (length, length))
    return cv2.filter2D(picture, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)


def noise(picture, sigma, dice):
    import numpy as np
    return np.clip(picture + dice.normal(0, sigma, picture.shape), 0, 255).astype(np.uint8)


def contrast(picture, share, dice):
    import numpy as np
    return noise(np.clip(140 + (picture.astype(float) - 127) * share, 0, 255), 2, dice)


def rotate(picture, degrees, dice):
    import cv2
    side = int(picture.shape[0] * 1.45)
    edge = (side - picture.shape[0]) // 2
    wide = cv2.copyMakeBorder(picture, *[edge] * 4, cv2.BORDER_CONSTANT, value=255)
    turn = cv2.getRotationMatrix2D((wide.shape[1] / 2, wide.shape[0] / 2), degrees, 1)
    return cv2.warpAffine(wide, turn, wide.shape[::-1], borderValue=255)


def tilt(picture, degrees, dice):
    """Seen from the side, from close by, out of a direction that the dice choose."""
    import cv2
    import numpy as np
    side = picture.shape[0]
    angle, way, far = math.radians(degrees), dice.uniform(0, 2 * math.pi), 1.6 * side
    corners = []
    for x, y in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)):
        u = (x * math.cos(way) + y * math.sin(way)) * side
        v = (y * math.cos(way) - x * math.sin(way)) * side
        depth, u = far + u * math.sin(angle), u * math.cos(angle)
        corners.append(((u * math.cos(way) - v * math.sin(way)) * far / depth,
                        (u * math.sin(way) + v * math.cos(way)) * far / depth))
    corners = np.float32(corners)
    corners -= corners.min(0) - 20
    size = tuple(int(n) for n in corners.max(0) + 20)
    flat = np.float32([[0, 0], [side, 0], [side, side], [0, side]])
    warp = cv2.getPerspectiveTransform(flat, corners)
    return cv2.warpPerspective(picture, warp, size, flags=cv2.INTER_AREA, borderValue=230)


def cylinder(picture, degrees, dice):
    """Around a pillar; the amount is half of the angle that the picture spans."""
    import cv2
    import numpy as np
    height, width = picture.shape
    half = math.radians(degrees)
    across = (np.arcsin(np.linspace(-math.sin(half), math.sin(half), width)) / half + 1) / 2 * (width - 1)
    x, y = np.meshgrid(across.astype(np.float32), np.arange(height, dtype=np.float32))
    return cv2.remap(picture, x, y, cv2.INTER_LINEAR)


def occlusion(picture, share, dice):
    """A gray sticker anywhere but on a finder pattern."""
    out = picture.copy()
    begin, width = box(picture)
    side, finder = int(width * math.sqrt(share)), 8 * PIXELS
    for _ in range(500):
        x, y = (int(n) for n in dice.integers(0, width - side + 1, 2))
        left, top = x < finder, y < finder
        right, low = x + side > width - finder, y + side > width - finder
        if not ((left and top) or (right and top) or (left and low)):
            break
    out[begin + y:begin + y + side, begin + x:begin + x + side] = 128
    return out


def finder_cut(picture, share, dice):
    """A corner of the first finder pattern is gone."""
    out = picture.copy()
    begin, _ = box(picture)
    side = int(7 * PIXELS * share)
    out[begin:begin + side, begin:begin + side] = 255
    return out


def center_logo(picture, share, dice):
    import cv2
    out = picture.copy()
    middle = picture.shape[0] // 2
    radius = int(box(picture)[1] * math.sqrt(share / math.pi))
    cv2.circle(out, (middle, middle), radius, 255, -1)
    cv2.circle(out, (middle, middle), int(radius * 0.7), 60, -1)
    return out


def flips(picture, share, dice):
    """Chips and lichen: modules that are the other way around."""
    out = picture.copy()
    begin, width = box(picture)
    count = round(width / PIXELS)
    for y in range(count):
        for x in range(count):
            if dice.random() < share:
                at = (slice(begin + y * PIXELS, begin + (y + 1) * PIXELS), slice(begin + x * PIXELS, begin + (x + 1) * PIXELS))
                is_dark = out[begin + y * PIXELS + PIXELS // 2, begin + x * PIXELS + PIXELS // 2] < 128
                out[at] = 255 if is_dark else 20
    return out


def glare(picture, share, dice):
    import numpy as np
    begin, width = box(picture)
    x, y = begin + width * dice.uniform(0.3, 0.7, 2)
    down, across = np.mgrid[:picture.shape[0], :picture.shape[1]]
    light = np.exp(-((across - x) ** 2 + (down - y) ** 2) / (2 * (share * width) ** 2))
    return np.clip(picture + 400 * light, 0, 255).astype(np.uint8)


def shadow(picture, left, dice):
    """A hard edge of shade through the middle; the amount is the light that is left."""
    import numpy as np
    height, width = picture.shape
    down, across = np.mgrid[:height, :width]
    angle = dice.uniform(0, math.pi)
    shade = ((across - width / 2) * math.cos(angle) + (down - height / 2) * math.sin(angle)) > 0
    out = picture.astype(float)
    out[shade] *= left
    return out.astype(np.uint8)


def invert(picture, amount, dice):
    return 255 - picture


def jpeg(picture, quality, dice):
    import cv2
    return cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(quality)])[1], cv2.IMREAD_GRAYSCALE)


def quiet(picture, modules, dice):
    """Cut down to a narrower quiet zone and fixed on a dark plate."""
    import cv2
    edge = round((AROUND + 4 - modules) * PIXELS)
    cut = picture[edge:picture.shape[0] - edge, edge:picture.shape[1] - edge]
    return cv2.copyMakeBorder(cut, 60, 60, 60, 60, cv2.BORDER_CONSTANT, value=BLACK)


def field(picture, pixels, dice):
    """What a hurried visitor's photo has of everything."""
    out = small(tilt(shadow(picture, 0.55, dice), 35, dice), pixels, dice)
    import cv2
    return noise(cv2.GaussianBlur(out, (0, 0), 0.35 * pixels), 8, dice)


ROWS = [
    ("clean", lambda picture, amount, dice: picture, [0]),
    ("pixels a module", coarse, [3, 2, 1.5]),
    ("blur, modules", blur, [0.3, 0.5]),
    ("motion, modules", motion, [0.5, 1]),
    ("noise", noise, [20, 50]),
    ("contrast left", contrast, [0.25, 0.12, 0.06]),
    ("rotated", rotate, [10, 30, 45]),
    ("tilted", tilt, [40, 50, 60, 70]),
    ("cylinder", cylinder, [50, 65]),
    ("occlusion", occlusion, [0.05, 0.10, 0.15, 0.20]),
    ("finder corner cut", finder_cut, [0.3, 0.5]),
    ("center logo", center_logo, [0.05, 0.10, 0.15]),
    ("modules flipped", flips, [0.02]),
    ("glare", glare, [0.08]),
    ("hard shadow", shadow, [0.5]),
    ("inverted", invert, [1]),
    ("jpeg quality", jpeg, [8]),
    ("quiet zone", quiet, [3, 1, 0]),
    ("field photo, pixels", field, [4, 3]),
]


# ---------------------------------------------------------------- decoders

def readers():
    import cv2
    import zxingcpp
    from pyzbar import pyzbar
    wechat = cv2.wechat_qrcode_WeChatQRCode()

    def by_zxing(picture):
        return [found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]

    def by_zbar(picture):
        return [found.data.decode("utf-8", "replace") for found in pyzbar.decode(picture, symbols=[pyzbar.ZBarSymbol.QRCODE])]

    def by_wechat(picture):
        try:
            return list(wechat.detectAndDecode(picture)[0])
        except cv2.error:
            return []

    return {"zxing-cpp": by_zxing, "zbar": by_zbar, "WeChat": by_wechat}


READERS = None


def rows(wanted):
    """Name, damage and amount of every row of the table."""
    for name, damage, amounts in [("whole drawing", None, [0]), *ROWS]:
        if wanted and not any(name.startswith(w) for w in wanted):
            continue
        for amount in amounts:
            yield f"{name} {amount:g}" if len(amounts) > 1 or amount else name, name, damage, amount


def judge(task):
    """One code of one preset: which readers read it in each row, and what they read wrongly."""
    global READERS
    import cv2
    import numpy as np
    cv2.setNumThreads(1)    # the pool uses the cores
    READERS = READERS or readers()
    preset, number, payload, svg, drawing, wanted = task
    picture, whole = drawn(svg)
    read, wrong = {}, []
    for row, name, damage, amount in rows(wanted):
        # The same dice for the same code under every preset.
        seed = [zlib.crc32(name.encode()), int(amount * 1000), number]
        seen = whole if damage is None else damage(picture, amount, np.random.default_rng(seed))
        seen = np.ascontiguousarray(cv2.copyMakeBorder(seen, 24, 24, 24, 24, cv2.BORDER_REPLICATE))
        read[row] = []
        for reader, texts in ((reader, read_by(seen)) for reader, read_by in READERS.items()):
            if payload in texts:
                read[row].append(reader)
            elif texts:
                wrong.append(f"{preset} {row} {reader}: {texts[0]!r}, not {payload!r}")
    return {"preset": preset, "number": number, "drawing": drawing, "read": read, "wrong": wrong}


# ---------------------------------------------------------------- report

DECODERS = ("zxing-cpp", "zbar", "WeChat")


def counted(readings):
    """Row -> reader -> (read, tried) of one preset."""
    return {
        row: {reader: (sum(reader in one["read"][row] for one in readings), len(readings)) for reader in DECODERS}
        for row in readings[0]["read"]
    }


def rate(cell):
    return 100 * sum(c[0] for c in cell.values()) / max(1, sum(c[1] for c in cell.values()))


def plain_of(preset):
    """The plain codes that a preset is compared with: those of the same size."""
    return LARGER if "+" in preset or preset == LARGER else "classic"


def compared(preset, results):
    """The rows that count for a preset: its rate and that of plain codes."""
    for row, cell in results[preset].items():
        if not ("+" in preset and row.startswith(MIDDLE)):
            yield row, rate(cell), rate(results[plain_of(preset)][row])


def share(preset, results):
    """The rate of a preset over all rows, in percent of that of plain codes."""
    both = list(compared(preset, results))
    return 100 * sum(mine for _, mine, _ in both) / max(1e-9, sum(plain for _, _, plain in both))


def verdicts(results):
    """Complaints: which preset is worse than plain codes, and where."""
    complaints = []
    for preset in results:
        if share(preset, results) < 98:
            complaints.append(f"{preset}: {share(preset, results):.1f} % of the rate of {plain_of(preset)}")
        for row, mine, plain in compared(preset, results):
            if mine < plain - 10:
                complaints.append(f"{preset}, {row}: {mine:.1f} %, {plain_of(preset)} {plain:.1f} %")
    return complaints


def report(results, across, complaints, wrong, images):
    presets = list(results)
    lines = [f"Share of pictures read, in percent: {images} codes a row and preset, mean of zxing-cpp, zbar and WeChat.", ""]
    lines.append("| damage | " + " | ".join(presets) + " |")
    lines.append("| --- |" + " --- |" * len(presets))
    lines.append("| modules across | " + " | ".join(str(across[p]) for p in presets) + " |")
    for row in results[presets[0]]:
        lines.append(f"| {row} | " + " | ".join(f"{rate(results[p][row]):.0f}" for p in presets) + " |")
    mean = {p: sum(rate(c) for c in results[p].values()) / len(results[p]) for p in presets}
    lines.append("| **all rows** | " + " | ".join(f"**{mean[p]:.1f}**" for p in presets) + " |")
    for reader in next(iter(results[presets[0]].values())):
        cells = [sum(c[reader][0] for c in results[p].values()) / sum(c[reader][1] for c in results[p].values()) for p in presets]
        lines.append(f"| {reader} alone | " + " | ".join(f"{100 * c:.1f}" for c in cells) + " |")
    lines.append("| of the rate of plain codes of that size | " + " | ".join(f"{share(p, results):.1f}" for p in presets) + " |")
    lines += ["", "Furthest behind plain codes of the same size, in points:", ""]
    for preset in (p for p in presets if p not in ("classic", LARGER)):
        worst = sorted((mine - plain, row) for row, mine, plain in compared(preset, results))[:3]
        lines.append(f"* `{preset}`: " + ", ".join(f"{row} {gap:+.1f}" for gap, row in worst))
    lines += ["", "Wrong texts: " + (f"{len(wrong)}, first: {wrong[0]}" if wrong else "none."), ""]
    lines += [f"* WORSE THAN ALLOWED: {c}" for c in complaints] or ["Every preset keeps within the limits."]
    return "\n".join(lines) + "\n"


def pictures(out, first):
    """Of every preset its first code, undamaged and under six damages: one line each."""
    import cv2
    import numpy as np
    side, lines = 180, []
    for svg in first.values():
        png = subprocess.run(["rsvg-convert", "-h", str(side), "-b", "white", svg], check=True, capture_output=True).stdout
        whole = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_GRAYSCALE)[:, :side]
        edge = side - whole.shape[1]
        line = [cv2.copyMakeBorder(whole, 0, 0, edge // 2, edge - edge // 2, cv2.BORDER_CONSTANT, value=255)]
        picture, _ = drawn(svg)
        for name, damage, amount in [("b", blur, 0.5), ("n", noise, 50), ("t", tilt, 50), ("o", occlusion, 0.1), ("s", shadow, 0.5), ("f", field, 4)]:
            seen = damage(picture, amount, np.random.default_rng([0, ord(name)]))
            line.append(cv2.resize(seen, (side, side), interpolation=cv2.INTER_AREA))
        lines.append(np.hstack([cv2.copyMakeBorder(one, 3, 3, 3, 3, cv2.BORDER_CONSTANT, value=255) for one in line]))
    cv2.imwrite(str(out / "presets.jpg"), np.vstack(lines), [cv2.IMWRITE_JPEG_QUALITY, 60])


def free_cores():
    """One process when others have the cores already, otherwise one a core."""
    cores = os.cpu_count() or 1
    return 1 if os.getloadavg()[0] > cores / 2 else cores


def kept(file, wanted):
    """(preset, number, drawing) -> reading, of those that have all rows that are wanted."""
    if not file.exists():
        return {}
    names = {row for row, *_ in rows(wanted)}
    lines = file.read_text().split("\n")
    # A run that was killed may leave half a line.
    readings = [json.loads(line) for line in lines if line.endswith("}")]
    return {(one["preset"], one["number"], one["drawing"]): one for one in readings if names <= one["read"].keys()}


def measure(name, tasks, done, pool, record):
    """The readings of one preset, in the order of the codes; new ones are written down at once."""
    readings = [done[task[0], task[1], task[4]] for task in tasks if (task[0], task[1], task[4]) in done]
    missing = [task for task in tasks if (task[0], task[1], task[4]) not in done]
    begun = time.monotonic()
    for count, reading in enumerate(pool.imap_unordered(judge, missing), 1):
        readings.append(reading)
        record.write(json.dumps(reading) + "\n")
        record.flush()
        if sys.stderr.isatty():
            left = (time.monotonic() - begun) / count * (len(missing) - count)
            print(f"\r{name}: {len(readings)} of {len(tasks)}, {left / 60:.0f} min left ", end="", file=sys.stderr)
    return sorted(readings, key=lambda one: one["number"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--images", type=int, default=200)
    parser.add_argument("--presets", default="")
    parser.add_argument("--rows", default="")
    parser.add_argument("--drawings", action="store_true")
    parser.add_argument("--go-on", action="store_true")
    parser.add_argument("--program", default=str(ROOT / "target/release/vanbia"))
    parser.add_argument("--jobs", type=int, default=free_cores())
    args = parser.parse_args()
    if not shutil.which("rsvg-convert"):
        sys.exit("rsvg-convert is missing: apt-get install librsvg2-bin")
    styles = {preset: preset for preset in PRESETS} | {LARGER: "classic"} | EMBLEMS
    if args.presets:
        chosen = {name for preset in args.presets.split(",") for name in (plain_of(preset), preset)}
        styles = {name: style for name, style in styles.items() if name in chosen}
    wanted = [w for w in args.rows.split(",") if w]
    if args.drawings:
        wanted, args.images = ["clean", "whole", "pixels a module 3"], min(args.images, 4)
    args.out.mkdir(parents=True, exist_ok=True)
    file = args.out / "readings.jsonl"
    done = kept(file, wanted) if args.go_on else {}
    results, wrong, first, across = {}, [], {}, {}
    with tempfile.TemporaryDirectory() as scratch, Pool(args.jobs) as pool, file.open("a" if args.go_on else "w") as record:
        record.write("\n" if args.go_on else "")    # after half a line of a run that was killed
        for name, style in styles.items():
            codes = codes_of(args.program, name, style, args.images, Path(scratch))[:args.images]
            first[name] = codes[0][1]
            across[name] = box(drawn(first[name])[0])[1] // PIXELS
            if across[name] != across.get(plain_of(name), across[name]):
                sys.exit(f"{name}: {across[name]} modules across, {plain_of(name)} {across[plain_of(name)]}: another address is needed")
            tasks = [
                (name, i, payload, svg, hashlib.sha256(svg.read_bytes()).hexdigest()[:16], wanted)
                for i, (payload, svg) in enumerate(codes)
            ]
            readings = measure(name, tasks, done, pool, record)
            results[name] = counted(readings)
            wrong += [text for one in readings for text in one["wrong"]]
            mean = sum(rate(c) for c in results[name].values()) / len(results[name])
            print(f"{name}: {mean:.1f} % over {len(results[name])} rows, {share(name, results):.1f} % of plain codes of {across[name]} modules", flush=True)
        pictures(args.out, first)
    complaints = verdicts(results)
    (args.out / "report.md").write_text(report(results, across, complaints, wrong, args.images))
    print((args.out / "report.md").read_text())
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    in_venv()
    main()
