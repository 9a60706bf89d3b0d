#!/usr/bin/env python3
"""Signs of the sample site in every layout, as a printer and as a browser show them, read by three decoders.

Use: tests/qr/plates.py OUT [--program target/release/vanbia]

`vanbia signs` draws the entries of the sample site (from a copy in OUT, so that no code is issued here) in every layout as
PDF; pdftoppm draws the pages at 150 dpi; zbar, zxing-cpp and OpenCV's WeChat reader, which know nothing of vanbia, read
them. Each code that the list beside the plates names for a page must be read there by every one of the three, and nothing else may be read.
zbar and WeChat overlook some of many codes on one picture, so that sheets are shown to them code by code. Then Chromium shows
the page of an entry, on the screen and on paper; its code and its plate must be read from both. OUT keeps all pictures.
"""
import argparse
import functools
import http.server
import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import robustness

ROOT = robustness.ROOT
LAYOUTS = ["plate-a4", "plate-a5", "plate-a6", "board", "bookcase", "street", "standee", "stall", "payment", "link", "tag-a7",
           "tag-gtin", "sticker-70x37", "sticker-63x38", "sticker-round-50"]
DPI = 150
SHOWN = "relics/chua-bo-da"


def call(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command}: {done.stderr}")
    return done.stdout


def pictures(pdf):
    import cv2
    folder = pdf.with_suffix("")
    folder.mkdir(exist_ok=True)
    call("pdftoppm", "-png", "-gray", "-r", DPI, pdf, folder / "page")
    return [cv2.imread(str(png), cv2.IMREAD_GRAYSCALE) for png in sorted(folder.iterdir())]


def pieces(picture):
    """Parts of a page with one code each, found by where zxing-cpp sees them."""
    import zxingcpp
    for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode):
        corners = [found.position.top_left, found.position.top_right, found.position.bottom_right, found.position.bottom_left]
        xs, ys = [c.x for c in corners], [c.y for c in corners]
        edge = (max(xs) - min(xs)) // 5
        yield picture[max(0, min(ys) - edge):max(ys) + edge, max(0, min(xs) - edge):max(xs) + edge]


def texts(name, read, picture, is_crowded=False):
    if name == "zxing-cpp" or (name == "zbar" and not is_crowded):
        return set(read(picture))
    return {text for piece in pieces(picture) for text in read(piece)}


def judge(label, picture, wanted, readers, complaints):
    for name, read in readers.items():
        seen = texts(name, read, picture, len(wanted) > 8)
        if seen != wanted:
            complaints.append(f"{label}, {name}: read {sorted(seen)}, not {sorted(wanted)}")


def printed(program, site, out, readers, complaints):
    count = 0
    for layout in LAYOUTS:
        to = out / f"{layout}.pdf"
        call(program, "signs", "--root", site, "--layout", layout, "--today", "2026-11-22", "-q", "--marks", "--to", to)
        rows = json.loads((out / f"{layout}.signs.json").read_text())
        pages = pictures(to)
        for number, picture in enumerate(pages, 1):
            wanted = {row["payload"] for row in rows if row["page"] == number}
            judge(f"{layout} page {number}", picture, wanted, readers, complaints)
        count += len(rows)
        print(f"    {layout}: {len(rows)} codes on {len(pages)} pages", flush=True)
    return count


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def shown(program, site, out, readers, complaints):
    """The page of an entry in Chromium: a picture of the screen, and what comes out of its printer."""
    import cv2
    call(program, "build", "--root", site, "--out", out / "site", "--today", "2026-11-22", "-q")
    rows = json.loads((out / "site/codes.json").read_text())["codes"]
    payload = next(row["payload"] for row in rows if row["key"] == SHOWN)
    page = next((out / "site/vi").glob(f"*/{SHOWN.split('/')[1]}/index.html"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(out / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/{page.parent.relative_to(out / 'site')}/"
    names = ["chromium", "chromium-browser", "google-chrome"]
    browser = [next(filter(None, map(shutil.which, names))), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    call(*browser, "--window-size=800,14000", f"--screenshot={out / 'screen.png'}", address)
    call(*browser, "--no-pdf-header-footer", f"--print-to-pdf={out / 'paper.pdf'}", address)
    server.shutdown()
    screen = cv2.imread(str(out / "screen.png"), cv2.IMREAD_GRAYSCALE)
    # The page also has its own code and those of its parts; the one that goes on signs must be among what is read.
    for label, picture in [("screen", screen), *((f"paper {i}", p) for i, p in enumerate(pictures(out / "paper.pdf"), 1))]:
        seen = {name: texts(name, read, picture) for name, read in readers.items()}
        for name, found in seen.items():
            foreign = {text for text in found if not text.lower().startswith(payload.lower().rsplit("/", 2)[0] + "/")}
            if foreign:
                complaints.append(f"{label}, {name}: {sorted(foreign)}")
            if payload in found:
                yield label, name
    return


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--program", default=str(ROOT / "target/release/vanbia"))
    args = parser.parse_args()
    out = args.out.resolve()
    shutil.rmtree(out / "copy", ignore_errors=True)
    shutil.copytree(ROOT / "content", out / "copy/content")
    # With the sample's address signs are a trial only, and pages would not show the plate.
    settings = out / "copy/content/site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("https://van-bia.example/", "https://di-san-thu.vn/"), "utf-8")
    readers, complaints = robustness.readers(), []
    count = printed(args.program, out / "copy", out, readers, complaints)
    read = list(shown(args.program, out / "copy", out, readers, complaints))
    for name in readers:
        where = [label for label, reader in read if reader == name]
        if "screen" not in where:
            complaints.append(f"{name} does not read the sign's code from the screen")
        if sum(label.startswith("paper") for label in where) < 1:
            complaints.append(f"{name} does not read the plate from the printed page")
    print("\n".join(complaints))
    if complaints:
        sys.exit(f"{len(complaints)} complaints")
    print(f"    {count} codes of signs, and a page on screen and paper, read by {', '.join(readers)}")


if __name__ == "__main__":
    robustness.in_venv(__file__)
    main()
