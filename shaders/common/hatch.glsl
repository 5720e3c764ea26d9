// Lines a little over 1 css px wide, that move with the map. `across` is a place at right angles to them, in px.
float hatchLines(float across, float periodPx) {
    float away = abs(mod(across, periodPx) - 0.5 * periodPx);
    return clamp(0.55 * devicePixelRatio + 0.5 - away, 0.0, 1.0);
}

// By Hatch of src/look/tokens.h: rising to the right, falling, across, upright, crossed.
float hatchCover(vec2 fragPx, int kind) {
    vec2 at = fragPx - hatchOriginPx;
    float risingAcross = dot(at, vec2(0.70710678, -0.70710678)), fallingAcross = dot(at, vec2(0.70710678));
    // The origin comes back after a period along the diagonal: so much along the axes.
    float straightPx = hatchPeriodPx * 0.70710678;
    if (kind == 2) return hatchLines(fallingAcross, hatchPeriodPx);
    if (kind == 3) return hatchLines(at.y, straightPx);
    if (kind == 4) return hatchLines(at.x, straightPx);
    float rising = hatchLines(risingAcross, hatchPeriodPx);
    return kind == 5 ? max(rising, hatchLines(fallingAcross, hatchPeriodPx)) : rising;
}
