// The pages that are measured, and how the browser is started for all of them.

import { join } from 'node:path';
import { build } from 'vite';
import { kBenchFolder, kRepository } from './prepare.mjs';
import { startServer } from './serve.mjs';

export const kFlags = [
    '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
    '--enable-blink-features=ForceEagerMeasureMemory',
    // Without a GPU the accelerated canvas of d3 takes half a second for its first picture; the plain one is its best.
    '--disable-accelerated-2d-canvas',
];

/** Builds the peers' pages and serves them beside ours, and what our dialog makes pictures with. */
export async function servePages(dist) {
    const site = join(kBenchFolder, 'site');
    await build({
        root: import.meta.dirname,
        base: './',
        configFile: false,
        logLevel: 'error',
        build: {
            outDir: site,
            emptyOutDir: true,
            target: 'es2022',
            assetsInlineLimit: 0,
            chunkSizeWarningLimit: 4000,
            modulePreload: { polyfill: false },
            rollupOptions: { input: ['maplibre.html', 'd3.html'].map((name) => join(import.meta.dirname, name)) },
        },
    });
    const take = join(kRepository, 'web', 'take');
    return startServer({ ours: dist, peers: site, data: join(kBenchFolder, 'data'), take }, join(kBenchFolder, 'brotli'));
}
