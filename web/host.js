// For pages that frame maps and allow a script: gives each frame the height that it wants.

(() => {
    const kMin = 100;
    const kMax = 4000;
    addEventListener('message', ({ source, data }) => {
        if (!source || data === null || typeof data !== 'object' || data.type !== 'dex-height' || data.version !== 1) return;
        const { height } = data;
        if (!Number.isInteger(height) || height < kMin || height > kMax) return;
        for (const frame of document.querySelectorAll('iframe')) {
            if (frame.contentWindow === source) frame.style.height = `${height}px`;
        }
    });
    // Those that were there first have said it already, and are asked to say it again.
    for (const { contentWindow } of document.querySelectorAll('iframe')) contentWindow?.postMessage({ type: 'dex-height', version: 1 }, '*');
})();
