/** 2024年，新收政府信息公开申请3件，上年结转1件；办结2件，结转下年度继续办理2件。 What is not known yet may be a hole. */
export function requestsSentence<Piece>(
  year: Piece,
  numbers: {
    readonly received: Piece;
    readonly carriedIn: Piece;
    readonly concluded: Piece;
    readonly carriedOut: Piece;
  },
): (Piece | string)[] {
  const { received, carriedIn, concluded, carriedOut } = numbers;
  return [
    year,
    '年，新收政府信息公开申请',
    received,
    '件，上年结转',
    carriedIn,
    '件；办结',
    concluded,
    '件，结转下年度继续办理',
    carriedOut,
    '件。',
  ];
}
