// The measures of the page after GB/T 9704-2012 (党政机关公文格式), in twips, twentieths of a point.

/** PageGeometry (版面): one orientation's paper and margins. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** From the lower edge of the paper to the page number. */
  readonly footer: number;
  readonly textWidth: number;
}

const TWIPS_PER_MM = 1440 / 25.4;

/** Millimetres as whole twips. */
function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM);
}

/** Points as twips. */
export function twipsOfPoints(points: number): number {
  return Math.round(points * 20);
}

interface PageMeasures {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly footer: number;
}

function geometry(measures: PageMeasures): PageGeometry {
  const { width, height, top, bottom, left, right, footer } = measures;
  return {
    width: twips(width),
    height: twips(height),
    top: twips(top),
    bottom: twips(bottom),
    left: twips(left),
    right: twips(right),
    footer: twips(footer),
    textWidth: twips(width) - twips(left) - twips(right),
  };
}

/** The standard gives 天头 37 mm, 订口 28 mm, a text of 156 × 225 mm, and the number 7 mm below the text. */
const PORTRAIT = geometry({ width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26, footer: 23 });

/** Pages that lie on their side carry wide tables only: the standard says nothing of their margins. */
const LANDSCAPE = geometry({ width: 297, height: 210, top: 28, bottom: 26, left: 20, right: 20, footer: 14 });

/** The geometry of an orientation. */
export function pageGeometry(orientation: "portrait" | "landscape"): PageGeometry {
  return orientation === "portrait" ? PORTRAIT : LANDSCAPE;
}
