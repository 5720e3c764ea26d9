// What the map needs besides an atlas. It stands beside the bundled script.

import createModule from '#dex';

export { createModule };

// Kept from the bundler, which would give each a second name.
const here = import.meta.url;
const beside = (path) => new URL(path, here).href;

export const wasmUrl = beside('dex.wasm');
export const faces = [
    ['face.regular', beside('faces/regular.otf')],
    ['face.semibold', beside('faces/semibold.otf')],
];
