// Fields of the dialog.

import { make } from '../make.js';
import { phrase } from './words.js';

export const button = (label, onclick, className = '') => make('button', { type: 'button', className, textContent: label, onclick });

export const option = (value, textContent) => make('option', { value, textContent });

/** A select with its name, `away.` key and all. */
export function field(key, select) {
    select.id = `take-${key}`;
    return make('div', {}, make('label', { htmlFor: select.id, textContent: phrase(key) }), select);
}

export const ticked = (label, input) => make('label', { className: 'tick' }, input, make('span', { textContent: label }));
