// How much of a pixel a straight piece of a line covers. `stroke` is (along, across) in px from the piece's first end.
// Thinner than a pixel: as wide as one, and paler.

// Ends are round: pieces overlap where they meet, which is right for an opaque line.
float roundCover(vec2 stroke, float lengthPx, float halfWidthPx) {
    float beyond = stroke.x - clamp(stroke.x, 0.0, lengthPx);
    float away = length(vec2(beyond, stroke.y));
    return clamp(max(halfWidthPx, 0.5) + 0.5 - away, 0.0, 1.0) * min(1.0, 2.0 * halfWidthPx);
}

// Ends are flat: pieces hardly overlap, so that a line that shows what is under it has no darker spots.
float flatCover(vec2 stroke, float lengthPx, float halfWidthPx) {
    float aside = clamp(max(halfWidthPx, 0.5) + 0.5 - abs(stroke.y), 0.0, 1.0) * min(1.0, 2.0 * halfWidthPx);
    return aside * clamp(0.5 + min(stroke.x, lengthPx - stroke.x), 0.0, 1.0);
}
