// custom-elements.json: what editors and catalogues are told of <dex-map>, taken from the comments in web/element.js.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { root } from './run.mjs';

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

// The analyser takes whatever is dispatched and assigned for the element's own, and does not know which property an
// attribute belongs to.
function settle(element) {
    const events = new Set(element.events.filter(({ description }) => description).map(({ name }) => name));
    element.events = element.events.filter(({ name }) => events.has(name));
    element.superclass = { name: 'HTMLElement', package: 'global:' };
    element.members = element.members.filter(({ name, privacy }) => privacy !== 'private' && name !== 'adoptedStyleSheets');
    for (const attribute of element.attributes) {
        const field = element.members.find(({ name }) => name === camel(attribute.name));
        attribute.fieldName = field.name;
        if (field.type) continue;
        Object.assign(field, { type: attribute.type, description: attribute.description, attribute: attribute.name, reflects: true });
    }
}

/** The manifest of the one module `path` of the package. */
export function manifestOf(path = 'dex-map.js') {
    const sources = ['element.js', 'dex-map.js'].map((file) => readFileSync(join(root, 'web', file), 'utf8'));
    // In the package both are one module, which imports nothing.
    const text = sources.join('\n').replace(/^(import|export \{) .*$/gm, '');
    const modules = [ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)];
    const manifest = create({ modules, plugins: [], context: { dev: false, thirdPartyCEMs: [] } });
    settle(manifest.modules[0].declarations.find(({ tagName }) => tagName === 'dex-map'));
    return manifest;
}
