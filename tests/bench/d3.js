// The careful d3 page: one TopoJSON, projected once; one path a class, kept; a canvas transform for pan and zoom; at
// high zoom only the areas in view; drawn when something changed.

import { geoMercator, geoPath } from 'd3-geo';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { feature, mesh } from 'topojson-client';
import { kColours, kPaper, kWorldPx } from './colours.js';

const kCullFrom = 3; // Times the scale at which all of London is in view.
const json = async (name) => (await fetch(new URL(`../data/${name}`, location.href))).json();
const [shared, columns, meta] = await Promise.all(['areas.topojson', 'values.json', 'meta.json'].map(json));

const canvas = document.querySelector('canvas');
const context = canvas.getContext('2d');
const ratio = devicePixelRatio;
const [width, height] = [innerWidth, innerHeight];
canvas.width = width * ratio;
canvas.height = height * ratio;

const corner = (west, south) => ({ type: 'Point', coordinates: [west, south] });
const { west, south, east, north } = meta.box;
const frame = { type: 'GeometryCollection', geometries: [corner(west, south), corner(east, north)] };
const projection = geoMercator().fitExtent([[16, 16], [width - 16, height - 16]], frame);
const areas = feature(shared, shared.objects.areas).features;

// Projected rings, boxes and paths: made once.
const shapes = areas.map(({ geometry }) => {
    const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat()
        .map((ring) => ring.map(projection));
    const path = new Path2D();
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of rings) {
        ring.forEach(([x, y], at) => {
            if (at) path.lineTo(x, y);
            else path.moveTo(x, y);
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
        });
        path.closePath();
    }
    return { rings, path, box };
});
const lines = mesh(shared, shared.objects.areas, (a, b) => a === b || a.properties.b !== b.properties.b);
const boroughs = new Path2D(geoPath(projection).digits(3)(lines));

let classes;
let fills;
let transform = zoomIdentity;

function classify(id) {
    const breaks = meta.breaks[id];
    classes = columns[id].map((value) => breaks.filter((from) => value >= from).length);
    fills = kColours.map(() => new Path2D());
    shapes.forEach((shape, at) => fills[classes[at]].addPath(shape.path));
}

function drawOn(context, ratio) {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = kPaper;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.setTransform(ratio * transform.k, 0, 0, ratio * transform.k, ratio * transform.x, ratio * transform.y);
    if (transform.k < kCullFrom) {
        fills.forEach((path, at) => {
            context.fillStyle = kColours[at];
            context.fill(path);
        });
    } else {
        const [left, top] = transform.invert([0, 0]);
        const [right, bottom] = transform.invert([width, height]);
        shapes.forEach(({ path, box }, at) => {
            if (box[0] > right || box[2] < left || box[1] > bottom || box[3] < top) return;
            context.fillStyle = kColours[classes[at]];
            context.fill(path);
        });
    }
    context.strokeStyle = '#282442';
    context.lineWidth = 1 / transform.k;
    context.stroke(boroughs);
}
let pictures = 0;
function draw() {
    pictures += 1;
    drawOn(context, ratio);
}

function picture(scale) {
    const large = document.createElement('canvas');
    large.width = width * scale;
    large.height = height * scale;
    drawOn(large.getContext('2d'), scale);
    return new Promise((resolve) => large.toBlob(resolve, 'image/png'));
}

let asked = 0;
const ask = () => (asked ||= requestAnimationFrame(() => {
    asked = 0;
    draw();
}));

// Areas by cell of a coarse grid, then point in polygon.
const kCell = 16;
const cells = new Map();
const cellOf = (x, y) => Math.floor(x / kCell) * 4096 + Math.floor(y / kCell);
shapes.forEach(({ box }, at) => {
    for (let x = Math.floor(box[0] / kCell); x <= box[2] / kCell; ++x) {
        for (let y = Math.floor(box[1] / kCell); y <= box[3] / kCell; ++y) {
            const key = x * 4096 + y;
            if (cells.has(key)) cells.get(key).push(at);
            else cells.set(key, [at]);
        }
    }
});
function pick(x, y) {
    const [px, py] = transform.invert([x, y]);
    for (const at of cells.get(cellOf(px, py)) ?? []) {
        const { rings, box } = shapes[at];
        if (px < box[0] || px > box[2] || py < box[1] || py > box[3]) continue;
        let inside = false;
        for (const ring of rings) {
            for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
                const [ax, ay] = ring[j];
                const [bx, by] = ring[i];
                if (ay > py !== by > py && px < ax + ((py - ay) / (by - ay)) * (bx - ax)) inside = !inside;
            }
        }
        if (inside) return at;
    }
    return -1;
}

const behaviour = zoom().scaleExtent([1, 256]).on('zoom', (event) => {
    transform = event.transform;
    ask();
});
select(canvas).call(behaviour);

classify(meta.indicators[0]);
ask();

window.peer = {
    canvas,
    project: (point) => transform.apply(projection(point)),
    setIndicator(id) {
        classify(id);
        ask();
    },
    jump(point, worldZoom) {
        const k = (kWorldPx * 2 ** worldZoom) / (2 * Math.PI * projection.scale());
        const [x, y] = projection(point);
        transform = zoomIdentity.translate(width / 2, height / 2).scale(k).translate(-x, -y);
        ask();
    },
    home() {
        transform = zoomIdentity;
        ask();
    },
    nudge(step) {
        transform = zoomIdentity.translate(transform.x + step, transform.y).scale(transform.k);
    },
    draw,
    pictures: () => pictures,
    pick,
    picture,
    settled: async () => {},
};
