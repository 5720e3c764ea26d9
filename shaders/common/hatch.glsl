// Diagonal lines rising to the right, a little over 1 css px wide.
float hatchCover(vec2 fragPx) {
    float across = dot(fragPx - hatchOriginPx, vec2(0.70710678, -0.70710678));
    float away = abs(mod(across, hatchPeriodPx) - 0.5 * hatchPeriodPx);
    return clamp(0.55 * devicePixelRatio + 0.5 - away, 0.0, 1.0);
}
