// With `npm run dev`: a shader that has been saved is drawn with at once. One that does not compile leaves the old one.

import.meta.hot.on('dex:shader', ({ name, vertex, fragment }) => {
    for (const map of document.querySelectorAll('dex-map')) {
        const log = map.core?.shader(name, vertex, fragment);
        if (log) console.error(`${name}: ${log}`);
        map.wake();
    }
});
