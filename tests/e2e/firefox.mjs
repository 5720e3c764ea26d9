// Firefox, headed on a virtual screen: headless it has no WebGL 2.

import { which } from '../../tools/run.mjs';

/** What this machine lacks for it. */
export const missing = ['firefox-esr', 'Xvfb'].filter((program) => !which(program));

/** Starts it on a screen, driven by puppeteer. */
export async function launch(display) {
    const puppeteer = await import('puppeteer-core');
    return puppeteer.launch({
        browser: 'firefox',
        executablePath: which('firefox-esr'),
        headless: false,
        // A busy machine is slow and not wrong.
        timeout: 120_000,
        env: { ...process.env, ...display.env },
        extraPrefsFirefox: { 'webgl.force-enabled': true, 'ui.prefersReducedMotion': 0 },
        defaultViewport: { width: 1200, height: 700 },
    });
}
