#!/usr/bin/env python3
"""Makes the faces that plates are set in, from Debian's package fonts-noto-core, with python3-fonttools.

    python3 src/sign/fonts/make.py

Each face keeps Latin with all Vietnamese letters, what Jrai and Bahnar add, and common signs. Kerning is folded into an
old `kern` table between letters without marks: a letter with marks is kerned like its base letter.
"""

import os
import unicodedata

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

SOURCE = "/usr/share/fonts/truetype/noto/"
FACES = {
    "NotoSerif-Bold": "serif-bold",
    "NotoSerif-Italic": "serif-italic",
    "NotoSans-Regular": "sans",
    "NotoSans-Bold": "sans-bold",
}
RANGES = [(0x20, 0x7E), (0xA0, 0x180), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1EA0, 0x1EF9), (0x2010, 0x2015), (0x2018, 0x201E)]
SINGLE = [0x243, 0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x309, 0x30A, 0x30C, 0x31B, 0x323]
SINGLE += [0x2020, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AB, 0x20AC, 0x2116, 0x2122, 0x2212]


def adjustments(font):
    """Horizontal kerning of every pair of glyphs, from the lookups of the feature `kern`."""
    gpos = font["GPOS"].table
    wanted = {i for f in gpos.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    pairs = {}
    for index in sorted(wanted):
        done = set()
        for table in gpos.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            for at, first in enumerate(table.Coverage.glyphs):
                found = {}
                if table.Format == 1:
                    for record in table.PairSet[at].PairValueRecord:
                        found[record.SecondGlyph] = record.Value1
                else:
                    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
                    for second in font.getGlyphOrder():
                        found[second] = row[table.ClassDef2.classDefs.get(second, 0)].Value1
                for second, value in found.items():
                    if (first, second) in done:
                        continue
                    done.add((first, second))
                    by = getattr(value, "XAdvance", 0) if value else 0
                    if by:
                        pairs[first, second] = pairs.get((first, second), 0) + by
    return pairs


def flatten(font):
    """Draws out letters whose parts are scaled or turned: the reader knows shifts only."""
    glyphs = font.getGlyphSet()
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.isComposite() and any(hasattr(part, "transform") for part in glyph.components):
            record, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
            glyphs[name].draw(record)
            record.replay(pen)
            drawn = pen.glyph()
            drawn.coordinates.toInt()
            drawn.recalcBounds(font["glyf"])
            font["glyf"][name] = drawn


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    wanted = SINGLE + [c for low, high in RANGES for c in range(low, high + 1)]
    for source, name in FACES.items():
        options = subset.Options()
        options.layout_features = ["kern"]
        options.hinting = False
        options.notdef_outline = True
        options.name_IDs = [0, 1, 2, 5, 6, 13, 14]
        options.glyph_names = False
        font = subset.load_font(f"{SOURCE}{source}.ttf", options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        flatten(font)
        cmap = font.getBestCmap()
        plain = {g for c, g in cmap.items() if not unicodedata.decomposition(chr(c))}
        pairs = {p: v for p, v in adjustments(font).items() if p[0] in plain and p[1] in plain}
        kern = newTable("kern")
        kern.version = 0
        table = KernTable_format_0()
        table.coverage = 1
        table.kernTable = pairs
        kern.kernTables = [table]
        font["kern"] = kern
        for tag in ["GPOS", "GSUB", "GDEF", "DSIG", "STAT", "gasp", "BASE"]:
            if tag in font:
                del font[tag]
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        path = os.path.join(here, f"{name}.ttf")
        font.save(path, reorderTables=False)
        missing = [hex(c) for c in wanted if c not in cmap]
        print(name, os.path.getsize(path), "bytes,", len(cmap), "characters,", len(pairs), "pairs; missing:", missing)


main()
