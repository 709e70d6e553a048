/**
 * Anchors as GitHub makes them, so that a link to a section leads to the same place there and on the site. Both number what
 * comes twice on a page: `title`, `title-1`.
 */
export function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
}
