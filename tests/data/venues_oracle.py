"""Answers questions about London's libraries a second time: from the published files alone, by brute force.

Reads JSON from standard input: {"highest": [codes of the view's highest class], "scores": {code: overall score in 1e-9},
"questions": [{"metres" or "minutes", "borough"?, "isHighest", "next"?}]}. Prints {"nearest", "answers"}. Nothing of our own
code is used: distances are the formula of docs/method.md, catchments even-odd in whole numbers.
"""

import csv
import gzip
import json
import math
import os
import re
import sys

A, F = 6378137.0, 1 / 298.257223563
E2 = F * (2 - F)


def rows(folder, name):
    with gzip.open(os.path.join(folder, name), "rt", encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def whole(text):
    """A decimal of degrees in whole 1e-7 degrees, half to even."""
    return round(float(text) * 1e7)


def metres(a, b):
    radian = math.pi / 180 / 1e7
    mean = (a[1] + b[1]) / 2 * radian
    square = 1 - E2 * math.sin(mean) ** 2
    x = A / math.sqrt(square) * math.cos(mean) * ((b[0] - a[0]) * radian)
    y = A * (1 - E2) / (square * math.sqrt(square)) * ((b[1] - a[1]) * radian)
    return round(math.sqrt(x * x + y * y) * 10) / 10


def holds(rings, at):
    inside = False
    for ring in rings:
        for a, b in zip(ring, ring[1:] + ring[:1]):
            side = (b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0])
            between = min(a[0], b[0]) <= at[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= at[1] <= max(a[1], b[1])
            if side == 0 and between:
                return True
            if (a[1] > at[1]) != (b[1] > at[1]) and (side > 0) == (b[1] > a[1]):
                inside = not inside
    return inside


def folded(text):
    return re.sub("[^a-z0-9]", "", text.lower())


def read(folder):
    """Small areas with point, residents and borough; open libraries with name, point and what catchments call them."""
    points, residents = {}, {}
    for row in rows(folder, "lookups/lsoa_latlong_london.csv.gz"):
        points[row["LSOACD"]] = (whole(row["longitude"]), whole(row["latitude"]))
    for row in rows(folder, "indicators/census2021_age_london_lsoa21.csv.gz"):
        residents[row["lsoa21_code"]] = residents.get(row["lsoa21_code"], 0) + int(row["usual_residents"])
    areas = {}
    for row in rows(folder, "lookups/lsoa21_msoa21_lad22_london.csv.gz"):
        code = row["LSOA21CD"]
        areas[code] = {"at": points[code], "residents": residents[code], "borough": row["LAD22CD"]}
    libraries = []
    for row in rows(folder, "context/libraries_england_2023_london.csv.gz"):
        if row["Type"].strip() == "Static Library" and row["Year closed"].strip() == "":
            key = folded(row["Name"] + "_" + row["Longitude"] + "_" + row["Latitude"])
            libraries.append((row["Name"].strip(), (whole(row["Longitude"]), whole(row["Latitude"])), key))
    return areas, libraries


def least_minutes(folder, areas, libraries):
    known = {key for _, _, key in libraries}
    best = {}
    with gzip.open(os.path.join(folder, "context/library_walk_isochrones_london_2023.geojson.gz"), "rt") as file:
        features = json.load(file)["features"]
    for feature in features:
        if folded(feature["properties"]["library"]) not in known:
            continue
        minutes = int(feature["properties"]["value"]) // 60
        rings = [[(whole(x), whole(y)) for x, y in ring] for ring in feature["geometry"]["coordinates"]]
        west, east = min(p[0] for p in rings[0]), max(p[0] for p in rings[0])
        south, north = min(p[1] for p in rings[0]), max(p[1] for p in rings[0])
        for code, area in areas.items():
            at = area["at"]
            if best.get(code, 99) <= minutes or not (west <= at[0] <= east and south <= at[1] <= north):
                continue
            if holds(rings, at):
                best[code] = minutes
    return best


def within_reach(candidates, demand, reach):
    """For each candidate the demands within reach: by degrees first, because distances take long here."""
    degrees = reach / 6300000 / (math.pi / 180) * 1e7 + 100
    return [[one for one in demand if abs(one[1][1] - at[1]) <= degrees and abs(one[1][0] - at[0]) <= 1.7 * degrees
             and metres(at, one[1]) <= reach] for _, at in candidates]


def where_next(candidates, demand, reach, count):
    """Greedy, as docs/method.md has it. Demand: code, point, residents, score in 1e-9."""
    reached, covered, picks, total = within_reach(candidates, demand, reach), set(), [], 0
    for _ in range(count):
        best, gain = None, (0, 0)
        for i, ones in enumerate(reached):
            new = [one for one in ones if one[0] not in covered]
            own = (sum(one[2] for one in new), sum(one[3] for one in new))
            if own[0] > 0 and own > gain:
                best, gain = i, own
        if best is None:
            break
        covered.update(one[0] for one in reached[best])
        total += gain[0]
        code, at = candidates[best]
        picks.append({"lon": at[0] / 1e7, "lat": at[1] / 1e7, "code": code, "residents": gain[0], "total": total})
    return picks


def main(folder):
    asked = json.load(sys.stdin)
    areas, libraries = read(folder)
    minutes = least_minutes(folder, areas, libraries)
    highest, scores = set(asked["highest"]), asked["scores"]
    nearest = {}
    for code, area in areas.items():
        best = (math.inf, "")
        for name, at, _ in libraries:
            # 1e-7 degrees of latitude are 11 mm: what is further north or south alone cannot be nearest.
            if abs(at[1] - area["at"][1]) * 0.011 > best[0] + 1:
                continue
            distance = metres(area["at"], at)
            # Of equally near ones the first.
            if distance < best[0]:
                best = (distance, name)
        nearest[code] = {"name": best[1], "metres": best[0], "minutes": minutes.get(code)}

    def far(question):
        for code in sorted(areas):
            if "borough" in question and areas[code]["borough"] != question["borough"]:
                continue
            near = nearest[code]
            if "minutes" in question:
                is_far = near["minutes"] is None or near["minutes"] > question["minutes"]
            else:
                is_far = near["metres"] > question["metres"]
            if is_far:
                yield code

    answers = []
    for question in asked["questions"]:
        codes = list(far(question))
        listed = [code for code in codes if code in highest] if question["isHighest"] else codes
        answer = {"codes": listed, "residents": sum(areas[code]["residents"] for code in listed), "next": []}
        if question.get("next"):
            demand = [(code, areas[code]["at"], areas[code]["residents"], scores.get(code, 0)) for code in codes
                      if code in highest]
            candidates = [(code, areas[code]["at"]) for code in sorted(areas)
                          if question.get("borough") in (None, areas[code]["borough"])]
            answer["next"] = where_next(candidates, demand, question["metres"], question["next"])
        answers.append(answer)
    json.dump({"nearest": nearest, "answers": answers}, sys.stdout)


main(sys.argv[1])
