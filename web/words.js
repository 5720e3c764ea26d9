// What a person reads in the shell, from src/words/en.json.

import { words } from '#words';

/**
 * What gives the text of a key of a table, with each {name} in it replaced. What is not said before the first picture has a
 * table of its own, which comes with what says it.
 * @param {Record<string, string>} table
 */
export const saying = (table) => (key, values = {}) => table[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** The texts of the `shell.` keys, which are there at once. */
export const say = saying(words);
