// What the scripts of a page share, for the type checker.
interface Window {
  playbookWords?: {
    lang?: string;
    plural?: Record<string, number>;
    words?: Record<string, string | string[]>;
  };
}
declare function playbookText(text: string, values?: Record<string, string | number>): string;
declare function playbookPlural(
  one: string,
  many: string,
  n: number,
  values?: Record<string, string | number>,
): string;
declare const playbookKept: {
  read(key: string): any;
  write(key: string, value: unknown): void;
};
declare function playbookSay(text: string): void;
interface Window {
  playbookText: typeof playbookText;
  playbookPlural: typeof playbookPlural;
  playbookKept: typeof playbookKept;
  playbookSay: typeof playbookSay;
}
