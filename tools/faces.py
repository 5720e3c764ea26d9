"""Makes the two text faces from Debian's fonts-inter: python3 tools/faces.py OUT

Only what the map's texts need is kept, and the figures are all of one width: stb_truetype applies no OpenType
feature, so the digits of `tnum` take the place of the ordinary ones in the character map.
"""

import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = "/usr/share/fonts/opentype/inter"
FACES = {"regular": "Inter-Regular.otf", "semibold": "Inter-SemiBold.otf"}

# Basic Latin, Latin-1, Latin Extended-A, Welsh, spaces, dashes, quotes, arrows, minus, euro, per mille, replacement.
KEPT = [
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3,
    0x2009, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x2030,
    0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2264, 0x2265, 0xFFFD,
]
LETTERS = [*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1), ord("."), ord(","), 0x2019]


def tabular(font):
    """Which glyph `tnum` puts in the place of each digit."""
    table = font["GSUB"].table
    swaps = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for part in table.LookupList.Lookup[index].SubTable:
                swaps.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    cmap = font.getBestCmap()
    digits = {code: swaps[cmap[code]] for code in range(ord("0"), ord("9") + 1)}
    widths = [font["hmtx"][glyph][0] for glyph in digits.values()]
    # SemiBold's figures differ by a thousandth of an em; all take the widest.
    if max(widths) - min(widths) > font["head"].unitsPerEm / 500:
        raise SystemExit(f"The digits of tnum differ in width: {widths}")
    for glyph in digits.values():
        font["hmtx"][glyph] = (max(widths), font["hmtx"][glyph][1])
    return digits


def cut(source, unicodes, glyphs, features):
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(layout_features=features, hinting=False, desubroutinize=True, notdef_outline=True)
    options.name_IDs = [1, 2]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes, glyphs=glyphs)
    subsetter.subset(font)
    return font


def make(source, target):
    whole = TTFont(source)
    digits = tabular(whole)
    font = cut(source, KEPT, list(digits.values()), [])
    # Kerning between plain letters alone: that of every accented letter would double the bytes.
    font["GPOS"] = cut(source, LETTERS, [], ["kern"])["GPOS"]
    for glyph in digits.values():
        font["hmtx"][glyph] = (whole["hmtx"][glyph][0], font["hmtx"][glyph][1])
    # Before subsetting the added code points would be taken for the ordinary digits again.
    for table in font["cmap"].tables:
        for code, glyph in digits.items():
            if code in table.cmap:
                table.cmap[code] = glyph
    # stb_truetype reads none of these.
    for tag in ("GSUB", "GDEF", "STAT", "meta"):
        if tag in font:
            del font[tag]
    font.save(target)


def main():
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    for name, file in FACES.items():
        make(os.path.join(SOURCE, file), os.path.join(out, f"{name}.otf"))


main()
