// MapLibre GL JS as its documentation shows a choropleth: GeoJSON source, a step expression over a property, a line layer.

import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { kColours, kPaper } from './colours.js';

setWorkerUrl(new URL(workerUrl, location.href).href);
const data = (name) => new URL(`../data/${name}`, location.href).href;
const meta = await (await fetch(data('meta.json'))).json();
const steps = (id) =>
    ['step', ['get', id], kColours[0], ...meta.breaks[id].flatMap((from, at) => [from, kColours[at + 1]])];
const { west, south, east, north } = meta.box;

const map = new MapLibre({
    container: 'map',
    bounds: [[west, south], [east, north]],
    fitBoundsOptions: { padding: 16 },
    fadeDuration: 0,
    // For its largest picture; otherwise it would be made of fewer pixels.
    maxCanvasSize: [8192, 8192],
    maxPitch: 0,
    dragRotate: false,
    style: {
        version: 8,
        sources: {
            areas: { type: 'geojson', data: data('areas.geojson') },
            boroughs: { type: 'geojson', data: data('boroughs.geojson') },
        },
        layers: [
            { id: 'paper', type: 'background', paint: { 'background-color': kPaper } },
            { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': steps(meta.indicators[0]) } },
            { id: 'boroughs', type: 'line', source: 'boroughs', paint: { 'line-color': '#282442', 'line-width': 1 } },
        ],
    },
});
const home = map.cameraForBounds([[west, south], [east, north]], { padding: 16 });

const settled = () => new Promise((resolve) => {
    if (map.loaded() && map.areTilesLoaded()) resolve();
    else map.once('idle', resolve);
});

// Taken in the task that draws it: then the drawing buffer has not to be kept, which would slow all the rest.
async function picture(scale) {
    map.setPixelRatio(scale);
    await settled();
    map.redraw();
    return new Promise((resolve) => map.getCanvas().toBlob(resolve, 'image/png'));
}

let pictures = 0;
map.on('render', () => (pictures += 1));

window.peer = {
    canvas: map.getCanvas(),
    project: (point) => {
        const { x, y } = map.project(point);
        return [x, y];
    },
    setIndicator: (id) => map.setPaintProperty('areas', 'fill-color', steps(id)),
    jump: (center, zoom) => map.jumpTo({ center, zoom }),
    home: () => map.jumpTo(home),
    nudge: (step) => map.panBy([-step, 0], { animate: false }),
    draw: () => map.redraw(),
    pictures: () => pictures,
    pick: (x, y) => map.queryRenderedFeatures([x, y], { layers: ['areas'] })[0]?.id,
    picture,
    settled,
};
