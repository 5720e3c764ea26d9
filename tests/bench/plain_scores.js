// The index as a careful page would compute it in plain JavaScript: the peer of our own. The arithmetic "rank" of docs/method.md, its
// roundings and its order; typed arrays, one sort a column.

window.plainScores = () => {
    const round9 = (x) => {
        const scaled = x * 1e9;
        const below = Math.floor(scaled);
        const rest = scaled - below;
        return (rest > 0.5 || (rest === 0.5 && below % 2 !== 0) ? below + 1 : below) / 1e9;
    };

    // Average ranks, 1-based, ties averaged.
    function ranksOf(values) {
        const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b]);
        const ranks = new Float64Array(values.length);
        for (let first = 0; first < order.length; ) {
            let past = first + 1;
            while (past < order.length && values[order[past]] === values[order[first]]) ++past;
            for (let i = first; i < past; ++i) ranks[order[i]] = (first + 1 + past) / 2;
            first = past;
        }
        return ranks;
    }

    const rankScores = (values) => ranksOf(values).map((rank) => round9((10 * (rank - 0.5)) / values.length));

    // columns: by need, by indicator; weights alike.
    const normalise = (columns) => columns.map((need) => need.map(rankScores));

    function weighted(parts, weights, count, isRounded) {
        const sum = weights.reduce((total, weight) => total + weight, 0);
        const out = new Float64Array(count);
        for (let part = 0; part < parts.length; ++part) {
            for (let i = 0; i < count; ++i) out[i] += weights[part] * parts[part][i];
        }
        for (let i = 0; i < count; ++i) out[i] = isRounded ? round9(out[i] / sum) : out[i] / sum;
        return out;
    }

    function score(scores, weights) {
        const count = scores[0][0].length;
        const needs = scores.map((need, n) => weighted(need, weights.inside[n], count, true));
        const overall = weighted(needs, weights.needs, count, true);
        const needRanks = needs.map(rankScores);
        const dominant = new Uint8Array(count);
        for (let i = 0; i < count; ++i) {
            let leader = 0;
            for (let n = 1; n < needs.length; ++n) if (needRanks[n][i] > needRanks[leader][i]) leader = n;
            dominant[i] = needRanks[leader][i] >= 5 ? leader : 255;
        }
        return { needs, overall, ranks: ranksOf(overall), dominant };
    }

    function stability(scores, weights, draws) {
        const count = scores[0][0].length;
        const bands = new Uint16Array(count * 10);
        for (let draw = 0; draw < draws; ++draw) {
            const shake = (weight) => weight * (0.5 + Math.random());
            const shaken = { inside: weights.inside.map((need) => need.map(shake)), needs: weights.needs.map(shake) };
            const needs = scores.map((need, n) => weighted(need, shaken.inside[n], count, false));
            const ranks = ranksOf(weighted(needs, shaken.needs, count, false));
            for (let i = 0; i < count; ++i) ++bands[i * 10 + Math.min(9, Math.floor((10 * (ranks[i] - 0.5)) / count))];
        }
        return bands;
    }

    function twoWay(need, group) {
        const third = (values) => ranksOf(values).map((rank) => Math.min(2, Math.floor((3 * (rank - 0.5)) / values.length)));
        const [a, b] = [third(need), third(group)];
        return a.map((of, i) => 3 * of + b[i]);
    }

    return { normalise, score, stability, twoWay };
};
