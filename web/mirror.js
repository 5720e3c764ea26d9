// Keeps real elements in step with a semantic tree of the core (src/ui/semantic_tree.h).
//
// Each node is one element, kept under the node's id as long as its kind stays the same; only what changed is touched.
// What is done with an element goes back as its node's id, and the core has the last word on how it stands afterwards.

import { isPlain } from './input.js';
import { attribute, make, ungroup } from './make.js';

// role → tag, type of an input. Any other role is a <p>, or a <div> where it holds others.
const kTags = {
    region: ['section'],
    button: ['button', 'button'],
    tab: ['button', 'button'],
    option: ['button', 'button'],
    link: ['button', 'button'],
    combobox: ['select'],
    radio: ['input', 'radio'],
    checkbox: ['input', 'checkbox'],
    slider: ['input', 'range'],
    searchbox: ['input', 'search'],
};
// Roles that the element has by itself, or that mean nothing here.
const kSilent = new Set(['region', 'heading', 'text', 'button', 'combobox', 'radio', 'checkbox', 'slider', 'searchbox', 'row']);
// Roles whose name is their text.
const kSpoken = new Set(['heading', 'text', 'row', 'status', 'alert']);
export const kFocusable = 'button, select, input, summary, a';
const kRoving = { tab: ['ArrowRight', 'ArrowLeft'], option: ['ArrowDown', 'ArrowUp'] };
// Css px that a key scrolls the part of the map it is pressed in.
const kScrolls = { ArrowDown: 40, ArrowUp: -40, PageDown: 240, PageUp: -240, End: 1e5, Home: -1e5 };

// What was written last, by element: what a page's translator has made of it stands until there are other words.
const written = new WeakMap();

/** Writes words where they are others than before. */
export function write(element, text) {
    if (written.get(element) === text) return;
    written.set(element, text);
    element.textContent = text;
}

export const has = (node, state) => node.state.includes(state);

// Something to choose from is a select, whatever it looks like.
const kindOf = (node, isParent) => (node.options && !/table|row/.test(node.role) ? 'combobox' : node.role) + (isParent ? '+' : '');

/** What stands for one tree. An entry: { node, kind, element, control: what is operated, inside: where its children go }. */
export class Mirror {
    /** Level of the headline. */
    heading = 2;

    entries = new Map();
    #tell = {};
    // Part → the control in it that had the focus when it went.
    #left = new Map();

    /**
     * Says who hears of what is done.
     * @param {{ act?: (id: string, value?: string) => void, key?: (key: string) => void, reveal?: (id: string) => void,
     *   scroll?: (id: string, px: number) => void }} tell
     */
    connect(tell) {
        this.#tell = tell;
    }

    /** Takes everything away. */
    clear() {
        this.#tell = {};
        this.#remove([...this.entries]);
    }

