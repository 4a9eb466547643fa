/** Whether the screen is as narrow as a phone, where what stands side by side elsewhere stands one below the other. */
export function isNarrow() {
  return matchMedia('(max-width: 40rem)').matches;
}
