// What the map needs besides an atlas. It stands beside the bundled script.

import createModule from '#dex';

export { createModule };

// Kept from the bundler, which would give each a second name.
const here = import.meta.url;
const beside = (path) => new URL(path, here).href;

// Of what was built with this script; anything else is refused.
const { wasm, regular, semibold } = DEX_CHECKSUMS;

/** Address and checksum. */
export const wasmFile = [beside('dex.wasm'), wasm];
/** Name, address and checksum of each. */
export const faces = [
    ['face.regular', beside('faces/regular.otf'), regular],
    ['face.semibold', beside('faces/semibold.otf'), semibold],
];
