import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** A listing that its own React renders anew: what stands on its tiles must survive that, and go with them. */
function Shop() {
  const [ids, setIds] = useState(['cam-solvik-r2', 'cam-pebble', 'tent-nomad-1']);
  return (
    <main>
      <h1>A shop</h1>
      <button id="first" type="button" onClick={() => setIds(ids.toReversed())}>
        Turn around
      </button>
      <button type="button" onClick={() => setIds(ids.slice(1))}>
        Drop the first
      </button>
      <ul className="tiles">
        {ids.map((id) => (
          <li key={id} className="tile" {...(location.search === '?tiles' ? { 'data-aisle-compare': id } : {})}>
            <h3>{id}</h3>
          </li>
        ))}
      </ul>
    </main>
  );
}

const root = document.querySelector('#app');
if (root) createRoot(root).render(<Shop />);
