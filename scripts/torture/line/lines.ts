import type { FaultyLine } from './faulty-line.ts';

/** Several lines as one: the same weather on all of them, and one cable that carries them. */
export function asOne(lines: readonly FaultyLine[]): Omit<FaultyLine, 'url'> {
  return {
    setWeather: (weather) => lines.forEach((line) => line.setWeather(weather)),
    setCable: async (cable) => void (await Promise.all(lines.map((line) => line.setCable(cable)))),
    quiet: async () => void (await Promise.all(lines.map((line) => line.quiet()))),
    close: async () => void (await Promise.all(lines.map((line) => line.close()))),
  };
}
