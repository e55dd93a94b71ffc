import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';

const control = (active: boolean): string =>
  `h-8 touch:h-11 w-full min-w-0 rounded-control border px-2 text-small ${active ? 'border-accent-ink' : 'border-edge'} bg-surface text-ink`;

function Labelled({ label, id, children, className = '' }: { label: string; id: string; children: ReactNode; className?: string }) {
  return (
    <div className={`flex min-w-0 flex-col gap-0.5 ${className}`}>
      <label htmlFor={id} className="truncate text-tiny text-soft">
        {label}
      </label>
      {children}
    </div>
  );
}

/** A choice of one. The first is "any"; a value that is not among the choices (from a shared address) is shown all the same. */
export function Select({
  label,
  value,
  any,
  options,
  onValue,
  className,
}: {
  label: string;
  value: string | undefined;
  /** Name of the empty choice; absent: there is none. */
  any?: string;
  options: readonly (readonly [value: string, name: string])[];
  onValue: (value: string) => void;
  className?: string;
}) {
  const id = useId();
  const known = value === undefined || value === '' || options.some(([each]) => each === value);
  return (
    <Labelled label={label} id={id} {...(className ? { className } : {})}>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => onValue(event.target.value)}
        className={control(any !== undefined && !!value)}
      >
        {any !== undefined && <option value="">{any}</option>}
        {!known && <option value={value}>{value}</option>}
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** A field whose value counts once it is left, or Enter is pressed. */
export function Field({
  label,
  value = '',
  onValue,
  className,
  ...rest
}: Omit<ComponentPropsWithRef<'input'>, 'value' | 'defaultValue' | 'onBlur' | 'onKeyDown' | 'id'> & {
  label: string;
  value?: string | undefined;
  onValue: (value: string) => void;
}) {
  const id = useId();
  return (
    <Labelled label={label} id={id} {...(className ? { className } : {})}>
      <input
        // Another address, another text: the field begins anew with it.
        key={value}
        id={id}
        defaultValue={value}
        onBlur={(event) => event.target.value.trim() !== value && onValue(event.target.value.trim())}
        onKeyDown={(event) => event.key === 'Enter' && onValue(event.currentTarget.value.trim())}
        className={control(value !== '')}
        {...rest}
      />
    </Labelled>
  );
}
