// Elements by a call, and their attributes.

/** make('p', { className: 'x', aria: { label: '…' } }, child, …) */
export function make(tag, properties = {}, ...children) {
    const { aria = {}, ...rest } = properties;
    const element = Object.assign(document.createElement(tag), rest);
    for (const [name, value] of Object.entries(aria)) element.setAttribute(name === 'role' ? name : `aria-${name}`, value);
    element.append(...children);
    return element;
}

/** Sets an attribute where it differs; undefined takes it away. */
export function attribute(element, name, value) {
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/**
 * Before they are taken away. Chromium keeps a radio that has left a shadow tree in its group, and with it all that it stands in; one
 * without a name is in no group.
 * @param {Iterable<Element>} controls radios, and others
 */
export function ungroup(controls) {
    for (const control of controls) if (control.type === 'radio') control.name = '';
}
