// The page that others frame: the address's hash says what it shows, and the host page hears how high it wants to be.

import '../dex-map.js';
import { valueIn, withValue } from '../view.js';
import { asksForHeight, heightFor, heightMessages, secretIn, sizerIdIn, viewAsked } from './height.js';

const map = document.querySelector('dex-map');
const { parent } = window;
const frame = { address: location.href, pymId: new URLSearchParams(location.search).get('childId'), secret: secretIn(location.hash) };
// For hosts that begin to listen late and do not ask.
const kAgainMs = [1000, 4000, 15_000];
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
    told = width;
    if (width === 0) return;
    for (const message of heightMessages(width, heightFor(width, map.locked), frame)) parent.postMessage(message, '*');
}

followAddress();
window.addEventListener('hashchange', followAddress);
if (parent !== window) {
    // Its own height is no reason to say it again.
    new ResizeObserver(() => document.documentElement.clientWidth !== told && tellHeight()).observe(document.documentElement);
    for (const ms of kAgainMs) setTimeout(tellHeight, ms);
    window.addEventListener('message', (event) => {
        if (event.source === parent) {
            frame.sizerId = sizerIdIn(event.data) ?? frame.sizerId;
            if (asksForHeight(event.data, frame)) tellHeight();
        }
        const view = viewAsked(event, parent);
        if (view !== undefined) map.view = view;
    });
    map.addEventListener('dex-view', ({ detail: { view } }) => parent.postMessage({ type: 'dex-view', version: 1, view }, '*'));
}
