// The files that the map needs besides an atlas. The bundler gives each a name that holds its contents' hash.

import regular from '#faces/regular.otf?url';
import semibold from '#faces/semibold.otf?url';
import createModule from '#core/dex.mjs';
import wasmUrl from '#core/dex.wasm?url';

export { createModule, wasmUrl };
export const faces = [
    ['face.regular', regular],
    ['face.semibold', semibold],
];
