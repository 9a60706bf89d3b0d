#!/usr/bin/env python3
"""Draws the pictures of the article on styles of codes: its own code in every preset.

Use: tests/qr/gallery.py [PROGRAM]. The sample site is built once a preset in a scratch folder; rsvg-convert draws the
article's code into content/articles/kieu-ma-qr/photos/, and zbarimg must read the same address in all of them.
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
CAPTION = "caption: { vi: Quét mã để đọc, en: Scan to read }"


def main():
    program = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/vanbia").resolve()
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


main()
