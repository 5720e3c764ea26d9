// The whole product as a page of text, from the same state as the picture: for those who cannot or would rather not use
// the picture, and for print. It is brought when it is first wanted.

import { attribute, make } from './make.js';
import { has, Mirror, write } from './mirror.js';
import { style } from './text_style.js';
import { say } from './words.js';

const kFilterFrom = 12;
const kFolded = new Set(['adjust', 'ranked', 'about']);

/** One page, in a box of its own. */
export class TextView extends Mirror {
    box = make('div', { className: 'text', part: 'text', tabIndex: -1 });

    #nodes = [];
    #sorts = new Map();
    #filters = new Map();
    /** Above all that the tree says. */
    top = make('div', { className: 'top' });
    #note = make('p', { className: 'why', hidden: true });
    #live = make('p', { className: 'quiet' });

    /**
     * @param {ShadowRoot} root
     * @param {number} heading level of the headline
     */
    constructor(root, heading) {
        super();
        this.heading = heading;
        if (!root.adoptedStyleSheets.includes(style)) root.adoptedStyleSheets.push(style);
        this.#live.setAttribute('role', 'status');
        this.box.append(this.#note, this.top, this.#live);
        this.listen(this.box);
    }

    /**
     * Says why there is no map, or offers the way back to it.
     * @param {{ sentence?: string, label?: string, onclick?: () => void }} way
     */
    setWay({ sentence = '', label, onclick }) {
        this.#note.textContent = sentence;
        this.#note.hidden = !sentence;
        this.top.replaceChildren(...(label ? [make('button', { type: 'button', textContent: label, onclick })] : []));
    }

    /** Brings the page up to the tree of dex_text. */
    sync(nodes) {
        this.#nodes = nodes;
        const held = this.#active();
        const way = this.wayTo(held?.dataset.id);
        const topOf = (element) => element.getBoundingClientRect().top;
        const top = held && topOf(held);
        const rows = group(nodes, tableOf);
        const shown = nodes.filter((node) => !tableOf(node));
        const all = shown.flatMap((node) => (node.role === 'table' ? [node, ...this.#rowsOf(node, rows.get(node.id) ?? [])] : [node]));
        this.mirror(all, ({ parent }) => (this.entries.has(parent) ? undefined : this.box));
        if (way.length === 0) return;
        // What has the focus stays in its place on the screen, whatever came above it.
        if (held.isConnected) this.box.scrollTop += topOf(held) - top;
        else (this.next(way) ?? this.box).focus();
    }

    make(node, kind) {
        const role = kind.replace('+', '');
        if (role === 'table') return this.#makeTable(node);
        if (role === 'row' && node.options) return makeRow(node);
        if (kFolded.has(node.id)) {
            const element = make('details', {}, make('summary'));
            return { element, control: element.firstChild, inside: element };
        }
        if (!/radio$|checkbox|slider|searchbox|combobox|radiogroup/.test(role)) return super.make(node, kind);
        const { control } = super.make(node, kind);
        if (role === 'radiogroup') {
            const element = make('fieldset', {}, make('legend'));
            return { element, control: element, inside: element };
        }
        // The map's own radios stand in the same tree, and of one name only one can be chosen.
        if (role === 'radio') control.name = `text.${node.parent}`;
        const isNamedFirst = /combobox|slider|searchbox/.test(role);
        const element = make('label', { className: role }, ...(isNamedFirst ? [make('span'), control] : [control, make('span')]));
        return { element, control, inside: element };
    }

    update(entry) {
        const { node, element, kind } = entry;
        if (element.localName === 'tr') return void updateRow(entry);
        super.update(entry);
        if (kind.startsWith('radiogroup')) {
            element.removeAttribute('aria-label');
            write(element.firstChild, node.name);
        } else if (element.localName === 'details') {
            write(element.firstChild, node.name);
        } else if (element.localName === 'label') {
            write(element.querySelector('span'), node.role === 'slider' ? `${node.name}: ${node.value}` : node.name);
        } else if (/button|link/.test(node.role)) {
            element.removeAttribute('aria-label');
            write(element, node.name);
        } else if (node.role === 'table') {
            this.#updateTable(entry);
        }
    }

    // Filtered by what is typed, and in the order of a column; what has no figure comes last.
    #rowsOf(table, rows) {
        const wanted = (this.#filters.get(table.id) ?? '').trim().toLowerCase();
        const found = wanted ? rows.filter(({ name }) => name.toLowerCase().includes(wanted)) : [...rows];
        const { column = 0, isDown = false } = this.#sorts.get(table.id) ?? {};
        const key = (row) => row.options[column - 1].value;
        const compare = column === 0 ? (a, b) => a.name.localeCompare(b.name) : (a, b) => !key(a) - !key(b) || (key(a) - key(b)) * (isDown ? -1 : 1);
        found.sort(compare);
        return column === 0 && isDown ? found.reverse() : found;
    }

    #makeTable(node) {
        const inside = make('tbody');
        const table = make('table', {}, make('caption'), make('thead', {}, make('tr')), inside);
        const filter = make('input', { type: 'search', autocomplete: 'off' });
        filter.addEventListener('input', () => this.#filter(node.id, filter.value));
        const element = make('div', { className: 'table' }, make('label', { className: 'filter' }, make('span', { textContent: say('filter') }), filter), table);
        return { element, control: table, inside };
    }

    #updateTable({ node, element, control }) {
        const { column: sorted = 0, isDown = false } = this.#sorts.get(node.id) ?? {};
        write(control.caption, node.name);
        const row = control.tHead.rows[0];
        node.options.forEach(({ label }, column) => {
            if (!row.cells[column]) row.append(make('th', { scope: 'col' }, make('button', { type: 'button', onclick: () => this.#sort(node.id, column) })));
            const head = row.cells[column];
            write(head.firstChild, label);
            attribute(head, 'aria-sort', column === sorted ? (isDown ? 'descending' : 'ascending') : undefined);
        });
        while (row.cells.length > node.options.length) row.deleteCell(-1);
        element.firstChild.hidden = this.#nodes.filter(({ parent }) => parent === node.id).length < kFilterFrom;
    }

    #active() {
        return this.box.getRootNode().activeElement;
    }

    #sort(id, column) {
        const before = this.#sorts.get(id) ?? { column: 0, isDown: false };
        this.#sorts.set(id, { column, isDown: before.column === column && !before.isDown });
        this.#refresh(id);
    }

    #filter(id, text) {
        this.#filters.set(id, text);
        this.#refresh(id);
        const { inside, node } = this.entries.get(id);
        const all = this.#nodes.filter(({ parent }) => parent === id).length;
        this.#live.textContent = say('filtered', { shown: inside.rows.length, all, name: node.name });
    }

    #refresh(id) {
        this.sync(this.#nodes);
        this.#updateTable(this.entries.get(id));
    }
}

// Of a row that stands in one.
const tableOf = ({ role, parent, options }) => (role === 'row' && options ? parent : undefined);

function group(items, keyOf) {
    const groups = new Map();
    for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
    return groups;
}

// The row's own button stands in its head; without an action there is only the name.
function makeRow(node) {
    const control = node.actions.length ? make('button', { type: 'button' }) : make('span');
    const element = make('tr', {}, make('th', { scope: 'row' }, control), ...node.options.map(() => make('td')));
    return { element, control, inside: element };
}

function updateRow({ node, element, control }) {
    write(control, node.name);
    const isOpen = has(node, 'expanded');
    attribute(control, 'aria-expanded', isOpen || has(node, 'collapsed') ? isOpen : undefined);
    node.options.forEach(({ label }, i) => write(element.cells[i + 1], label));
}
