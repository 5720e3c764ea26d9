// A small list: mistakes, and what the page's policy or the rules of the house forbid. Layout is nobody's business.

const named = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));

const both = named(
    'console URL URLSearchParams TextEncoder TextDecoder setTimeout clearTimeout setInterval clearInterval performance ' +
        'fetch AbortController AbortSignal Response Request Headers Blob structuredClone queueMicrotask WebAssembly Event EventTarget crypto',
);
const browser = named(
    'window document navigator location history customElements HTMLElement ResizeObserver IntersectionObserver MutationObserver ' +
        'CustomEvent requestAnimationFrame cancelAnimationFrame matchMedia getComputedStyle devicePixelRatio innerHeight innerWidth ' +
        'CSSStyleSheet FontFace PointerEvent WheelEvent KeyboardEvent Node Element DOMException WebGL2RenderingContext visualViewport ' +
        'DEX_CHECKSUMS XMLHttpRequest DOMParser TransformStream HTMLCanvasElement Path2D ImageData OffscreenCanvas createImageBitmap ClipboardItem CompressionStream File DataTransfer DragEvent open self globalThis ShadowRoot addEventListener removeEventListener',
);
const node = named('process Buffer global globalThis');

const rules = {
    'no-undef': 'error',
    'no-unused-vars': ['error', { args: 'after-used', caughtErrors: 'none' }],
    'no-var': 'error',
    'prefer-const': 'error',
    eqeqeq: 'error',
    'no-implicit-coercion': ['error', { allow: ['!!'] }],
    'no-promise-executor-return': 'off',
    'no-self-compare': 'error',
    'no-unreachable-loop': 'error',
    'no-eval': 'error',
    'no-new-func': 'error',
    'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({ property, message: 'Text is put on the page as text.' })),
    ],
    'max-lines': ['error', 500],
};

export default [
    { ignores: ['build/', 'dist/', 'deps/', 'node_modules/'] },
    { files: ['web/**/*.js'], languageOptions: { globals: { ...both, ...browser } }, rules },
    { files: ['wasm/**/*.js'], languageOptions: { sourceType: 'script', globals: { ...both, ...named('Module GL') } }, rules },
    { files: ['tools/**/*.mjs', 'data/**/*.mjs'], languageOptions: { globals: { ...both, ...node } }, rules },
    // Tests hand functions to the browser, so they name things of both worlds.
    { files: ['tests/**/*.mjs', 'tests/**/*.js'], languageOptions: { globals: { ...both, ...node, ...browser } }, rules },
];
