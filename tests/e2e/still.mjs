// When a map is still: the one wait of all tests that look at a picture, in whatever browser.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './site.mjs';

const words = JSON.parse(readFileSync(join(root, 'src', 'words', 'en.json'), 'utf8'));
// What the card says while other weights are tried.
const [kTrying] = words.card.steadyWorking.split('{');

/** What to wait for besides: nothing is loading; and nothing is being worked out, which the card says last. */
export const kDrawn = { isLoaded: false, trying: '' };
export const kLoaded = { isLoaded: true, trying: '' };
export const kSettled = { isLoaded: true, trying: kTrying };

/**
 * Runs in a page and knows nothing beyond its arguments: waits until the map has nothing left to draw, which is three frames
 * of the browser in which it drew none. The map draws in its frames before this looks, so that what was done before the call
 * has been drawn, and what the new picture lacks stands in the tree. A picture that cannot be used yet is waited for where
 * the page knows of that (chromium.mjs).
 */
export function still({ selector = 'dex-map', isLoaded, trying }) {
    const isBusy = ({ id, state, name }) => (isLoaded && (id === 'progress' || state.includes('busy'))) || (trying !== '' && name.startsWith(trying));
    return new Promise((done) => {
        let drawn = -1;
        let quiet = 0;
        const look = () => {
            const map = document.querySelector(selector);
            const now = map?.core?.counter('frames') ?? 0;
            quiet = now === drawn ? quiet + 1 : 0;
            drawn = now;
            if (quiet >= 3 && !window.isOnlySeen?.(map) && !(map?.core?.tree ?? []).some(isBusy)) done(true);
            else requestAnimationFrame(look);
        };
        look();
    });
}
