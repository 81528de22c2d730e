// The part of cli-progress that the command line uses; the package ships no types.
declare module "cli-progress" {
  export class SingleBar {
    constructor(options: Readonly<Record<string, unknown>>, preset: unknown);
    start(total: number, start: number): void;
    update(value: number): void;
    stop(): void;
  }
  export const Presets: Readonly<Record<"shades_classic", unknown>>;
}
