// The one table of what a person reads, src/words/en.json, becomes a C++ include and a JavaScript module.
//
//   node tools/words.mjs --cpp FILE     DEX_WORD(cardRank, "card.rank", "…"), all but the page's and those under "take"
//   node tools/words.mjs --take FILE    DEX_WORD(guideCode, "guide.code", "…"), those under "take": what stands in files that people take away
//   node tools/words.mjs --shell FILE   export const words = { loading: '…' }, those under "shell": the page has them at once
//   node tools/words.mjs --search FILE  the same, those under "search": they come with the field, after the first picture
//   node tools/words.mjs --share FILE   the same, those under "share": the dialog brings them
//   node tools/words.mjs --about FILE   the same, those under "about"
//   node tools/words.mjs --away FILE    the same, those under "away"
//
// Those under "html" stand in the pages themselves: tools/vite.config.mjs puts them there.
//
// With --pseudo after it each text is as in no language, and longer: a test sees what was not said through the table.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const table = join(resolve(import.meta.dirname, '..'), 'src', 'words', 'en.json');

// Nested or flat keys, as [dotted key, text] in order of key by code unit.
export function readWords(file = table) {
    const words = [];
    const walk = (prefix, value) => {
        if (typeof value === 'string') words.push([prefix, value]);
        else for (const [key, inner] of Object.entries(value)) walk(prefix ? `${prefix}.${key}` : key, inner);
    };
    walk('', JSON.parse(readFileSync(file, 'utf8')));
    return words.sort(([a], [b]) => (a < b ? -1 : 1));
}

const inside = (part) => ([key]) => key.startsWith(`${part}.`);
const parts = ['shell', 'search', 'share', 'tabs', 'about', 'away', 'html'];

/** Read in web/ and not in C++. */
export const isOfPage = (word) => parts.some((part) => inside(part)(word));

/** Read in C++, in files that people take away alone (words/take_word.h). */
export const isTaken = inside('take');

/** Of the table from which C++ draws and speaks (words/word.h). */
export const isOfCore = (word) => !isOfPage(word) && !isTaken(word);

// card.rank-of → cardRankOf: the name by which C++ calls a text.
export const wordName = (key) => key.replace(/[.\-_]+([a-zA-Z0-9])/g, (_, letter) => letter.toUpperCase());

const accents = { a: 'á', e: 'ê', i: 'ï', o: 'ô', u: 'ŵ', y: 'ŷ' };

/** The text with each vowel accented and three times, some 40% longer; what stands in braces is left alone. */
export const pseudo = (text) =>
    text.replace(/\{[^}]*\}|[aeiouy]/gi, (match) => {
        if (match.startsWith('{')) return match;
        const accent = accents[match.toLowerCase()];
        return (match === match.toLowerCase() ? accent : accent.toUpperCase()) + accent + accent;
    });

function cppText(words) {
    const names = new Map();
    const lines = words.map(([key, text]) => {
        const name = wordName(key);
        if (names.has(name)) throw new Error(`en.json: ${key} and ${names.get(name)} give the same name, ${name}`);
        names.set(name, key);
        return `DEX_WORD(${name}, ${JSON.stringify(key)}, ${JSON.stringify(text)})`;
    });
    return `// Made by tools/words.mjs from src/words/en.json, in order of key.\n${lines.join('\n')}\n`;
}

function jsText(all, part) {
    const words = all.filter(inside(part)).map(([key, text]) => [key.slice(part.length + 1), text]);
    return `// Made by tools/words.mjs from src/words/en.json.\nexport const words = ${JSON.stringify(Object.fromEntries(words), null, 4)};\n`;
}

if (process.argv[1] === import.meta.filename) {
    const [kind, file, tongue] = process.argv.slice(2);
    const words = readWords().map(([key, text]) => [key, tongue === '--pseudo' ? pseudo(text) : text]);
    mkdirSync(dirname(file), { recursive: true });
    const taken = words.filter(isTaken).map(([key, text]) => [key.slice('take.'.length), text]);
    writeFileSync(file, kind === '--cpp' ? cppText(words.filter(isOfCore)) : kind === '--take' ? cppText(taken) : jsText(words, kind.slice(2)));
}
