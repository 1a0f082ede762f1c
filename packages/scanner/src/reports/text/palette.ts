import { styleText } from 'node:util';
import type { Severity } from '@leastwise/model';

type Paint = (text: string) => string;

/** The few colours of the screen. What a colour says is always said in words too. */
export interface Palette {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly good: Paint;
  readonly warn: Paint;
  readonly accent: Paint;
  readonly severity: (severity: Severity, text: string) => string;
  readonly exposure: (exposure: string) => string;
}

type Style = Parameters<typeof styleText>[0];

export function palette(colour: boolean): Palette {
  const paint =
    (style: Style): Paint =>
    (text) =>
      colour && text !== '' ? styleText(style, text, { validateStream: false }) : text;
  const bySeverity: Readonly<Record<Severity, Paint>> = {
    critical: paint(['bold', 'magenta']),
    high: paint(['bold', 'red']),
    medium: paint(['bold', 'yellow']),
    low: paint('cyan'),
    info: paint('gray'),
  };
  const byExposure: ReadonlyMap<string, Paint> = new Map([
    ['public', paint('red')],
    ['public-sign-up', paint('red')],
    ['unknown', paint('yellow')],
    ['authenticated', paint('green')],
    ['internal', paint('green')],
  ]);
  return {
    strong: paint('bold'),
    faint: paint('gray'),
    good: paint('green'),
    warn: paint('yellow'),
    accent: paint('cyan'),
    severity: (severity, text) => bySeverity[severity](text),
    exposure: (exposure) => byExposure.get(exposure)?.(exposure) ?? exposure,
  };
}
