// Text for HTML that leaves the page: code for somebody, a table on the clipboard. Nothing is put on our own page like that.

/** A text as HTML has it, between tags and in attributes. */
export const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
