import { bridgeShape } from '../../src/taskpane/bridgeShape';

describe('the picture of a bridge', () => {
  test('bars hang from one another, and zero lies where amounts change their sign', () => {
    const { bars, zero } = bridgeShape({
      left: 100,
      right: -20,
      steps: [
        { reasonClass: 'Timing', change: -60 },
        { reasonClass: 'Definition', change: -60 },
      ],
    });
    expect(zero).toBeCloseTo(100 / 120);
    expect(bars.map(({ top, height }) => [top * 120, height * 120].map(Math.round))).toEqual([
      [0, 100],
      [0, 60],
      [60, 60],
      [100, 20],
    ]);
  });

  test('of nothing at all is flat', () => {
    const { bars } = bridgeShape({ left: 0, right: 0, steps: [] });
    expect(bars.every(({ top, height }) => Number.isFinite(top) && height < 0.05)).toBe(true);
  });
});
