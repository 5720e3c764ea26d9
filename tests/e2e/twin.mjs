// The elements over the canvas beside the tree that they stand for.

import assert from 'node:assert/strict';

// Runs in a page. What the elements say, in the words of the tree: { id, role, name, value, states }.
export function twin() {
    const said = (element) => element.getAttribute('aria-label') ?? (element.localName === 'div' ? (element.querySelector(':scope > p:not([data-id])')?.textContent ?? '') : element.textContent);
    const states = (element) =>
        [
            (element.checked || element.ariaSelected === 'true') && 'checked',
            element.ariaExpanded === 'true' && 'expanded',
            element.ariaExpanded === 'false' && 'collapsed',
            element.ariaPressed === 'true' && 'pressed',
            element.ariaPressed === 'false' && 'released',
            element.ariaModal === 'true' && 'modal',
        ].filter(Boolean);
    const roots = [...document.querySelector('dex-map').shadowRoot.querySelectorAll('.twin')];
    return roots
        .flatMap((root) => [...root.querySelectorAll('[data-id]')])
        .map((element) => ({
            id: element.dataset.id,
            tag: element.localName,
            role: element.getAttribute('role') ?? element.type ?? '',
            name: said(element),
            value: element.localName === 'select' ? element.selectedOptions[0]?.textContent : undefined,
            states: states(element),
        }));
}

const rolesOf = { radio: 'radio', checkbox: 'checkbox', button: 'button', region: '', heading: '', text: '', row: '', combobox: 'select-one', slider: 'range', searchbox: 'search' };

/** Nothing is said by one and not by the other. */
export function compare(tree, elements) {
    const there = new Map(elements.map((element) => [element.id, element]));
    const parents = new Set(tree.map(({ parent }) => parent));
    const nodes = tree.filter(({ id, role }) => role !== 'application' && id !== 'find-slot' && !id.endsWith('.caption'));
    assert.deepEqual(elements.map(({ id }) => id).sort(), nodes.map(({ id }) => id).sort());
    for (const node of nodes) {
        const element = there.get(node.id);
        const isSelect = node.options && node.role !== 'row';
        const isSilent = parents.has(node.id) && /status|row/.test(node.role);
        assert.equal(element.role, isSelect ? 'select-one' : isSilent ? '' : (rolesOf[node.role] ?? node.role), node.id);
        if (!isSilent) assert.equal(element.name || '', isSelect ? element.name : node.name, node.id);
        if (isSelect) assert.equal(element.value, node.value, node.id);
        const states = node.state.filter((state) => !/hidden|busy/.test(state) && !(isSelect && /expanded|collapsed/.test(state)));
        assert.deepEqual(element.states.sort(), states.sort(), node.id);
    }
}
