// Divides the finished module into build/split/dex.wasm, what first pictures need, and build/split/dex.rest.wasm, the rest of it
// (docs/decisions/0010-two-files.md).
//
// Which functions a first picture needs is recorded on an instrumented copy of the very bytes that are divided. Binaryen leaves
// all data in the first file, so the words that no first picture says are moved afterwards: the first pictures are played once
// more on the first file alone, without any word, and each word that they then ask for stays in it. That is the proof
// that the first file is enough, too. Shaders are moved as well: the processor draws all first pictures.
//
//   node tools/split.mjs

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileTo } from './atlas.mjs';
import { playFirstPictures, readAtlas } from './first_pictures.mjs';
import { literalsIn } from './literals.mjs';
import { asProgram, progress, root, Stop } from './run.mjs';
import { embeddedShader } from './shaders.mjs';
import { whenChanged } from './stamp.mjs';
import { blank, segments, textIn, textsIn, withData, wordsIn } from './wasm_data.mjs';
import { isOfCore, isTaken, readWords } from './words.mjs';
import { Core } from '../web/core.js';

/** The two files, and nothing else. */
export const split = join(root, 'build', 'split');
const work = join(root, 'build', 'split-work');
const preset = join(root, 'build', 'wasm');
const glue = join(preset, 'bin', 'dex.mjs');
const whole = join(preset, 'bin', 'dex.wasm');
const faces = join(root, 'build', 'faces');

const features = ['bulk-memory', 'nontrapping-float-to-int', 'mutable-globals', 'sign-ext'].map((name) => `--enable-${name}`);
const kProfile = '__write_profile';

// Where to play: the embedded boroughs, and a made-up town of small areas. Never the published data, which not every machine has.
const atlases = [
    {
        name: 'boroughs',
        recipe: 'data/recipes/london-boroughs.json',
        from: 'data',
        ids: { need: 'N2', group: 'G.older', indicator: 'N2.income', context: 'C.deprived', comparator: 'C.imd', place: 'borough:E09000028', level: 'borough' },
    },
    {
        name: 'town',
        recipe: 'tests/data/mini/recipe.json',
        from: 'tests/data/mini',
        // As many levels as London has: of a list that stays short not all that makes it longer is called.
        moreLevels: ['zone', 'quarter', 'side'],
        ids: { need: 'N1', group: 'N2', indicator: 'N1.older', context: 'N3.offline', comparator: 'C.score', place: 'district:D1', level: 'ward' },
    },
];

// The Binaryen of the compiler that made the module (cmake/wasm.cmake).
const binaryen = (tool, ...args) =>
    execFileSync(join(readFileSync(join(preset, 'binaryen'), 'utf8'), tool), args, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });

const memoryOf = (exports) => Object.values(exports).find((one) => one instanceof WebAssembly.Memory);

// Plays all first pictures on a module. `made` hears of each instance's exports, `played` of them after its picture; `placeholder` is
// called for what is not in the module.
async function play(bytes, { made = () => {}, played = () => {}, placeholder } = {}) {
    const { default: createModule } = await import(pathToFileURL(glue));
    const wasm = await WebAssembly.compile(bytes);
    let exports;
    const placeholders = new Proxy({}, { get: (_, index) => (...args) => placeholder(exports, index, args) });
    const create = () =>
        createModule({
            instantiateWasm: (imports, receive) => {
                WebAssembly.instantiate(wasm, { ...imports, placeholder: placeholders }).then((instance) => {
                    ({ exports } = instance);
                    made(exports);
                    receive(instance);
                });
                return {};
            },
        });
    const trapped = (error) => {
        throw error;
    };
    const loaded = atlases.map(({ name, ids }) => readAtlas(join(work, name), ids));
    const letters = ['regular', 'semibold'].map((name) => [`face.${name}`, readFileSync(join(faces, `${name}.otf`))]);
    await playFirstPictures(() => Core.create(create, wasm, undefined, { trapped }), loaded, letters, (core) => played(exports, core));
}

// What stands on a map's canvas, in a few digits.
function lookOf(core) {
    const pixels = core.picture?.pixels;
    return pixels ? createHash('sha256').update(pixels).digest('hex') : '';
}

// What wasm-split says a profile is: eight bytes that name the module, then for each function when it was first called, 0 for never.
const kProfileHead = 8;

async function recordFunctions() {
    binaryen('wasm-split', '--instrument', whole, '-o', 'instrumented.wasm', `--profile-export=${kProfile}`, ...features);
    const looks = [];
    let profile;
    await play(readFileSync(join(work, 'instrumented.wasm')), {
        played: (exports, core) => {
            looks.push(lookOf(core));
            const memory = memoryOf(exports);
            const size = exports[kProfile](0, 0);
            const at = memory.grow(Math.ceil(size / 65_536)) * 65_536;
            exports[kProfile](at, size);
            const one = Buffer.from(memory.buffer.slice(at, at + size));
            profile ??= one;
            for (let i = kProfileHead; i < size; i += 4) if (one.readUInt32LE(i)) profile.writeUInt32LE(1, i);
        },
    });
    writeFileSync(join(work, 'first.prof'), profile);
    return looks;
}

