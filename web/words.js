// What a person reads in the shell, from src/words/en.json.

import { words } from '#words';

/**
 * The text of a `shell.` key, with each {name} in it replaced.
 * @param {string} key without the `shell.`
 * @param {Record<string, string>} [values]
 */
export const say = (key, values = {}) => fill(words[key], values);

/** A text with each {name} in it replaced. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
