/** What a level, a code and a name say of one area. */
export interface SelectedArea {
    level: string;
    code: string;
    name: string;
}

/** The keys of a view (docs/view-state.md). What is left out is the atlas's default. */
export interface View {
    /** `overall`, `standout`, `moved`, or the id of a need, an indicator, or two of them. */
    show?: string;
    /** Id of the level whose areas are drawn. */
    by?: string;
    /** `level:code` of the place that is framed. */
    place?: string;
    /** `quantile`, `equal` or `natural`, a number of classes, or both: `natural.4`. */
    classes?: string | number;
    /** `level:code` of the selected area. */
    area?: string;
    /** Latitude, longitude and zoom. */
    at?: [latitude: number, longitude: number, zoom: number] | string;
    /** The class that is singled out, 1 the lowest values. */
    class?: number | 'none';
    theme?: 'light' | 'dark' | 'grey';
    score?: 'rank' | 'min-max' | 'winsorised' | 'iod';
    /** Whole numbers 0–10 by the ids of needs and indicators. */
    weights?: Record<string, number> | string;
    /** `level:code` of each area of the scope. */
    within?: string[] | string;
    /** `level:code` of each area that stands in the comparison. */
    compare?: string[] | string;
    [key: string]: unknown;
}

/** Numbers parallel to `codes`, NaN where there is none. */
export interface Scores {
    codes: string[];
    overall: Float64Array;
    rank: Float64Array;
    band: Float64Array;
    coverage: Float64Array;
    leader: Float64Array;
    second: Float64Array;
    /** In order of the recipe; `leader` and `second` count them from 0. */
    needs: Float64Array[];
}

/** A graphics card takes over from the processor where there is one and the map is in use, and gives way to it. */
export type DrawnBy = 'processor' | 'card';

/** The events of a map, all of which bubble. */
export interface DexMapEvents {
    /** The first picture stands. */
    'dex-ready': CustomEvent<{ view: string; drawnBy: DrawnBy }>;
    /** All that the view needs is drawn. */
    'dex-detail': CustomEvent<{ view: string; drawnBy: DrawnBy }>;
    /** The view has changed; `isNew`: another one rather than the same, panned. */
    'dex-view': CustomEvent<{ view: string; isNew: boolean }>;
    /** An area was selected, or none is any more. */
    'dex-select': CustomEvent<SelectedArea | null>;
    /** What the controls say has changed. */
    'dex-tree': CustomEvent<{ version: number }>;
    /** Something went wrong; status 0 where there is no map at all. */
    'dex-error': CustomEvent<{ sentence: string; status: number }>;
}

/** `<dex-map src="…/atlas.json">` */
export class DexMap extends HTMLElement {
    /** Address of an atlas.json. */
    src: string;
    /** The view as it is now; the attribute says how it begins. */
    get view(): string;
    set view(view: string | View | null | undefined);
    /** The view as it stands in a link: with the spec id of its scores. */
    get link(): string;
    /** `light`, `dark` or `grey`; otherwise as the reader prefers. */
    theme: string;
    /** The map is the whole page, and its gestures are always the map's. */
    ownPage: boolean;
    /** It can be explored, and nothing chosen. */
    locked: boolean;
    /** Which of `search`, `share` and `zoom` are shown; null: all of them. */
    controls: string | null;
    /** The view stands in the page's address. */
    hash: boolean;
    /** The host's page about what helps, named on the card that a search led to. */
    helpUrl: string;
    /** The host's page or mail address for what is wrong, with {area}, {figure} and {view} where they are to stand. */
    reportUrl: string;
    /** The host's page about the method; otherwise method.html beside pageUrl. */
    methodUrl: string;
    /** The page that shows the map by itself; otherwise index.html in the folder above the atlas. */
    pageUrl: string;
    /** The search may ask the browser where the reader is. */
    locate: boolean;
    /** Who draws the map now. */
    get drawnBy(): DrawnBy;
    /** The scores behind the view; undefined until all figures are here. */
    scores(): Scores | undefined;
    /** Shows all of it as text in place of the picture, or the picture again. */
    showText(open?: boolean): void;
    addEventListener<K extends keyof DexMapEvents>(type: K, listener: (this: DexMap, event: DexMapEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
    addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
    removeEventListener<K extends keyof DexMapEvents>(type: K, listener: (this: DexMap, event: DexMapEvents[K]) => void, options?: boolean | EventListenerOptions): void;
    removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
    interface HTMLElementTagNameMap {
        'dex-map': DexMap;
    }
}
