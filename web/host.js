// For pages that frame maps and allow a script: gives each frame the height that it asks for.

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
})();
