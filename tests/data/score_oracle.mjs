// The index of docs/method.md computed a second time, step by step and without our C++: from cells as oracle.mjs gives
// them to scores, ranks, bands and the need that stands out.
import { roundTo } from './oracle.mjs';

const round9 = (x) => roundTo(x, 9);
const kLast = Math.exp(-100 / 23);

// [code, value] → code → { r: average rank, first: how many are lower, n, place: 1 for the highest, joint }.
export function ranked(pairs) {
    const inOrder = [...pairs].sort((a, b) => a[1] - b[1]);
    const n = inOrder.length;
    const ranks = new Map();
    for (let first = 0, past = 0; first < n; first = past) {
        while (past < n && inOrder[past][1] === inOrder[first][1]) ++past;
        for (let i = first; i < past; ++i) ranks.set(inOrder[i][0], { r: (first + 1 + past) / 2, place: n - past + 1, n, first, past });
    }
    return ranks;
}

// 1 + ⌊k·(r − 0.5)/n⌋ in whole numbers.
export const classOf = ({ first, past, n }, k) => 1 + Math.floor((k * (first + past)) / (2 * n));
const rankScore = ({ r, n }) => round9((10 * (r - 0.5)) / n);

function percentile(values, p) {
    const inOrder = [...values].sort((a, b) => a - b);
    const h = ((inOrder.length - 1) * p) / 100;
    const j = Math.floor(h);
    const next = inOrder[Math.min(j + 1, inOrder.length - 1)];
    return inOrder[j] + (h - j) * (next - inOrder[j]);
}

function indicatorScores(pairs, method) {
    if (method === 'rank' || method === 'iod') return new Map([...ranked(pairs)].map(([code, rank]) => [code, rankScore(rank)]));
    const values = pairs.map(([, value]) => value);
    const [low, high] = method === 'minmax' ? [0, 100] : [1, 99];
    const min = percentile(values, low);
    const max = percentile(values, high);
    const clamp = (value) => Math.min(Math.max(value, min), max);
    return new Map(pairs.map(([code, value]) => [code, max === min ? 5 : round9((10 * (clamp(value) - min)) / (max - min))]));
}

// Σ w·x / Σ w over what is present, if that is at least `tenths` of the weight.
function mean(parts, tenths) {
    const active = parts.filter(({ weight }) => weight > 0);
    const present = active.filter(({ x }) => x !== undefined);
    const sum = (list) => list.reduce((all, { weight }) => all + weight, 0);
    if (active.length === 0 || 10 * sum(present) < tenths * sum(active)) return undefined;
    let weighted = 0;
    for (const { weight, x } of present) weighted += weight * x;
    return round9(weighted / sum(present));
}

// `cells` code → indicator → { value }, `needs` as the recipe has them; `scope` a set of codes, or null.
export function score(cells, needs, method, scope = null) {
    const codes = [...cells.keys()].filter((code) => !scope || scope.has(code)).sort();
    const s = new Map();
    for (const { indicators } of needs) {
        for (const { id, polarity = 1 } of indicators) {
            const pairs = codes.filter((code) => cells.get(code)[id].value !== undefined).map((code) => [code, round9(polarity * cells.get(code)[id].value)]);
            s.set(id, indicatorScores(pairs, method));
        }
    }
    const perNeed = needs.map(({ indicators }) => {
        let scores = new Map();
        for (const code of codes) {
            const x = mean(indicators.map(({ id, weight }) => ({ weight, x: s.get(id).get(code) })), 5);
            if (x !== undefined) scores.set(code, x);
        }
        const ranks = ranked([...scores]);
        if (method === 'iod') scores = new Map([...ranks].map(([code, { r, n }]) => [code, round9(0.1 * (-23 * Math.log(1 - (r / n) * (1 - kLast))))]));
        return { scores, ranks };
    });
    const isActive = ({ weight, indicators }) => weight > 0 && indicators.some((one) => one.weight > 0);
    const all = needs.filter(isActive).reduce((sum, { weight }) => sum + weight, 0);
    const overall = new Map();
    const coverage = new Map();
    for (const code of codes) {
        const x = mean(needs.map((need, i) => ({ weight: isActive(need) ? need.weight : 0, x: perNeed[i].scores.get(code) })), 7);
        if (x !== undefined) overall.set(code, x);
        let covered = 0;
        for (const { weight, indicators } of needs.filter(isActive)) {
            const sum = (list) => list.reduce((total, one) => total + one.weight, 0);
            covered += weight * (sum(indicators.filter(({ id }) => s.get(id).has(code))) / sum(indicators));
        }
        coverage.set(code, all > 0 ? covered / all : 0);
    }
    const dominant = new Map();
    for (const code of codes) {
        const standing = needs
            .map((need, i) => ({ id: need.id, weight: need.weight, s: perNeed[i].ranks.has(code) ? rankScore(perNeed[i].ranks.get(code)) : undefined, i }))
            .filter((one) => one.weight > 0 && one.s !== undefined)
            .sort((a, b) => b.s - a.s || a.i - b.i);
        const named = standing.length > 0 && standing[0].s >= 5 ? [standing[0]] : [];
        if (named.length > 0 && standing.length > 1 && round9(standing[0].s - standing[1].s) <= 0.25) named.push(standing[1]);
        dominant.set(code, named.map(({ id }) => id).join(' '));
    }
    return { codes, indicators: s, needs: perNeed, overall, ranks: ranked([...overall]), coverage, dominant };
}
