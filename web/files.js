// What the map needs besides an atlas. It stands beside the bundled script.

import createModule from '#dex';
import { Program } from './program.js';

export { createModule };

// Kept from the bundler, which would give each a second name.
const here = import.meta.url;
const beside = (path) => new URL(path, here).href;

// Of what was built with this script; anything else is refused.
const { wasm, rest, regular, semibold } = DEX_CHECKSUMS;

export const program = new Program([beside('dex.wasm'), wasm], [beside('dex.rest.wasm'), rest]);
/** Name, address and checksum of each. */
export const faces = [
    ['face.regular', beside('faces/regular.otf'), regular],
    ['face.semibold', beside('faces/semibold.otf'), semibold],
];