// Texts that differ by number alone go together; so do those among which the data choose: which of them is said of these two
// atlases tells nothing of another.
const kByData = /^(article|by|class|headline|legend|number|part|possessive|standout|subtitle|twoWay|value)\./;
const familyOf = (key) => kByData.exec(key)?.[1] ?? key.replace(/\.(zero|one|two|few|many|other)$/, '');

// Which words the first file says. It must do with itself otherwise.
async function recordWords(first, words, places, looks) {
    const texts = blank(first, places);
    const at = new Map(places.map(({ address }, i) => [address, i]));
    const said = new Set(['article', 'possessive', 'value']);
    const placeholder = (exports, index, [address]) => {
        const i = at.get(address);
        const memory = new Uint8Array(memoryOf(exports).buffer);
        if (i === undefined || memory[address] !== 0) throw new Stop(`A first picture calls function ${index} of the rest.`);
        memory.set(texts[i], address);
        said.add(familyOf(words[i][0]));
    };
    const seen = [];
    await play(first, { placeholder, played: (_, core) => seen.push(lookOf(core)) });
    if (seen.join() !== looks.join()) throw new Stop('The first file alone draws other first pictures: it lacks some of its data.');
    return words.map(([key]) => said.has(familyOf(key)));
}

// The sources that write what people take away, of which no first picture calls anything.
const kLater = /^src\/(output\/|words\/take_word\.|app\/(supplies|order|work\w*)\.)/;

// The names in a mangled one: each has its length before it, and the next number is looked for after it. There are digits in names,
// too, as in that of an unnamed namespace, _GLOBAL__N_1.
function partsOf(mangled) {
    const parts = [];
    const length = /\d+/g;
    for (let found; (found = length.exec(mangled)); ) {
        const begin = length.lastIndex, end = begin + Number(found[0]);
        parts.push(mangled.slice(begin, end));
        length.lastIndex = end;
    }
    return parts;
}

// All numbers in a module's code that may be addresses of data: as they stand, or with what is added to them where they are read.
function addressesIn(name) {
    binaryen('wasm-dis', name, '-o', `${name}.wat`, ...features, '--enable-reference-types');
    const code = readFileSync(join(work, `${name}.wat`), 'utf8');
    const plain = [...code.matchAll(/i32\.const (\d+)/g)].map(([, number]) => Number(number));
    const added = [...code.matchAll(/(?:load|store)\w* offset=(\d+)(?: align=\d+)?\s+\(i32\.const (\d+)\)/g)].map(([, offset, number]) => Number(offset) + Number(number));
    return [...plain, ...added];
}

// What the linker's map says stands in the data: { address, size, name }.
function listed() {
    const map = readFileSync(join(preset, 'dex.map'), 'utf8');
    return [...map.matchAll(/^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +\S.*:\(\.rodata\.?([^\n]*)\)$/gm)].map(([, address, size, name]) => ({ address: parseInt(address, 16), size: parseInt(size, 16), name }));
}

// What stands in the data for those sources alone, { address, size }: the things of theirs that no other source names, where the
// linker's map has them; and their texts, unless another source has the same. Of a text that ends as another one the linker
// keeps the longer one: such a one stays where the first file points at its end.
function takenIn(first) {
    const sources = readdirSync(join(root, 'src'), { recursive: true }).map((name) => `src/${name}`).filter((name) => /\.(cpp|h|inl|def)$/.test(name));
    const textOf = (wanted) => sources.filter((name) => kLater.test(name) === wanted).map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
    const [own, others] = [textOf(true), textOf(false)];
    const otherTexts = literalsIn(others).filter(Boolean);
    // A check that fails says what it checked, and where.
    const checks = [...own.matchAll(/\bDEX_CHECK\((.*)\);/g)].map(([, condition]) => condition);
    const texts = new Set([...literalsIn(own), ...checks, ...sources.filter((name) => kLater.test(name)), ...readWords().filter(isTaken).map(([, text]) => text)]);
    const used = new Set([...addressesIn('first.wasm'), ...segments(first).flatMap(({ address, begin, end }) => wordsIn(first, address, begin, end))]);
    const inMap = listed();
    // Texts share a nameless place of their own. A short one may be found among the numbers of a thing, too.
    const isAmongTexts = ({ address }) => inMap.some((one) => !one.name && one.address <= address && address < one.address + one.size);
    const places = [...texts].map((text) => {
        const found = !otherTexts.includes(text) && textIn(first, text);
        const place = found && isAmongTexts(found) && found;
        const isUsed = () => otherTexts.some((other) => text.endsWith(other) && used.has(place.address + place.size - Buffer.byteLength(other)));
        return place && !isUsed() ? { ...place, isText: true } : undefined;
    });
    const namesIn = (text) => new Set(text.match(/[A-Za-z_]\w*/g));
    const [ownNames, otherNames] = [namesIn(own), namesIn(others)];
    const isOfOwn = ({ name }) => partsOf(name).some((part) => ownNames.has(part) && !otherNames.has(part));
    const things = inMap
        .filter(isOfOwn)
        // As far as it is in the file: long rows of zeros are not.
        .flatMap(({ address, size }) =>
            segments(first).map((one) => {
                const [from, to] = [Math.max(address, one.address), Math.min(address + size, one.address + one.end - one.begin)];
                return from < to && { address: from, size: to - from };
            }),
        );
    // A table of letters is a text, too: what lies in another piece goes with it.
    const pieces = [...places, ...things].filter(Boolean).sort((a, b) => a.address - b.address || b.size - a.size);
    return pieces.filter(({ address }, i) => !pieces.slice(0, i).some((before) => address < before.address + before.size));
}

