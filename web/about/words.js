// What a person reads in the dialogs about the figures, from src/words/en.json.

import { words } from '#words/about';
import { saying } from '../words.js';

/** The text of an `about.` key, with each {name} in it replaced. */
export const tell = saying(words);
