// Before anything of the map is here: the picture of the place that the address names, in its default view.

(() => {
    const { width, height, posters } = JSON.parse(document.currentScript.dataset.posters);
    const asked = /[#&]place=([^&]*)/.exec(location.hash)?.[1].replace(/%3A/i, ':');
    const [, file, alt] = posters.find(([place]) => place === asked) ?? posters[0];
    document.querySelector('dex-map').prepend(Object.assign(document.createElement('img'), { slot: 'poster', width, height, alt, src: file }));
})();
