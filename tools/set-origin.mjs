// Writes the public address into the pages and header files beside it. Run once after unpacking, and again after a move:
//
//   node set-origin.mjs https://maps.example.org
//   node set-origin.mjs https://www.example.gov.uk/maps/
//
// In a sandboxed frame WebKit does not match 'self', so the policy must name the origin; and what other systems ask about
// a page (oembed/) or take up as a catalogue (data/dataset.jsonld) has to name the whole address. It needs nothing but Node.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const kDirective = /(script-src|connect-src|img-src|style-src|font-src|frame-src) 'self'(?: https?:\/\/[^\s;"]+)?/g;

// In a page, the address of what can be asked about it.
const kDiscovery = /(<link rel="alternate" type="application\/json\+oembed" href=")[^"]*?(?=oembed\/[^"/]*")/g;

// In a page, what it says of itself to those who do not open it. Its canonical address tells where it was told to stand before.
const kCanonical = /<link rel="canonical" href="([^"]*)">/;
const kBeforeAddress = String.raw`((?:<link rel="canonical" href|<meta property="og:(?:url|image)" content|<meta name="twitter:image" content)="|"(?:url|contentUrl)":")`;
const plain = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function withAddress(file, text, address) {
    const canonical = kCanonical.exec(text)?.[1];
    if (canonical === undefined) return text;
    const path = file.split(sep).join('/').replace(/^index\.html$/, '');
    if (!canonical.endsWith(path)) return text;
    const before = canonical.slice(0, canonical.length - path.length);
    return text.replace(new RegExp(kBeforeAddress + plain(before), 'g'), (_, begin) => begin + address);
}

const isPage = (file) => extname(file) === '.html' || basename(file) === '_headers' || basename(file) === 'nginx.conf';
const isAnswer = (file) => extname(file) === '.json' && basename(dirname(file)) === 'oembed';
const isDataset = (file) => basename(file) === 'dataset.jsonld';

/** The address of a folder, with a slash at its end; or an error that says what is wrong with it. */
export function addressOf(text) {
    const { origin, protocol, pathname } = new URL(text);
    if (!/^https?:$/.test(protocol)) throw new TypeError(`${text} is no web address`);
    return origin + pathname.replace(/\/?$/, '/');
}

function named(file, text, address) {
    const { origin } = new URL(address);
    // An answer says itself where it was told to stand before.
    if (isAnswer(file)) return text.replaceAll(JSON.parse(text).provider_url, address);
    if (isDataset(file)) return text.replaceAll(JSON.parse(text)['dcat:landingPage']['@id'], address);
    return withAddress(file, text, address).replace(kDirective, (_, directive) => `${directive} 'self' ${origin}`).replace(kDiscovery, (_, begin) => begin + address);
}

/** Returns how many files now name the address. */
export function setOrigin(folder, where) {
    const address = addressOf(where);
    const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => isPage(file) || isAnswer(file) || isDataset(file));
    for (const file of files) {
        const path = join(folder, file);
        const text = named(file, readFileSync(path, 'utf8'), address);
        writeFileSync(path, text);
        if (existsSync(`${path}.br`)) writeFileSync(`${path}.br`, brotliCompressSync(text));
    }
    return files.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    try {
        const address = addressOf(process.argv[2]);
        console.log(`${setOrigin(dirname(process.argv[1]), address)} files now name ${address}.`);
    } catch (error) {
        console.error(`${error.message}\nUse: node set-origin.mjs https://maps.example.org`);
        process.exitCode = 1;
    }
}
