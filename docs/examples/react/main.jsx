import 'dex-map';
import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';

// React 19 sets properties of custom elements and listens for their events by name.
function App() {
    const [view, setView] = useState({});
    const [selected, setSelected] = useState(null);
    return (
        <>
            <h1>A map in React</h1>
            <p>
                <button type="button" onClick={() => setView({ place: 'borough:E09000028' })}>
                    Show Southwark
                </button>{' '}
                <output>{selected ? `${selected.name} is selected.` : 'Nothing is selected.'}</output>
            </p>
            <dex-map src="atlas/atlas.json" view={view} ondex-select={({ detail }) => setSelected(detail)} />
        </>
    );
}

createRoot(document.getElementById('app')).render(<App />);
