import 'dex-map';
import './page.css';

const map = document.querySelector('dex-map');

map.addEventListener('dex-select', ({ detail }) => {
    document.querySelector('output').textContent = detail ? `${detail.name} is selected.` : 'Nothing is selected.';
});
document.querySelector('button').addEventListener('click', () => {
    map.view = { place: 'borough:E09000028' };
});
