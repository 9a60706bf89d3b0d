#!/usr/bin/env python3
"""Makes the heading font of this theme: one small file with every letter that headings need.

What it needs: fontTools and brotli (`pip install fonttools brotli`), and Noto Serif Bold as a full font, for example
from Debian's package fonts-noto-core. Run:  python3 make.py NotoSerif-Bold.ttf

The family offers its Vietnamese letters in three overlapping web fonts, which a browser would all fetch (80 KB);
this is one file with the letters of Vietnamese and of the minority languages written in Latin letters in Viet Nam
(Bahnar, Jrai, Ede …: breves, b with stroke), the marks to put further letters together, punctuation and the dong sign.
"""
import sys
import unicodedata
from fontTools import subset

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]


def characters():
    found = {chr(c) for c in range(0x20, 0x7F)}
    for letter in "aăâeêioôơuưy":
        for tone in TONES:
            found.add(unicodedata.normalize("NFC", letter + tone))
    found |= set("đĕĭŏŭƀčñö")
    found |= {c.upper() for c in found if len(c.upper()) == 1}
    marks = set("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
    return found | marks | set("\u00a0«»–—‘’“”…·×°₫•№ʼ½²")


def main(source):
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(characters())))
    subsetter.subset(font)
    missing = sorted(c for c in characters() if ord(c) not in font.getBestCmap())
    if missing:
        print("not in the font:", " ".join(missing))
    font["head"].modified = font["head"].created
    subset.save_font(font, "noto-serif-700.woff2", options)


main(sys.argv[1])
