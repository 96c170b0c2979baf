/** Contrast as the reader has it: letters against all that lies behind them, computed and not asked of anybody else. */

import type { Frame } from 'playwright-core';

/** Letters below 4.5:1, large ones and the signs of buttons below 3:1. What is switched off may be paler. */
export const lowContrast = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    type Colour = readonly [number, number, number, number];
    const parse = (css: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
      return css.startsWith('rgb') ? [red, green, blue, alpha] : [0, 0, 0, 0];
    };
    const over = ([red, green, blue, alpha]: Colour, below: Colour): Colour => {
      const mix = (one: number, other: number): number => one * alpha + other * (1 - alpha);
      return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
    };
    const luminance = ([red, green, blue]: Colour): number => {
      const part = (value: number): number => (value <= 10.31 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    };
    const ratio = (one: Colour, other: Colour): number => {
      const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
      return (light + 0.05) / (dark + 0.05);
    };
    const groundOf = (element: Element | null): Colour => {
      if (element === null) return [255, 255, 255, 1];
      const own = parse(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
    };
    const fades = (element: Element): number => {
      let opacity = 1;
      for (let at: Element | null = element; at !== null; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
      return opacity;
    };
    const isOff = (element: Element): boolean =>
      element.closest('[inert], [aria-hidden=true]:not(svg), :disabled, [aria-disabled=true], [disabled]') !== null;
    const isSpoken = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null; at = at.parentElement)
        if (getComputedStyle(at).clipPath !== 'none') return true;
      return false;
    };
    const hasLetters = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
    const check = (element: Element, colour: string, least: number, words: string): string[] => {
      const ground = groundOf(element);
      const [red, green, blue, alpha] = parse(colour);
      const found = ratio(over([red, green, blue, alpha * fades(element)], ground), ground);
      return found + 0.01 >= least || isOff(element) || isSpoken(element)
        ? []
        : [`${words}: ${found.toFixed(2)}, not ${String(least)} (${colour} on ${ground.join()})`];
    };
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      const isSign = element instanceof SVGSVGElement;
      if (!isSign && (element instanceof SVGElement || !hasLetters(element))) return [];
      if (!element.checkVisibility({ checkVisibilityCSS: true })) return [];
      const style = getComputedStyle(element);
      if (isSign) {
        const button = element.closest('button, a[href], [role=menuitem]');
        return button === null ? [] : check(element, style.color, 3, `sign of “${button.textContent}”`);
      }
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      return check(element, style.color, isLarge ? 3 : 4.5, `“${element.textContent.trim().slice(0, 50)}”`);
    });
  });
