// A piece of a line with round ends that is spread over four corners.

// Offset in px of corner 0–3 (mod 4) from the piece's first end, for a line that reaches `reachPx` beyond its axis; `along` is its
// unit direction.
vec2 strokeCorner(int corner, vec2 along, float lengthPx, float reachPx) {
    float forward = (corner & 1) == 0 ? -reachPx : lengthPx + reachPx;
    float aside = (corner & 2) == 0 ? -reachPx : reachPx;
    return along * forward + vec2(-along.y, along.x) * aside;
}
