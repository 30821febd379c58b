/** Minor units as a customer reads them: 1234567890 is "12 345 678.90". */
export function formatSums(amount: number): string {
  const whole = String(Math.floor(amount / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
  return `${whole}.${String(amount % 100).padStart(2, '0')}`;
}