    #remove(entries) {
        ungroup(entries.map(([, { control }]) => control));
        for (const [id, { element }] of entries) {
            element.remove();
            this.entries.delete(id);
        }
    }

    /** Listens in a box that holds elements, until the signal where there is one. */
    listen(box, signal) {
        const on = (type, heard) => box.addEventListener(type, heard, { signal });
        // A page's translator puts elements of its own round the words.
        on('click', ({ target }) => {
            const button = target.closest('button');
            if (button) this.#act(button);
        });
        on('change', ({ target }) => target.type !== 'search' && this.#choose(target));
        on('input', ({ target }) => /range|search/.test(target.type) && this.#choose(target));
        on('keydown', (event) => this.#key(event));
        on('focusin', ({ target }) => this.#focused(target));
    }

    /**
     * Brings the elements up to the nodes, parents first.
     * @param {(node: object) => HTMLElement | undefined} boxOf where a node stands that does not stand in its parent
     */
    mirror(nodes, boxOf) {
        const parents = new Set(nodes.map(({ parent }) => parent));
        const kinds = new Map(nodes.map((node) => [node.id, kindOf(node, parents.has(node.id))]));
        this.#remove([...this.entries].filter(([id, { kind }]) => kinds.get(id) !== kind));
        const last = new Map();
        for (const node of nodes) {
            const { element } = this.#entryOf(node, kinds.get(node.id));
            const box = boxOf(node) ?? this.entries.get(node.parent).inside;
            const place = last.has(box) ? last.get(box).nextSibling : box.querySelector(':scope > [data-node]');
            if (place !== element) box.insertBefore(element, place);
            last.set(box, element);
        }
    }

    /** A control and the parts that it stands in, by id. */
    wayTo(id) {
        const way = [];
        for (let entry; (entry = this.entries.get(id)); id = entry.node.parent) way.push(id);
        return way;
    }

    /**
     * What comes next when what had the focus has gone: what was left for it, what opens the part that has closed, or the
     * first control that stands there now. A list of radios may have become a select, and the other way round.
     * @param {string[]} way to what has gone
     */
    next(way) {
        const ids = way.flatMap((id) => {
            const part = id.replace(/\..*/, '');
            return [`${part}.toggle`, this.#left.get(id), id, `${id}s`, part];
        });
        this.#left.set(way[1], way[0]);
        for (const id of ids) {
            const { element, control } = this.entries.get(id) ?? {};
            if (control?.matches(kFocusable)) return control;
            const found = element?.querySelector(kFocusable);
            if (found) return found;
        }
    }

    /** The node of an element. */
    nodeOf(element) {
        return this.entries.get(element.dataset.id)?.node;
    }

    /** Makes the element of a node, of its kind: its role, with a "+" where it holds others. */
    make(node, kind) {
        const isParent = kind.endsWith('+');
        const role = kind.replace('+', '');
        const level = this.heading + (node.id === 'headline' ? 0 : 1);
        const [tag, type] = kTags[role] ?? [role === 'heading' ? `h${level}` : isParent ? 'div' : 'p'];
        // What leads out of the map by itself, and not by what the program does.
        const leadsTo = role === 'link' && /^https?:/.test(node.value) && node.value;
        const element = leadsTo ? make('a', { href: leadsTo, target: '_blank', rel: 'noopener' }) : make(tag, type ? { type } : {});
        if (role === 'radio') element.name = node.parent;
        if (!kSilent.has(role) && kind !== 'status+' && !leadsTo) element.setAttribute('role', role);
        return { element, control: element, inside: element };
    }

    /** Puts a changed node's words and states on its element. */
    update({ node, kind, element, control }) {
        if (kSpoken.has(node.role)) this.#say(element, node, kind);
        else if (control === element) attribute(element, 'aria-label', node.name || undefined);
        if (kind === 'combobox') {
            // What stands for nothing chosen is no choice.
            const isOpen = node.options.every(({ label }) => label !== node.value);
            const options = isOpen ? [{ value: '', label: node.value }, ...node.options] : node.options;
            const text = JSON.stringify(options);
            if (control.dataset.options !== text)
                control.replaceChildren(...options.map(({ value, label }) => make('option', { value, textContent: label, disabled: isOpen && !value })));
            control.dataset.options = text;
        }
        if (kind === 'searchbox') control.placeholder = node.name;
        if (kind === 'slider') for (const key of ['min', 'max', 'step']) attribute(control, key, node[key]);
        const pair = (on, off) => (kind === 'button' && (has(node, on) || has(node, off)) ? has(node, on) : undefined);
        attribute(control, 'aria-expanded', pair('expanded', 'collapsed'));
        attribute(control, 'aria-pressed', pair('pressed', 'released'));
        attribute(control, 'aria-disabled', (kind === 'button' && node.actions.length === 0) || undefined);
        attribute(element, 'aria-modal', has(node, 'modal') || undefined);
        attribute(element, 'aria-busy', has(node, 'busy') || undefined);
        if (node.role in kRoving) {
            attribute(control, 'aria-selected', has(node, 'checked'));
            control.tabIndex = has(node, 'checked') ? 0 : -1;
        }
    }

    #entryOf(node, kind) {
        let entry = this.entries.get(node.id);
        if (!entry) {
            entry = { kind, text: '', ...this.make(node, kind) };
            entry.element.dataset.node = '';
            entry.control.dataset.id = node.id;
            this.entries.set(node.id, entry);
        }
        entry.node = node;
        const text = JSON.stringify(node);
        if (entry.text !== text) this.update(entry);
        entry.text = text;
        // The browser has already changed what was operated.
        const { control } = entry;
        if (kind === 'radio' || kind === 'checkbox') control.defaultChecked = control.checked = has(node, 'checked');
        if (kind === 'slider') control.value = node.value;
        // What is being typed is ahead of the core.
        if (kind === 'searchbox' && !control.matches(':focus')) control.value = node.value;
        if (kind === 'combobox') control.selectedIndex = Math.max(0, node.options.findIndex(({ label }) => label === node.value));
        return entry;
    }

    // What holds others says its own sentence in front of them, unless they say it themselves.
    #say(element, node, kind) {
        if (!kind.endsWith('+')) {
            write(element, node.name);
            return;
        }
        if (node.role !== 'alert') return;
        if (!element.firstChild) element.append(make('p'));
        write(element.firstChild, node.name);
    }

    #act(element) {
        const node = this.nodeOf(element);
        if (node) this.#tell.act?.(node.id);
    }

    #choose(element) {
        const node = this.nodeOf(element);
        if (!node) return;
        if (element.type === 'radio' || element.type === 'checkbox') this.#tell.act?.(node.id);
        else this.#tell.act?.(node.id, element.value);
    }

    #key(event) {
        const { key, target } = event;
        if (!isPlain(event)) return;
        if (key === 'Escape' && target.type === 'search' && target.value) {
            target.value = '';
            this.#choose(target);
            event.preventDefault();
            return;
        }
        // Letters find options in a select, and are text elsewhere.
        if (key === 'Escape' || (/^[?tT]$/.test(key) && /button|radio|checkbox/.test(target.type))) this.#tell.key?.(key);
        const node = this.nodeOf(target);
        const way = kRoving[node?.role]?.indexOf(key) ?? -1;
        if (way < 0) {
            if (this.#tell.scroll && key in kScrolls && node && target.matches('button, a')) {
                event.preventDefault();
                this.#tell.scroll(node.id, kScrolls[key]);
            }
            return;
        }
        event.preventDefault();
        const others = [...target.parentElement.children];
        const next = others.at((others.indexOf(target) + (way ? -1 : 1)) % others.length);
        next.focus();
        if (next.role === 'tab') next.click();
    }

    #focused(element) {
        const node = this.nodeOf(element);
        if (node && has(node, 'hidden')) this.#tell.reveal?.(node.id);
    }
}
