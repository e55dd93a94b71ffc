/** Measure words that people count cards with. */
const MEASURE = '个|款|台|种|件|套|张|把|辆|顶|部|只|条|双|副';

/** A lens (镜头) and a pillow end in 头 and begin no list. */
const HEAD_ZH = `(?:前|(?<![镜像枕探插接线罩石木龙])头)([两二三四五六\\d])`;

/** Chinese places at the head of a list, each with its count: 前两个, 前三款; 前三天 is a time. */
const PLACE_ZH = `${HEAD_ZH}(?:(?:${MEASURE})(?!月|小时|星期)|(?=$|[的和里中哪谁有是都,，?？!！。\\s]))`;

/** The first few of a list: 前两个, "the first two", "top 3". The count is the first group that matched. */
export const HEAD = new RegExp(`${PLACE_ZH}|\\b(?:first|top) (two|three|four|five|six|[2-6])\\b`);

/** All Chinese heads of lists in a text. */
export const HEAD_PLACES = new RegExp(PLACE_ZH, 'g');
