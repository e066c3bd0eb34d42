export interface FactsProps {
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** Names and values that can be read out or copied. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="facts selectable">
      {facts.map(([name, value]) => (
        <div key={name} className="facts__row">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
