// The string literals of C++ sources, as they stand in the data of a module.

// Comments and letters are passed over, so that what looks like a string in them is none.
const kToken = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|^[ \t]*#include[^\n]*|'(?:\\.|[^'\\\n])+'|"((?:\\.|[^"\\\n])*)"|\s+|[\s\S]/gm;
const kEscape = /\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|(.))/g;
const named = { n: '\n', r: '\r', t: '\t' };

const plain = (text) =>
    text.replace(kEscape, (_, hex, octal, letter) => (letter ? (named[letter] ?? letter) : String.fromCharCode(hex ? parseInt(hex, 16) : parseInt(octal, 8))));

/** In order; those that stand side by side are one, as the compiler has it. Bytes above 127 that are written as numbers are left out. */
export function literalsIn(source) {
    const found = [];
    let open = false;
    for (const [token, text] of source.matchAll(kToken)) {
        if (text !== undefined) {
            if (open) found[found.length - 1] += text;
            else found.push(text);
            open = true;
        } else if (!/^(\s+|\/[/*][\s\S]*)$/.test(token)) {
            open = false;
        }
    }
    return found.filter((text) => !/\\x[89a-fA-F]|\\[2-7]\d\d/.test(text)).map(plain);
}
