// What a person reads in the dialog, from src/words/en.json.

import { words } from '#words/away';
import { saying } from '../words.js';

/** The text of an `away.` key, with each {name} in it replaced. */
export const phrase = saying(words);
