/** Commands of siunitx, by their names without the backslash, with how many arguments they take. */
export const ARGUMENTS = {
  num: 1,
  ang: 1,
  unit: 1,
  si: 1,
  qty: 2,
  SI: 2,
  numrange: 2,
  qtyrange: 3,
  SIrange: 3,
  numlist: 1,
  numproduct: 1,
  qtylist: 2,
  SIlist: 2,
  qtyproduct: 2,
  complexnum: 1,
} as const;

export const SIUNITX_ARGUMENTS = Object.entries(ARGUMENTS) as [keyof typeof ARGUMENTS, number][];
