import { useState } from 'react';
import styles from './App.css?inline';

/** The page, by itself or within another one. */
export function App() {
  const [count, setCount] = useState(0);
  return (
    <main className="${{ values.name }}">
      {/* Comes along wherever the page is shown, also where another one takes it in. */}
      <style>{styles}</style>
      <h1>${{ values.title }}</h1>
      <p>{PURPOSE}</p>
      <button type="button" onClick={() => setCount(before => before + 1)}>
        Pressed {count} {count === 1 ? 'time' : 'times'}
      </button>
    </main>
  );
}

const PURPOSE = ${{ values.purpose | dump }};
