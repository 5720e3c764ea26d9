// Shared by both peers: our light ramp, lowest class first.
export const kColours = ['#f4ead5', '#e7b798', '#ca7e84', '#8c5088', '#3a2c6b'];
export const kPaper = '#f4f2ed';
/** Width of the world at zoom 0 in css px. Zooms of the benchmark count so. */
export const kWorldPx = 512;
