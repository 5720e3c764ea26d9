// The three maps: where each is served, and the same handful of verbs for each (window.peer).

/** Runs in our page once its core is there; the peers' own scripts define the same. */
export function ourPeer() {
    const kIndicatorKey = 'indicator';
    const kCameraKey = 'at';
    const map = document.querySelector('dex-map');
    const canvas = map.shadowRoot.querySelector('canvas');
    let camera;
    const changed = (key, value) => {
        const kept = map.core.view.split('&').filter((pair) => pair && !pair.startsWith(`${key}=`));
        return [...kept, ...(value ? [`${key}=${encodeURIComponent(value)}`] : [])].join('&');
    };
    const show = (view) => {
        map.view = view;
    };
    const cameraText = ([lon, lat, zoom]) => [lon.toFixed(7), lat.toFixed(7), zoom.toFixed(4)].join(',');
    window.peer = {
        canvas,
        setIndicator: (id) => show(changed(kIndicatorKey, id)),
        // Zooms of the benchmark count a world of 512 px at zoom 0, ours one of 256.
        jump([lon, lat], zoom) {
            camera = [lon, lat, zoom + 1];
            show(changed(kCameraKey, cameraText(camera)));
        },
        home() {
            camera = undefined;
            show(changed(kCameraKey));
        },
        nudge(step) {
            camera ??= decodeURIComponent(map.core.view.match(/(?:^|&)at=([^&]*)/)?.[1] ?? '').split(',').map(Number);
            const degrees = (step * 360) / (256 * 2 ** camera[2]);
            camera = [camera[0] + degrees, camera[1], camera[2]];
            map.core.setView(changed(kCameraKey, cameraText(camera)));
        },
        draw: () => map.core.frame(performance.now()),
        pick: (x, y) => map.core.areaAt(x, y),
        settled: async () => {
            // Nothing more to fetch or draw: three quiet frames.
            for (let quiet = 0, frames = -1; quiet < 3; ) {
                await new Promise((resolve) => setTimeout(resolve, 100));
                const now = map.core.counter(0);
                quiet = now === frames ? quiet + 1 : 0;
                frames = now;
            }
        },
    };
}

export const kMaps = [
    { id: 'ours', label: 'ours', path: '/ours/index.html' },
    { id: 'maplibre', label: 'MapLibre GL JS, GeoJSON', path: '/peers/maplibre.html' },
    { id: 'd3', label: 'd3 canvas', path: '/peers/d3.html' },
];
