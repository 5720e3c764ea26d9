// Where a tile stands; mirrored by TileBlock in src/gpu/blocks.h. Cells are counted from `originCell`, a whole cell near
// the middle of the screen, before they are scaled: so single precision is enough at every zoom.
layout(std140) uniform Tile {
    vec2 originCell;
    vec2 originPx;   // Device px of originCell.
    vec2 pxPerCell;
    vec2 unusedTile;
};

vec2 devicePx(vec2 cell) { return (cell - originCell) * pxPerCell + originPx; }
