// Shaders as files become shaders as strings: `#include "common/…"` is resolved, glslangValidator looks at
// the result, comments and indents go. What C++ must know as well becomes constants beside them: the shaders' numbers
// (`const uint kName = 1u;`) and where the members of their std140 blocks lie. src/gpu/blocks.cpp holds ours against them.
//
//   node tools/shaders.mjs HEADER GLSLANG_VALIDATOR FILE…

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const shaders = resolve(import.meta.dirname, '..', 'shaders');

// The full text of a shader, each include once and only once.
export function resolveShader(file, seen = new Set()) {
    const include = /^\s*#include\s+"([^"]+)"\s*$/;
    return readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => {
            const name = include.exec(line)?.[1];
            if (!name) return line;
            const path = join(shaders, name);
            if (seen.has(path)) return '';
            seen.add(path);
            return resolveShader(path, seen);
        })
        .join('\n');
}

const kConstant = /^const u?int (k\w+) = ((\d+)u?);/gm;

// The numbers of a shader's own, by name.
export const constantsIn = (text) => Object.fromEntries([...text.matchAll(kConstant)].map(([, name, , value]) => [name, Number(value)]));

const kStd140Bytes = { float: 4, vec2: 8, vec4: 16 };
const upTo = (step, at) => Math.ceil(at / step) * step;

// Byte offsets of the members of each std140 block by name, and its `size`. A member stands at a multiple of its own size;
// the elements of an array, and the end of a block, at multiples of 16.
export function blocksIn(text) {
    const blocks = {};
    for (const [, block, body] of text.matchAll(/layout\(std140\) uniform (\w+) \{([^}]*)\}/g)) {
        const layout = {};
        let at = 0;
        for (const [, type, name, count] of body.matchAll(/^\s*(\w+) (\w+)(?:\[(\d+)\])?;/gm)) {
            const bytes = kStd140Bytes[type];
            if (!bytes) throw new Error(`${block}.${name}: the layout of ${type} is not known`);
            const step = count ? upTo(16, bytes) : bytes;
            layout[name] = upTo(step, at);
            at = layout[name] + step * Number(count ?? 1);
        }
        blocks[block] = { ...layout, size: upTo(16, at) };
    }
    return blocks;
}

// The same program in fewer bytes: numbers stand where their names stood. Block comments are not used in our shaders.
export function shorten(text) {
    const literals = new Map([...text.matchAll(kConstant)].map(([, name, literal]) => [name, literal]));
    return text
        .replace(kConstant, '')
        .replace(/\bk[A-Z]\w*/g, (name) => literals.get(name) ?? name)
        .split('\n')
        .map((line) => line.replace(/\/\/.*$/, '').trim())
        .filter((line) => line !== '')
        .join('\n');
}

/** A shader as it stands in the program. */
export const embeddedShader = (file) => `${shorten(resolveShader(file))}\n`;

// areas.vert → kAreasVert, class_texture.frag → kClassTextureFrag
const constantName = (file) =>
    `k${file
        .split(/[._-]/)
        .map((word) => word[0].toUpperCase() + word.slice(1))
        .join('')}`;

function embed(header, validator, files) {
    const checked = join(dirname(header), 'shaders');
    mkdirSync(checked, { recursive: true });
    const entries = files.map((file) => {
        const name = basename(file);
        const text = resolveShader(file);
        writeFileSync(join(checked, name), text);
        return { name, text, embedded: embeddedShader(file) };
    });
    if (entries.length > 0) {
        execFileSync(validator, entries.map(({ name }) => join(checked, name)), { stdio: ['ignore', 'inherit', 'inherit'] });
    }
    const constants = entries.map(
        ({ name, embedded }) => `inline constexpr std::string_view ${constantName(name)} = R"glsl(${embedded})glsl";`,
    );
    const numbers = Object.entries(Object.assign({}, ...entries.map(({ text }) => constantsIn(text)))).map(
        ([name, value]) => `inline constexpr std::uint32_t ${name} = ${value};`,
    );
    const layouts = Object.entries(Object.assign({}, ...entries.map(({ text }) => blocksIn(text)))).map(
        ([block, layout]) => `struct ${block}Layout {
    static constexpr std::size_t ${Object.entries(layout).map(([name, at]) => `${name} = ${at}`).join(', ')};
};`,
    );
    writeFileSync(
        header,
        `// Made by tools/shaders.mjs from shaders/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dex::shaders {

${[...numbers, '', ...layouts, '', ...constants].join('\n')}

}  // namespace dex::shaders
`,
    );
}

if (process.argv[1] === import.meta.filename) {
    const [header, validator, ...files] = process.argv.slice(2);
    try {
        embed(header, validator, files);
    } catch (error) {
        console.error(error.message);
        process.exitCode = 1;
    }
}