// Texts that follow one another, with nothing but the zero between them, become one piece. One that lay in another would be blank there.
function joined(pieces) {
    const runs = [];
    for (const { address, bytes, isText = false } of pieces) {
        const last = runs.at(-1);
        if (runs.some((run) => address < run.address + run.bytes.length && run.address < address + bytes.length))
            throw new Stop(`Two pieces of data that go with the rest share address ${address}.`);
        if (last?.isText && isText && last.address + last.bytes.length + 1 === address) last.bytes = Buffer.concat([last.bytes, Buffer.from([0]), bytes]);
        else runs.push({ address, bytes: Buffer.from(bytes), isText });
    }
    return runs;
}

async function divide() {
    for (const folder of [split, work]) {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
    }
    for (const { name, recipe, from, moreLevels = [] } of atlases) {
        const text = JSON.parse(readFileSync(join(root, recipe), 'utf8'));
        for (const id of moreLevels) text.groupings.push({ ...text.groupings.at(-1), id, singular: id, plural: `${id}s` });
        const file = join(work, `${name}.json`);
        writeFileSync(file, JSON.stringify(text));
        await compileTo(join(work, name), file, join(root, from));
    }
    const looks = await recordFunctions();
    const all = [...features, '--enable-reference-types'];
    binaryen('wasm-split', whole, '--profile=first.prof', '-o1', 'divided.wasm', '-o2', 'rest.wasm', ...all);
    // What dividing has left over goes. The data stays as it is: the words are found in it.
    binaryen('wasm-opt', 'divided.wasm', '-o', 'first.wasm', ...all, '-Oz', '--converge', '--skip-pass=inlining-optimizing', '--skip-pass=memory-packing');
    const [first, rest] = ['first', 'rest'].map((name) => readFileSync(join(work, `${name}.wasm`)));
    const words = readWords().filter(isOfCore);
    const places = textsIn(first, words.map(([, text]) => text));
    const shaders = readdirSync(join(root, 'shaders')).filter((file) => /\.(vert|frag)$/.test(file));
    const drawn = shaders.flatMap((file) => textsIn(first, [embeddedShader(join(root, 'shaders', file))]));
    const sources = blank(first, drawn);
    const taken = takenIn(first);
    const held = blank(first, taken);
    const isSaid = await recordWords(Buffer.from(first), words, places, looks);
    const later = places.filter((_, i) => !isSaid[i]);
    const texts = blank(first, later);
    const pieces = joined([
        ...drawn.map(({ address }, i) => ({ address, bytes: sources[i], isText: true })),
        ...later.map(({ address }, i) => ({ address, bytes: texts[i], isText: true })),
        ...taken.map(({ address, isText }, i) => ({ address, bytes: held[i], isText })),
    ]);
    writeFileSync(join(work, 'blank.wasm'), first);
    // Zeros in the place of what was moved need no bytes.
    binaryen('wasm-opt', 'blank.wasm', '-o', join(split, 'dex.wasm'), ...all, '-Oz', '--converge', '--skip-pass=inlining-optimizing');
    writeFileSync(join(split, 'dex.rest.wasm'), withData(rest, pieces));
}

/** Divides the module, where it or what first pictures are made of has changed. */
export async function splitModule() {
    const own = ['tools/split.mjs', 'tools/shaders.mjs', 'shaders', 'tools/first_pictures.mjs', 'tools/wasm_data.mjs', 'tools/literals.mjs', 'src', 'web/core.js', 'data', 'tests/data/mini', 'build/dex'];
    const reads = [glue, whole, join(preset, 'dex.map'), faces, ...own.map((path) => join(root, path))];
    await whenChanged('split', { reads, makes: join(split, 'dex.rest.wasm') }, () => progress('divide the module', divide));
}

if (process.argv[1] === import.meta.filename) await asProgram(splitModule);
