// How much of a pixel a round-ended line covers. `stroke` is (along, across) in px from the first end.
float strokeCover(vec2 stroke, float lengthPx, float halfWidthPx) {
    float beyond = stroke.x - clamp(stroke.x, 0.0, lengthPx);
    float away = length(vec2(beyond, stroke.y));
    // Thinner than a pixel: as wide as one, and paler.
    return clamp(max(halfWidthPx, 0.5) + 0.5 - away, 0.0, 1.0) * min(1.0, 2.0 * halfWidthPx);
}
