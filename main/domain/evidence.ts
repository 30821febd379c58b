/** The fewest characters that can tell how somebody knows. */
const shortestEvidence = 5;

/** True when a manager's note about money says enough to be kept as evidence; its spaces at both ends do not count. */
export function isEvidence(note: string): boolean {
  return note.trim().length >= shortestEvidence;
}
