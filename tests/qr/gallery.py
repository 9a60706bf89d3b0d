#!/usr/bin/env python3
"""Draws the pictures of the article on codes and signs: its own code in every preset, and a sign in every layout.

Use: tests/qr/gallery.py [PROGRAM] [--presets | --layouts]. For presets the sample site is built once each in a scratch
folder, rsvg-convert draws the article's code into content/articles/kieu-ma-qr/photos/, and zbarimg must read the same
address in all of them. For layouts `vanbia signs` draws entries of the sample site into the same folder, from a copy, so
that no code is issued here; zbarimg must read in each what the list beside them says.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
KEY = "articles/kieu-ma-qr"
PRESETS = ["classic", "rounded", "dots", "stele", "lotus", "dong-son", "lacquer"]
# Layout, the entry that is shown on it, and the height of its picture in pixels.
LAYOUTS = [
    ("plate-a4", "relics/quan-the-lang-mau", 760),
    ("plate-a5", "relics/chua-bo-da", 760),
    ("plate-a6", "relics/dinh-lang-mau", 640),
    ("board", "relics/bia-cham-tu-luong", 860),
    ("bookcase", "bookcases/tu-sach-cong-dong-mau", 860),
    ("street", "streets/xuong-giang", 560),
    ("standee", "trails/dak-po-ba-diem", 860),
    ("stall", "markets/phien-cho-4-0-mau#gian-01", 860),
    ("payment", "relics/dinh-lang-mau", 760),
    ("link", "links/wifi-nha-van-hoa-mau", 760),
    ("tag-a7", "products/mat-ong-sun-bee", 640),
    ("tag-gtin", "products/tra-mau-van-bia", 640),
    ("sticker-70x37", "products", 900),
    ("sticker-63x38", "products", 900),
    ("sticker-round-50", "products", 900),
]
CAPTION = "caption: { vi: Quét mã để đọc, en: Scan to read }"


def presets(program):
    photos = ROOT / "content" / KEY / "photos"
    photos.mkdir(parents=True, exist_ok=True)
    read = set()
    for preset in PRESETS:
        with tempfile.TemporaryDirectory() as scratch:
            content = Path(scratch) / "content"
            # The article alone; the ledger says which code is its own.
            (content / KEY).mkdir(parents=True)
            shutil.copy(ROOT / "content/codes.lock", content)
            settings = (ROOT / "content/site.yaml").read_text()
            settings = re.sub(r"(?ms)^(code_style|home|menu):.*?(?=^\S|\Z)", "", settings)
            (content / "site.yaml").write_text(settings + f"code_style: {{ preset: {preset}, {CAPTION} }}\n")
            for name in ("vi.md", "en.md"):
                shutil.copy(ROOT / "content" / KEY / name, content / KEY)
            entry = (ROOT / "content" / KEY / "entry.yaml").read_text()
            entry = re.sub(r"(?ms)^(photos|related):.*?(?=^\S)", "", entry)
            (content / KEY / "entry.yaml").write_text(entry)
            build = [program, "build", "--root", scratch, "--today", "2026-11-22", "-q"]
            done = subprocess.run(build, capture_output=True, text=True)
            if done.returncode:
                sys.exit(done.stderr)
            rows = json.loads((Path(scratch) / "output/codes.json").read_text())["codes"]
            code = next(row["code"] for row in rows if row["key"] == KEY)
            svg = Path(scratch) / "output" / code / "qr.svg"
            png = photos / f"{preset}.png"
            subprocess.run(["rsvg-convert", "-h", "900", "-b", "white", "-o", png, svg], check=True)
            told = subprocess.run(["zbarimg", "-q", "--raw", png], capture_output=True, text=True).stdout.strip()
            read.add(told)
            print(f"{preset}: {told}")
    if len(read) != 1 or not next(iter(read)).startswith("https://"):
        sys.exit(f"the pictures do not say the same: {sorted(read)}")


def read(png):
    told = subprocess.run(["zbarimg", "-q", "--raw", png], capture_output=True, text=True).stdout
    return set(told.split("\n")) - {""}


def layouts(program):
    photos = ROOT / "content" / KEY / "photos"
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(ROOT / "content", Path(scratch) / "content")
        for layout, key, height in LAYOUTS:
            what = [key] if "/" in key else ["--kind", key.removesuffix("s")]
            to = Path(scratch) / f"{layout}.pdf"
            signs = [program, "signs", *what, "--root", scratch, "--layout", layout, "--today", "2026-11-22", "-q", "--to", to]
            done = subprocess.run(signs, capture_output=True, text=True)
            if done.returncode:
                sys.exit(f"{layout}: {done.stderr}")
            rows = [row for row in json.loads((Path(scratch) / f"{layout}.signs.json").read_text()) if row["page"] == 1]
            png = photos / f"layout-{layout}.png"
            draw = ["pdftoppm", "-png", "-singlefile", "-f", "1", "-scale-to-x", "-1", "-scale-to-y", str(height), to, png.with_suffix("")]
            subprocess.run(draw, check=True)
            missing = {row["payload"] for row in rows} - read(png)
            # On a small picture of a whole sheet zbar misses some; the sheet itself is read in tests/signs.rs.
            if missing and not layout.startswith("sticker"):
                sys.exit(f"{layout}: {missing} not read")
            print(f"{layout}: {len(rows)} codes, {png.stat().st_size // 1024} KiB")


def main():
    wishes = [arg for arg in sys.argv[1:] if arg.startswith("--")]
    programs = [arg for arg in sys.argv[1:] if not arg.startswith("--")]
    program = Path(programs[0] if programs else ROOT / "target/release/vanbia").resolve()
    if "--layouts" not in wishes:
        presets(program)
    if "--presets" not in wishes:
        layouts(program)


main()
