// Writes the public origin into the pages and header files beside it. Run once after unpacking, and again after a move:
//
//   node set-origin.mjs https://maps.example.org
//
// In a sandboxed frame WebKit does not match 'self', so the policy must name the origin. It needs nothing but Node.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const kDirective = /(script-src|connect-src|img-src|style-src|font-src) 'self'(?: https?:\/\/[^\s;"]+)?/g;

const isPage = (file) => extname(file) === '.html' || basename(file) === '_headers' || basename(file) === 'nginx.conf';

/** The origin of an address, or an error that says what is wrong with it. */
export function originOf(text) {
    const { origin, protocol } = new URL(text);
    if (!/^https?:$/.test(protocol)) throw new TypeError(`${text} is no web address`);
    return origin;
}

/** Returns how many files now name the origin. */
export function setOrigin(folder, origin) {
    const files = readdirSync(folder, { recursive: true }).map(String).filter(isPage);
    for (const file of files) {
        const path = join(folder, file);
        const text = readFileSync(path, 'utf8').replace(kDirective, (_, directive) => `${directive} 'self' ${origin}`);
        writeFileSync(path, text);
        if (existsSync(`${path}.br`)) writeFileSync(`${path}.br`, brotliCompressSync(text));
    }
    return files.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    try {
        const origin = originOf(process.argv[2]);
        console.log(`${setOrigin(dirname(process.argv[1]), origin)} files now name ${origin}.`);
    } catch (error) {
        console.error(`${error.message}\nUse: node set-origin.mjs https://maps.example.org`);
        process.exitCode = 1;
    }
}
