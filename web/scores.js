// The scores behind a view, as a host gets them.

/** DEX_SCORE_*; from firstNeed on the needs in order of the recipe. */
export const Score = { overall: 0, rank: 1, band: 2, coverage: 3, leader: 4, second: 5, firstNeed: 6 };

/**
 * Codes of the areas of the level shown, and numbers parallel to them, NaN where there is none. `needs` are in order of the recipe;
 * `leader` and `second` count them from 0. Undefined until they are here.
 * @param {import('./core.js').Core} core
 */
export function scoresOf(core) {
    const { firstNeed, ...kinds } = Score;
    const scores = Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, core.score(kind)]));
    if (!scores.overall.length) return undefined;
    const needs = [];
    for (let need; (need = core.score(firstNeed + needs.length)).length; ) needs.push(need);
    return { codes: core.scoreCodes.split('\n').slice(0, -1), ...scores, needs };
}
