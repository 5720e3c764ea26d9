// Defines <dex-map>. A page needs this one script.

import { DexMap } from './element.js';

// A server that renders pages imports this too, and has no elements.
if (globalThis.customElements && !customElements.get('dex-map')) customElements.define('dex-map', DexMap);

export { DexMap };
