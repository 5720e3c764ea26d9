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

/**
 * What *Where* offers, each as the view has it: the whole first, which is nothing there. A bare code is of the top level, and may
 * have colons itself.
 * @param {object[]} nodes of dex_text
 * @returns {{ value: string, label: string }[]}
 */
export function placesOf(nodes) {
    const optionsOf = (id) => nodes.find((one) => one.id === id)?.options ?? [];
    const levels = optionsOf('by').map(({ value }) => `${value}:`);
    const isReference = (value) => levels.some((level) => value.startsWith(level));
    return optionsOf('where').map(({ value, label }, i) => ({ value: i === 0 ? '' : isReference(value) ? value : levels.at(-1) + value, label }));
}
