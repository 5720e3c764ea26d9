// Shaders as files become shaders as strings: `#include "common/…"` is resolved, glslangValidator looks at
// the result, comments and indents go.
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

// The same program in fewer bytes. Block comments are not used in our shaders.
export function shorten(text) {
    return text
        .split('\n')
        .map((line) => line.replace(/\/\/.*$/, '').trim())
        .filter((line) => line !== '')
        .join('\n');
}

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
        return { name, text };
    });
    if (entries.length > 0) {
        execFileSync(validator, entries.map(({ name }) => join(checked, name)), { stdio: ['ignore', 'inherit', 'inherit'] });
    }
    const constants = entries.map(
        ({ name, text }) => `inline constexpr std::string_view ${constantName(name)} = R"glsl(${shorten(text)}\n)glsl";`,
    );
    writeFileSync(
        header,
        `// Made by tools/shaders.mjs from shaders/.
#pragma once

#include <string_view>

namespace dex::shaders {

${constants.join('\n\n')}

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
