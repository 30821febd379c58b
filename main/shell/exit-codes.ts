/** What the program's exit code tells whoever started it. */
export const exitCodes = {
  fine: 0,
  /** A switch could not be understood, or the data folder could not be made. */
  badSwitch: 2,
  /** Another Kassa already works with this data folder; its window was brought to the front. */
  alreadyRunning: 3,
  /** The register did not open, for example because a provision file was refused; screen and stderr said why. */
  didNotOpen: 4,
} as const;
