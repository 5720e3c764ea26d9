// The three maps: where each is served, and the same handful of verbs for each (window.peer).

/** Runs in our page once its core is there; the peers' own scripts define the same. */
export function ourPeer() {
    const kDrawn = 4;
    const map = document.querySelector('dex-map');
    const canvas = map.shadowRoot.querySelector('canvas');
    let camera;
    // The view with one key changed, in the grammar of map/view_state.h.
    const changed = (key, value) => {
        const kept = map.core.view.split('&').filter((pair) => pair && !pair.startsWith(`${key}=`));
        return [...kept, ...(value ? [`${key}=${value}`] : [])].join('&');
    };
    const cameraText = ([lon, lat, zoom]) => [lat, lon, zoom].map((number) => number.toFixed(7)).join(',');
    window.peer = {
        setIndicator: (id) => (map.view = changed('show', id)),
        // Zooms of the benchmark count a world of 512 px at zoom 0, ours one of 256.
        jump([lon, lat], zoom) {
            camera = [lon, lat, zoom + 1];
            map.view = changed('at', cameraText(camera));
        },
        home() {
            camera = undefined;
            map.view = changed('at');
        },
        // Moves by css px without drawing.
        nudge(step) {
            if (!step || !camera) return;
            camera[0] += (step * 360) / (256 * 2 ** camera[2]);
            map.core.setView(changed('at', cameraText(camera)));
        },
        // As the page does it: what the processor has drawn is put on the canvas, a card draws on its own.
        draw() {
            const { pixels, changed } = (map.core.frame(performance.now()) & kDrawn && map.core.picture) || {};
            if (pixels) canvas.getContext('2d').putImageData(new ImageData(pixels, canvas.width, canvas.height), 0, 0, ...changed);
        },
        pick: (x, y) => map.core.areaAt(x, y),
        // Nothing more to fetch or draw: no new frame for 0.3 s.
        async settled() {
            map.wake();
            for (let quiet = 0, frames = -1; quiet < 3; ) {
                await new Promise((resolve) => setTimeout(resolve, 100));
                const now = map.core.counter('frames');
                quiet = now === frames ? quiet + 1 : 0;
                frames = now;
            }
        },
        pictures: () => map.core.counter('mapPictures'),
        // As the dialog does it (web/take/picture_tab.js), from the order to the file.
        async picture(scale) {
            const [{ Maker }, { PngPacker }] = await Promise.all(['maker', 'png'].map((name) => import(`/take/${name}.js`)));
            const packer = new PngPacker();
            const order = { as: 'png', view: map.core.view, size: 'social', scale };
            await new Maker(map.core, () => map.wake()).make(order, { taken: (bytes) => packer.put(bytes) });
            return packer.finish();
        },
    };
}

/** Ours twice: the first picture is the processor's for both. */
export const kMaps = [
    { id: 'ours', label: 'ours, processor', path: '/ours/index.html', isOurs: true },
    { id: 'card', label: 'ours, WebGL', path: '/ours/index.html', isOurs: true, hasCard: true },
    { id: 'maplibre', label: 'MapLibre GL JS, GeoJSON', path: '/peers/maplibre.html' },
    { id: 'd3', label: 'd3 canvas', path: '/peers/d3.html' },
];

/** Waits until all of a map is here, with its verbs. */
export async function ready(map, page) {
    if (map.isOurs) {
        // All of it: the first picture stands before the rest of the program is here.
        await page.waitForFunction(() => document.querySelector('dex-map')?.core?.isWhole && document.querySelector('dex-map').core.tree.length > 0, null, { timeout: 60_000 });
        if (map.hasCard) await page.waitForFunction(() => document.querySelector('dex-map').core.counter('gpu') === 1, null, { timeout: 60_000 });
        await page.evaluate(ourPeer);
    } else {
        await page.waitForFunction(() => window.peer, null, { timeout: 60_000 });
    }
    await page.evaluate(async () => {
        await window.peer.settled();
        await window.bench.pause(200);
    });
}
