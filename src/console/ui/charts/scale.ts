/** Where a value stands on a line of `length`, from 0. @param most the value at its end; 0 puts everything at the beginning. */
export const place = (value: number, most: number, length: number): number => (most > 0 ? (value / most) * length : 0);

/** The next round number: 1, 2 or 5 times a power of ten, so that an axis ends with one. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((round) => round >= value * 0.999_999) ?? value;
}

/** Points of a line; null starts a new one, as nothing was measured there. @returns SVG path data. */
export function linePath(values: readonly (number | null)[], most: number, width: number, height: number): string {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  let pen = false;
  return values
    .map((value, index) => {
      if (value === null) {
        pen = false;
        return '';
      }
      const point = `${pen ? 'L' : 'M'}${(index * step).toFixed(1)} ${(height - place(value, most, height)).toFixed(1)}`;
      pen = true;
      return point;
    })
    .join('');
}

/** Values with none beside them, which no line shows: each a line of no length, a dot where ends are round. */
export const dotsPath = (values: readonly (number | null)[], most: number, width: number, height: number): string =>
  linePath(
    values.map((value, index) => ((values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null ? value : null)),
    most,
    width,
    height,
  ).replace(/(M[\d. -]+)/g, '$1h0');
