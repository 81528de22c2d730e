// The text of a made report, with the place of every figure in it, so that one can be changed afterwards.

/** FigureKind: what kind of figure stands somewhere, as the measurement counts them. */
export type FigureKind =
  | "表中金额"
  | "表中个数"
  | "说明金额"
  | "说明占比"
  | "说明增减额"
  | "说明增减率"
  | "说明完成率"
  | "说明个数"
  | "自评资金"
  | "自评执行率"
  | "自评执行得分"
  | "自评分值"
  | "自评得分"
  | "自评总分";

/** Mark: a printed figure that an error can be put into. */
export interface Mark {
  readonly kind: FigureKind;
  /** Table, sentence or form it stands in, in Chinese: what a finding may name instead of the cell. */
  readonly where: string;
  readonly label: string;
  /** A change up to this size, in the figure's own unit, may pass for rounding. */
  readonly envelope: number;
}

/** Piece: words, or a figure with its mark. */
export type Piece = string | { readonly text: string; readonly mark: Mark };

/** Spot: where a marked figure stands; the line counts from 1. */
export interface Spot extends Mark {
  readonly line: number;
  /** Cell of a table row, from 1. */
  readonly column: number;
  readonly start: number;
  readonly text: string;
}

/** ReportText: lines and the figures in them. */
export interface ReportText {
  readonly lines: readonly string[];
  readonly spots: readonly Spot[];
}

/** TextBuilder: gathers lines in their order. */
export interface TextBuilder {
  /** A line of these pieces. */
  readonly line: (...pieces: readonly Piece[]) => void;
  /** A paragraph and the blank line after it. */
  readonly paragraph: (...pieces: readonly Piece[]) => void;
  /** A table row: cells between tabs. */
  readonly row: (cells: readonly Piece[]) => void;
  readonly finish: () => ReportText;
}

const pieceText = (piece: Piece): string => (typeof piece === "string" ? piece : piece.text);

export function textBuilder(): TextBuilder {
  const lines: string[] = [];
  const spots: Spot[] = [];
  const line = (...pieces: readonly Piece[]): void => {
    let text = "";
    for (const piece of pieces) {
      if (typeof piece !== "string") {
        spots.push({
          ...piece.mark,
          line: lines.length + 1,
          column: text.split("\t").length,
          start: text.length,
          text: piece.text,
        });
      }
      text += pieceText(piece);
    }
    lines.push(text);
  };
  return {
    line,
    paragraph: (...pieces) => {
      line(...pieces);
      line("");
    },
    row: (cells) => line(...cells.flatMap((cell, index) => (index === 0 ? [cell] : ["\t", cell]))),
    finish: () => ({ lines, spots }),
  };
}
