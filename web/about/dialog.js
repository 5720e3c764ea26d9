// A dialog over the map with text to read. What is in it is its owner's.

import { make } from '../make.js';
import { behave } from '../share/behave.js';
import { style } from '../share/style.js';
import { say } from '../words.js';

export const button = (label, onclick, className = '') => make('button', { type: 'button', className, textContent: label, onclick });

/** Leads to another page, in a window of its own. */
export const linkTo = (href, textContent, className = '') => make('a', { href, target: '_blank', rel: 'noopener', className, textContent });

/**
 * Shows it over everything; it takes itself away when it is closed.
 * @param {import('../layer.js').Layer} layer
 * @param {{ title: string, theme: string, opener: string }} about opener: the node that the focus goes back to
 * @param {...(Node | string)} contents
 */
export function openDialog(layer, { title, theme, opener }, ...contents) {
    const heading = make('h2', { id: 'about-title', tabIndex: -1, autofocus: true, textContent: title });
    const element = make('dialog', { className: 'share about', aria: { labelledby: 'about-title' } });
    element.dataset.theme = theme;
    element.append(make('div', { className: 'head' }, heading, button(say('close'), () => element.close())), make('div', { className: 'body' }, ...contents));
    behave(element);
    element.addEventListener('close', () => {
        element.remove();
        layer.focusOn(opener);
    });
    layer.lay(element, style);
    element.showModal();
}
