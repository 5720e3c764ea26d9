// The one table of looks, src/look/looks.json, becomes C++ and CSS.
//
//   node tools/looks.mjs --colours FILE   constexpr Tokens kLight = { … }; one for each theme (src/look/tokens.cpp)
//   node tools/looks.mjs --sizes FILE     enum class Type, kTypeSizes, space::, map_look:: (src/look/sizes.h)
//   node tools/looks.mjs --css FILE       the colours of pages, as custom properties of :root
//   node tools/looks.mjs --shell FILE     the same as strings, for the style sheets of the element (#looks)

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const table = join(resolve(import.meta.dirname, '..'), 'src', 'look', 'looks.json');
const themes = ['light', 'dark', 'grey'];
const made = 'Made by tools/looks.mjs from src/look/looks.json.';

export const readLooks = (file = table) => JSON.parse(readFileSync(file, 'utf8'));

const upperFirst = (name) => name[0].toUpperCase() + name.slice(1);
const isColour = (value) => /^#[0-9a-f]{6}$/.test(value);
const bytesOf = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

function cppValue(value) {
    if (Array.isArray(value)) return `{${value.map(cppValue).join(', ')}}`;
    if (isColour(value)) return `Colour{${bytesOf(value).join(', ')}}`;
    return typeof value === 'string' ? `Hatch::${upperFirst(value)}` : String(value);
}

function coloursText({ shared, ...looks }) {
    const fields = (theme) => Object.entries({ ...shared, ...theme }).map(([key, value]) => `    .${key} = ${cppValue(value)},`);
    return themes.map((name) => `constexpr Tokens k${upperFirst(name)} = {\n${fields(looks[name]).join('\n')}\n};\n`).join('\n');
}

function sizesText({ type, space, mapLook }) {
    const constants = (name, sizes) => {
        const lines = Object.entries(sizes).map(([key, [size, about]]) => `inline constexpr double k${key} = ${size};  // ${about}`);
        return `namespace ${name} {\n${lines.join('\n')}\n}  // namespace ${name}\n`;
    };
    const sizes = Object.values(type).map(({ px, line, isStrong }) => `    TypeSize{${px}, ${line}, ${isStrong}},`);
    return [
        `enum class Type : std::uint8_t { ${Object.keys(type).join(', ')}, kCount };\n`,
        `inline constexpr std::array<TypeSize, ${sizes.length}> kTypeSizes = {\n${sizes.join('\n')}\n};\n`,
        constants('space', space),
        constants('map_look', mapLook),
    ].join('\n');
}

// The page's names of what it shares with the map.
const properties = {
    paper: 'paper',
    panel: 'panel',
    ink: 'ink',
    inkQuiet: 'quiet',
    hairline: 'line',
    accent: 'accent',
    onAccent: 'on-accent',
    focusDark: 'focus-dark',
    focusLight: 'focus-light',
};

const rgb = (colour, alpha) => `rgb(${bytesOf(colour).join(' ')} / ${alpha.toFixed(2).replace(/^0/, '')})`;
const declared = (pairs) => pairs.map(([name, value]) => `--${name}: ${value};`).join(' ');

/**
 * Custom properties of the light theme, which are those of the grey too, and what of them differs in the dark one. The
 * shade is by itself: what lies behind a dialog inherits no property in browsers from before 2024.
 */
export function cssOf({ shared, light, dark, page }) {
    const { down, blur, colour, alpha } = page.cardShadow;
    const colours = Object.entries(properties);
    const same = [
        ['shadow', `0 ${down}px ${blur}px ${rgb(colour, alpha)}`],
        ['print', page.print],
    ];
    return {
        light: declared([...colours.map(([key, name]) => [name, light[key]]), ...same]),
        dark: declared(colours.filter(([key]) => light[key] !== dark[key]).map(([key, name]) => [name, dark[key]])),
        shade: rgb(shared.shade, shared.shadeAlpha / 255),
    };
}

// A page's own text, <main>, is light in every theme.
function cssText(looks) {
    const { light, dark } = cssOf(looks);
    return `:root, main { ${light} }\n@media (prefers-color-scheme: dark) { :root { ${dark} } }\n`;
}

const shellText = (looks) => Object.entries(cssOf(looks)).map(([name, text]) => `export const ${name} = '${text}';\n`).join('');

if (process.argv[1] === import.meta.filename) {
    const [kind, file] = process.argv.slice(2);
    const text = { '--colours': coloursText, '--sizes': sizesText, '--css': cssText, '--shell': shellText }[kind](readLooks());
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${kind === '--css' ? `/* ${made} */` : `// ${made}`}\n${text}`);
}
