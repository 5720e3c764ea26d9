// Lines a little over 1 css px wide, that move with the map. `across` is a place at right angles to them, in px.
float hatchLines(float across, float periodPx) {
    float away = abs(mod(across, periodPx) - 0.5 * periodPx);
    return clamp(0.55 * devicePixelRatio + 0.5 - away, 0.0, 1.0);
}

// By Hatch of src/look/tokens.h; every other kind rises to the right.
const int kFallingHatch = 2;
const int kAcrossHatch = 3;
const int kUprightHatch = 4;
const int kCrossedHatch = 5;

float hatchCover(vec2 fragPx, int kind) {
    vec2 at = fragPx - hatchOriginPx;
    float risingAcross = dot(at, vec2(0.70710678, -0.70710678)), fallingAcross = dot(at, vec2(0.70710678));
    // The origin comes back after a period along the diagonal: so much along the axes.
    float straightPx = hatchPeriodPx * 0.70710678;
    if (kind == kFallingHatch) return hatchLines(fallingAcross, hatchPeriodPx);
    if (kind == kAcrossHatch) return hatchLines(at.y, straightPx);
    if (kind == kUprightHatch) return hatchLines(at.x, straightPx);
    float rising = hatchLines(risingAcross, hatchPeriodPx);
    return kind == kCrossedHatch ? max(rising, hatchLines(fallingAcross, hatchPeriodPx)) : rising;
}
