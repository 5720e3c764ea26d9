// No class knows everything: what belongs together in one of many fields is a struct with a name of its own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, files } from './source.mjs';

const kMaxFields = 30;

const kNoField = /^(using|friend|static|typedef|enum|class|struct|union|template|public|private|protected|virtual|explicit|~)\b|^$/;

// Text and character literals, `<…>` of templates and attributes hold brackets that are none of the class's own.
function simplified(text) {
    let now = text.replace(/^\s*#.*$/gm, '').replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'/g, '0').replace(/\[\[.*?\]\]/g, '');
    for (let before = ''; before !== now;) {
        before = now;
        now = now.replace(/(\w)<[^<>;{}]*>/g, '$1');
    }
    return now;
}

// From the bracket at `open` to behind the one that closes it.
function endOf(text, open) {
    let depth = 0;
    for (let i = open; i < text.length; ++i) {
        if (text[i] === '{') ++depth;
        if (text[i] === '}' && --depth === 0) return i + 1;
    }
    return text.length;
}

const isBalanced = (text) => text.split('(').length === text.split(')').length;

// The declarations of a class's body, without what stands in their own braces.
function* declarationsIn(body) {
    let now = '';
    for (let i = 0; i < body.length; ++i) {
        if (body[i] === '{') {
            i = endOf(body, i) - 1;
            // A function ends with its body; an initialiser, a default or a nested type goes on to a semicolon.
            if (!/\(/.test(now) || !isBalanced(now)) continue;
        } else if (body[i] !== ';') {
            now += body[i];
            continue;
        }
        yield now.replace(/\b(public|private|protected):/g, '').trim();
        now = '';
    }
}

const fieldsIn = (declaration) => kNoField.test(declaration) || /\(/.test(declaration.split('=')[0]) ? 0 : declaration.split(',').length;

// [name, number of fields] of every class and struct that a file defines, nested ones too.
function classesIn(source) {
    const text = simplified(source);
    return [...text.matchAll(/(?<!\benum )\b(?:class|struct)\s+((?:\w+::)*\w+)(?:\s+final)?(?:\s*:[^;{}()]*)?\s*\{/g)].map((match) => {
        const open = match.index + match[0].length - 1;
        const fields = [...declarationsIn(text.slice(open + 1, endOf(text, open) - 1))].reduce((sum, one) => sum + fieldsIn(one), 0);
        return [match[1], fields];
    });
}

test('fields are counted: lists, initialisers, nested types, and no functions', () => {
    const source = `
        class Outer : public Base<int, 2> {
        public:
            explicit Outer(int a, int b) : a_(a) { run(a, b); }
            struct Inner { double x = 0, y = 0; };
            enum class Kind { One, Two };
            int a() const { return a_; }
            void run(const Kind& kind = {}, int by = 2);
            static constexpr int kMany = 3;
        private:
            std::map<std::string, int> byName_;
            std::function<void(int, int)> heard_;
            int a_ = 0, b_{1}, c_[3];
            Inner inner_{1, 2};
        };`;
    assert.deepEqual(classesIn(source), [['Outer', 6], ['Inner', 2]]);
});

test(`no class of ours has more than ${kMaxFields} fields`, () => {
    const large = files(/^(src|wasm)\/.*\.(h|cpp)$/).flatMap((file) =>
        classesIn(code(file)).filter(([, fields]) => fields > kMaxFields).map(([name, fields]) => `${file}: ${name} has ${fields}`),
    );
    assert.deepEqual(large, []);
});
