// Fields and buttons of the dialog.

import { make } from '../make.js';
import { phrase } from './words.js';

const kDisabled = 'aria-disabled';

/** A button that keeps the keyboard's focus also while it can do nothing. */
export function button(label, press, className = '') {
    return make('button', {
        type: 'button',
        className,
        textContent: label,
        onclick: ({ currentTarget }) => currentTarget.getAttribute(kDisabled) !== 'true' && press(),
    });
}

export function enable(buttons, isEnabled) {
    for (const one of buttons) one.setAttribute(kDisabled, String(!isEnabled));
}

export const option = (value, textContent) => make('option', { value, textContent });

/** A control with its name, `away.` key and all. */
export function field(key, control) {
    control.id = `take-${key}`;
    return make('div', {}, make('label', { htmlFor: control.id, textContent: phrase(key) }), control);
}

export const ticked = (label, input) => make('label', { className: 'tick' }, input, make('span', { textContent: label }));

export const count = (number) => number.toLocaleString('en-GB');

export const kB = ({ size }) => count(Math.ceil(size / 1000));
