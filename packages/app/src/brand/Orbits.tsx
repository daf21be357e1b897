const orbits = [
  { rx: 200, ry: 62, moon: 0.6 },
  { rx: 320, ry: 112, moon: 3.7 },
  { rx: 450, ry: 172, moon: 5.4 },
  { rx: 590, ry: 240, moon: 2.4 },
];

/** Faint orbits for a dark background. */
export function Orbits({ className }: { className?: string }) {
  return (
    <svg
      className={className}
      viewBox="-600 -400 1200 800"
      fill="none"
      aria-hidden="true"
    >
      <g transform="rotate(-18)">
        {orbits.map(({ rx, ry, moon }) => (
          <g key={rx}>
            <ellipse rx={rx} ry={ry} stroke="#93a4ff" strokeOpacity="0.16" />
            <circle
              cx={rx * Math.cos(moon)}
              cy={ry * Math.sin(moon)}
              r="4"
              fill="#5eead4"
              fillOpacity="0.75"
            />
          </g>
        ))}
      </g>
    </svg>
  );
}
