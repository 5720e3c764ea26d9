// Prepares what the peers show: the same small areas, classes and twelve indicators as ours, from the published files.
// Everything is written under build/peers/data and never committed.
//
// Both peers get the source's detail on a grid of about 3 m, which is our finest; neither gets names or codes.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { feature, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { dataFolder, smallAreas } from '../data/oracle.mjs';

export const kRepository = join(import.meta.dirname, '..', '..');
export const kBenchFolder = join(kRepository, 'build', 'peers');

/** The first is the one that the first picture shows. */
export const kIndicators = [
    'overall', 'N2.income', 'N1.broadband', 'N2.employment', 'N2.social_rent', 'N3.skills', 'N4.disabled', 'N4.illness', 'N5.age65',
    'N5.age75', 'N5.offline', 'G.young',
];
export const kClasses = 5;
const kQuantization = 20_000; // Steps across London: 4 m east to west, 3 m north to south.
const kProbes = 60;

const rounded = (number, decimals) => Number(number.toFixed(decimals));

// Class of each value by docs/method.md: 1 + ⌊k·p⌋, p = (average rank − 0.5) ÷ n; here from 0.
export function classify(values) {
    const order = values.map((value, at) => [value, at]).sort((a, b) => a[0] - b[0]);
    const classes = new Array(values.length);
    for (let first = 0; first < order.length; ) {
        let end = first;
        while (end < order.length && order[end][0] === order[first][0]) ++end;
        const rank = (first + 1 + end) / 2;
        for (; first < end; ++first) classes[order[first][1]] = Math.floor((kClasses * (rank - 0.5)) / order.length);
    }
    return classes;
}

// Smallest value of every class above the lowest.
function breaksOf(values, classes) {
    return Array.from({ length: kClasses - 1 }, (_, at) =>
        Math.min(...values.filter((_value, area) => classes[area] > at)));
}

const mercatorY = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

// Even-odd over all rings.
function contains(polygons, [x, y]) {
    let inside = false;
    for (const ring of polygons.flat()) {
        for (let at = 1; at < ring.length; ++at) {
            const [[ax, ay], [bx, by]] = [ring[at - 1], ring[at]];
            if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
        }
    }
    return inside;
}

// In degrees of latitude, from a point to the nearest edge of a ring.
function distanceTo(ring, [px, py]) {
    const kFlatten = 0.62;
    let nearest = Infinity;
    for (let at = 1; at < ring.length; ++at) {
        const [ax, ay] = [(ring[at - 1][0] - px) * kFlatten, ring[at - 1][1] - py];
        const [dx, dy] = [(ring[at][0] - ring[at - 1][0]) * kFlatten, ring[at][1] - ring[at - 1][1]];
        const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
        nearest = Math.min(nearest, Math.hypot(ax + along * dx, ay + along * dy));
    }
    return nearest;
}

// A point well inside: of a grid over the box, the one farthest from the border.
function interiorPoint(area) {
    const polygons = area.geometry.type === 'Polygon' ? [area.geometry.coordinates] : area.geometry.coordinates;
    const ring = polygons
        .map((polygon) => polygon[0])
        .reduce((a, b) => (a.length > b.length ? a : b));
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
    const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    let best = { distance: -1 };
    for (let i = 1; i < 12; ++i) {
        for (let j = 1; j < 12; ++j) {
            const point = [west + ((east - west) * i) / 12, south + ((north - south) * j) / 12];
            if (!contains(polygons, point)) continue;
            const distance = distanceTo(ring, point);
            if (distance > best.distance) best = { distance, point };
        }
    }
    return best;
}

/** The cells of each row that `dex score` writes, the header first. No cell of it holds a line break. */
export const rowsOf = (csv) =>
    csv.split('\r\n').filter(Boolean).map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain));

