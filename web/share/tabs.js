// The ways to take a map along: a dialog each, with the others one press away.

import { make } from '../make.js';
import { words } from '#words/tabs';
import { saying } from '../words.js';

const kTabs = ['share', 'picture', 'data', 'briefing'];
const say = saying(words);

/** What a tab is called. */
export const tabName = (tab) => say(tab);

/** Whether there are scores to brief about. */
export const hasIndex = (nodes) => nodes.some(({ id }) => id?.startsWith('weight.'));

/**
 * @param {string} now the one that is open
 * @param {(name: string) => void} go to another
 * @param {boolean} hasBriefing
 */
export function tabs(now, go, hasBriefing) {
    const names = kTabs.filter((name) => hasBriefing || name !== 'briefing');
    const buttons = names.map((name) => {
        const button = make('button', { type: 'button', textContent: tabName(name), onclick: () => name === now || go(name) });
        if (name === now) button.setAttribute('aria-current', 'true');
        return button;
    });
    return make('nav', { className: 'tabs', aria: { label: say('title') } }, ...buttons);
}
