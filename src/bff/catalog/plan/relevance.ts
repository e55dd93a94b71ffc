/** Fewer found than this and a free text is taken less strictly: an adviser wants three to choose from. */
export const ENOUGH = 3;
/** More matches than this are ordered by popularity: ranking by words costs more there than it tells. */
export const RANKED_LIMIT = 5_000;
/** How much the most popular items may gain over equally relevant ones. */
export const POPULAR_BONUS = 0.15;
/** How much items that can be had gain. */
export const AVAILABLE_BONUS = 0.1;
/** What an item has of the best score that the words alone give, when it has what is named and none of the words. */
export const NAMED_BASE = 0.4;
/** Items of a page where the search does not say. */
export const PAGE = 10;
