/** Types of the demo catalogue; each is the first word of its items' ids. */
export const demoTypes = [
  'cam',
  'lens',
  'act',
  'drone',
  'proj',
  'screen',
  'speaker',
  'mic',
  'cable',
  'stand',
  'tent',
  'bag',
  'stove',
  'lantern',
  'laptop',
  'phone',
  'tablet',
  'stroller',
  'seat',
  'baby',
  'ebike',
] as const;
export type DemoType = (typeof demoTypes)[number];

/**
 * The type of an item of the demo catalogue: `tent` for `tent-farlea-3`.
 * @throws RangeError when no such item can be in the catalogue.
 */
export function demoTypeOf(id: string): DemoType {
  const prefix = id.slice(0, id.indexOf('-'));
  const type = demoTypes.find((each) => each === prefix);
  if (!type) throw new RangeError(`no item of the demo catalogue is called ${id}`);
  return type;
}
