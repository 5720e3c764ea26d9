// Defines <dex-map>. A page needs this one script.

import { DexMap } from './element.js';

if (!customElements.get('dex-map')) customElements.define('dex-map', DexMap);

export { DexMap };
