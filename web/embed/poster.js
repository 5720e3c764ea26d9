// Before anything of the map is here: the picture of the place that the address names, in its default view, and its headline
// over the text that stands in for a map that does not come.

// A copy of its own: shared with the map it would be a file more that the map waits for.
import { valueIn } from '../view.js?own';

const script = document.querySelector('script[data-posters]');
const { width, height, posters } = JSON.parse(script.dataset.posters);
const asked = valueIn(location.hash, 'place')?.toLowerCase();
const [, file, alt, headline] = posters.find(([place]) => place.toLowerCase() === asked) ?? posters[0];
document.querySelector('main h1').textContent = headline;
document.querySelector('dex-map').prepend(Object.assign(document.createElement('img'), { slot: 'poster', width, height, alt, src: file }));
