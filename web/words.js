// What a person reads in the shell, from src/words/en.json.

import { words } from '#words';

/**
 * The text of a `shell.` key, with each {name} in it replaced.
 * @param {string} key without the `shell.`
 * @param {Record<string, string>} [values]
 */
export const say = (key, values = {}) => words[`shell.${key}`].replace(/\{(\w+)\}/g, (_, name) => values[name]);
