// Five hundred strings that would do harm as HTML or script, and the tables of an atlas whose every word is one of them.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

const payloads = [
    '<script>hit()</script>', '<img src=x onerror=hit()>', '<svg onload=hit()>', '<svg><script>hit()</script></svg>', '<iframe srcdoc="<script>parent.hit()</script>">',
    '<iframe src="javascript:parent.hit()">', '<a href="javascript:hit()">x</a>', '<body onload=hit()>', '<details open ontoggle=hit()>', '<input autofocus onfocus=hit()>',
    '<style>*{background:url(//evil.example/x)}</style>', '<link rel=stylesheet href=//evil.example/x.css>', '<meta http-equiv=refresh content="0;url=//evil.example">',
    '<base href="//evil.example/">', '<object data="javascript:hit()">', '<embed src="//evil.example">', '<form action=//evil.example><button>x</button></form>',
    '<math><mtext><img src=x onerror=hit()>', '<template><img src=x onerror=hit()></template>', '<video><source onerror=hit()>', '<dex-map src=//evil.example></dex-map>',
    'javascript:hit()', '${hit()}', "{{constructor.constructor('hit()')()}}", '\\u003cimg src=x onerror=hit()\\u003e',
];
const wrappers = [
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => `"><i title="${text}`,
    (text) => `'>${text}<b '`,
    (text) => `\`${text}\``,
    (text) => `--><!-- ${text}`,
    (text) => `</textarea></title></style>${text}`,
    (text) => `</td></tr></table>${text}`,
    (text) => `</script>${text}`,
    (text) => `</noscript></main>${text}`,
    (text) => `<![CDATA[${text}]]>`,
    (text) => `&lt;${text}&gt;`,
    (text) => `%3C${encodeURIComponent(text)}`,
    (text) => `\u202e${text}`,
    (text) => `${text.replaceAll('<', '<\u200b')}${text}`,
    (text) => text.replaceAll(' ', '/'),
    (text) => `=HYPERLINK("${text}")`,
    (text) => `${text} {name} {0} %s`,
    (text) => `${text}${text}`,
    (text) => `日 ${text} ŵ`,
];

/** All of them, each once. */
export const strings = payloads.flatMap((payload) => wrappers.map((wrap) => wrap(payload))).map((text, i, all) => (all.indexOf(text) < i ? `${text} ${i}` : text));

const kColumns = 25;
const kCellDeg = 0.01;
const code = (i) => `A${String(i).padStart(4, '0')}`;

function square(i, name) {
    const [x, y] = [(i % kColumns) * kCellDeg, 51 + Math.floor(i / kColumns) * kCellDeg];
    const ring = [[x, y], [x + kCellDeg, y], [x + kCellDeg, y + kCellDeg], [x, y + kCellDeg], [x, y]];
    return { type: 'Feature', properties: { code: code(i), name }, geometry: { type: 'Polygon', coordinates: [ring] } };
}

// Every text of a recipe that a reader meets.
const kTexts = new Set(['title', 'place', 'attribution', 'publisher', 'licence', 'label', 'shortLabel', 'unit', 'description', 'focus', 'words', 'singular', 'plural']);

function spoil(value, next) {
    if (Array.isArray(value)) return value.map((item) => spoil(item, next));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, kTexts.has(key) && typeof inner === 'string' ? next() : spoil(inner, next)]));
}

/**
 * Writes them, and recipe.json, into a folder.
 * @param {string[]} names of the areas; the recipe has its own words from among `strings`
 */
export function writeHostileTables(folder, names = strings) {
    mkdirSync(folder, { recursive: true });
    const recipe = JSON.parse(readFileSync(join(root, 'data', 'recipes', 'london-boroughs.json'), 'utf8'));
    let used = 0;
    const spoilt = spoil(recipe, () => strings[(used += 7) % strings.length]);
    const [head, first] = readFileSync(join(root, 'data', 'boroughs.csv'), 'utf8').split('\n');
    const figures = first.split(',').slice(2);
    // Each area has its own figures, or there would be no classes.
    const rows = names.map((_, i) => [code(i), 'x', ...figures.map((figure) => (figure === '' ? '' : (Number(figure) * (1 + ((i * 37) % 499) / 1000)).toFixed(figure.includes('.') ? 6 : 0)))].join(','));
    writeFileSync(join(folder, 'boroughs.csv'), [head, ...rows, ''].join('\n'));
    writeFileSync(join(folder, 'boroughs.geojson'), JSON.stringify({ type: 'FeatureCollection', features: names.map((name, i) => square(i, name)) }));
    writeFileSync(join(folder, 'recipe.json'), JSON.stringify({ ...spoilt, $schema: undefined }));
}
