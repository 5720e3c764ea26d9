// `base` lets the built page stand in any folder.
export default {
    base: './',
    optimizeDeps: { exclude: ['dex-map'] },
};