// The overall score of each area by its code, as our own command line gives it.
function overallScores() {
    const { status, stdout } = spawnSync(join(kRepository, 'build', 'dex'), ['score', join(kRepository, 'dist', 'atlas'), '--exact'], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
    });
    const [header, ...rows] = rowsOf(stdout);
    const at = header.indexOf('overall');
    const scores = new Map(rows.map((row) => [row[0], Number(row[at])]));
    if (status !== 0 || at < 0 || [...scores.values()].some(Number.isNaN)) throw new Error('dex score: no overall scores; npm run build');
    return scores;
}

export function prepare() {
    const folder = dataFolder();
    if (!folder) return null;
    const out = join(kBenchFolder, 'data');
    mkdirSync(out, { recursive: true });
    const source = JSON.parse(gunzipSync(readFileSync(join(folder, 'boundaries/london_lsoa21_bgc.geojson.gz'))));
    const figures = smallAreas(folder);
    const codes = [...figures.keys()];
    source.features.sort((a, b) => (a.properties.LSOA21CD < b.properties.LSOA21CD ? -1 : 1));
    const boroughs = [...new Set(codes.map((code) => figures.get(code).parents.borough))].sort();
    const boroughOf = codes.map((code) => boroughs.indexOf(figures.get(code).parents.borough));
    // Shared vertices differ in their last digits: snap, or nothing is shared.
    const snap = (part) => (typeof part[0] === 'number' ? part.map((x) => rounded(x, 6)) : part.map(snap));
    for (const { geometry } of source.features) geometry.coordinates = snap(geometry.coordinates);
    const areas = {
        type: 'FeatureCollection',
        features: source.features.map(({ geometry }, at) => ({ type: 'Feature', properties: { b: boroughOf[at] }, geometry })),
    };
    const shared = topology({ areas }, kQuantization);
    delete shared.bbox;

    const overall = overallScores();
    const valueOf = (id, code) => (id === 'overall' ? overall.get(code) : figures.get(code).cells[id].value);
    const columns = Object.fromEntries(kIndicators.map((id) => [id, codes.map((code) => valueOf(id, code))]));
    const classes = Object.fromEntries(kIndicators.map((id) => [id, classify(columns[id])]));
    const short = Object.fromEntries(kIndicators.map((id) => [id, columns[id].map((value) => rounded(value, 5))]));
    const breaks = Object.fromEntries(kIndicators.map((id) => [id, breaksOf(short[id], classes[id])]));

    const five = (part) => (typeof part[0] === 'number' ? part.map((x) => rounded(x, 5)) : part.map(five));
    const unpacked = feature(shared, shared.objects.areas).features;
    const geojson = {
        type: 'FeatureCollection',
        features: unpacked.map(({ geometry }, at) => ({
            type: 'Feature',
            properties: Object.fromEntries(kIndicators.map((id) => [id, short[id][at]])),
            geometry: { type: geometry.type, coordinates: five(geometry.coordinates) },
        })),
    };
    const lines = mesh(shared, shared.objects.areas, (a, b) => a.properties.b !== b.properties.b || a === b);
    lines.coordinates = five(lines.coordinates);

    // Probes: the areas that are largest and roundest, whatever their class.
    const probes = unpacked
        .map((area, at) => ({ at, code: codes[at], ...interiorPoint(area) }))
        .sort((a, b) => b.distance - a.distance)
        .slice(0, kProbes)
        .map(({ at, code, point }) => ({
            code,
            point,
            name: source.features[at].properties.LSOA21NM,
            classes: Object.fromEntries(kIndicators.map((id) => [id, classes[id][at]])),
        }));
    const box = { west: -0.5104, south: 51.2868, east: 0.334, north: 51.6919 };
    const write = (name, what) => writeFileSync(join(out, name), JSON.stringify(what));
    write('areas.topojson', shared);
    write('values.json', short);
    write('areas.geojson', geojson);
    write('boroughs.geojson', { type: 'Feature', properties: {}, geometry: lines });
    write('meta.json', { indicators: kIndicators, breaks, box });
    return { probes, areas: codes.length, box, mercatorHeight: mercatorY(box.north) - mercatorY(box.south) };
}

if (process.argv[1] === import.meta.filename) console.log(prepare());
