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


def make(source, target):
    font = TTFont(source, recalcTimestamp=False)
    digits = tabular(font)
    options = subset.Options(layout_features=["kern"], hinting=False, desubroutinize=False, notdef_outline=True)
    options.name_IDs = [1, 2]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=KEPT, glyphs=list(digits.values()))
    subsetter.subset(font)
    # Before subsetting the added code points would be taken for the ordinary digits again.
    for table in font["cmap"].tables:
        for code, glyph in digits.items():
            if code in table.cmap:
                table.cmap[code] = glyph
    # Neither stb_truetype nor a browser that has the cmap needs these.
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
