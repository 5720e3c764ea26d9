// What a person reads in the dialog, from src/words/en.json: not part of the shell, which is there at once.

import { words } from '#words/share';
import { saying } from '../words.js';

/**
 * The text of a `share.` key, with each {name} in it replaced.
 * @param {string} key without the `share.`
 * @param {Record<string, string>} [values]
 */
export const word = saying(words);
