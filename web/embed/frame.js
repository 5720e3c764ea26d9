// The page that others frame: the address's hash says what it shows, and the host page hears how high it wants to be.

import '../dex-map.js';
import { valueIn, withValue } from '../view.js';
import { heightFor, heightMessages, viewAsked } from './height.js';

const map = document.querySelector('dex-map');
const { parent } = window;
let told = 0;

// The hash is a view, and may say `locked=1` and `controls=search,share,zoom`, or some of them, besides.
function followAddress() {
    const { hash } = location;
    map.locked = valueIn(hash, 'locked') === '1';
    map.controls = valueIn(hash, 'controls') ?? null;
    map.view = withValue(withValue(hash, 'locked'), 'controls');
}

function tellHeight() {
    const width = document.documentElement.clientWidth;
    if (width === told || width === 0) return;
    told = width;
    const frame = { address: location.href, pymId: new URLSearchParams(location.search).get('childId') };
    for (const message of heightMessages(width, heightFor(width, map.locked), frame)) parent.postMessage(message, '*');
}

followAddress();
window.addEventListener('hashchange', followAddress);
if (parent !== window) {
    new ResizeObserver(tellHeight).observe(document.documentElement);
    window.addEventListener('message', (event) => {
        const view = viewAsked(event, parent);
        if (view !== undefined) map.view = view;
    });
    map.addEventListener('dex-view', ({ detail: { view } }) => parent.postMessage({ type: 'dex-view', version: 1, view }, '*'));
}
