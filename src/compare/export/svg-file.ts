/** A drawing of the page as a file that needs nothing else: colours, sizes and faces stand in it, not in style sheets. */
import fontFile from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import numberFontFile from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';

/** What of an element's style makes its looks in a drawing; all of these are also attributes of SVG. */
const kept = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** Which elements are drawn at all. */
const drawn = 'rect, line, path, text, tspan';

/** The faces that the page uses, by the names that its style sheets give them. */
const faces = [
  { family: 'Atkinson Hyperlegible Next', file: fontFile, weights: '200 800' },
  { family: 'JetBrains Mono', file: numberFontFile, weights: '100 800' },
];

/** The text of an SVG file of a drawing that is in the page; its looks are those of the present theme. */
export async function svgText(drawing: SVGSVGElement): Promise<string> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll(drawn)];
  const copies = [copy, ...copy.querySelectorAll(drawn)];
  for (const [index, original] of originals.entries()) {
    const style = getComputedStyle(original);
    for (const name of kept) {
      const value = style.getPropertyValue(name);
      if (value !== '') copies[index]?.setAttribute(name, value);
    }
  }
  for (const each of [copy, ...copy.querySelectorAll('*')]) {
    each.removeAttribute('class');
    each.removeAttribute('style');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const styleElement = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  styleElement.textContent = await fontFaces();
  copy.prepend(styleElement);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

let fonts: Promise<string> | undefined;

/** Without the faces the drawing can still be read, in those of the reader's system. */
function fontFaces(): Promise<string> {
  fonts ??= Promise.all(
    faces.map(async ({ family, file, weights }) => {
      const blob = await (await fetch(file)).blob();
      return `@font-face{font-family:'${family}';font-weight:${weights};src:url(${await dataUrl(blob)}) format('woff2');}`;
    }),
  )
    .then((rules) => rules.join(''))
    .catch(() => '');
  return fonts;
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'));
    reader.readAsDataURL(blob);
  });
}

/** Dots of a picture for each of the drawing. Our choice: sharp on paper and on fine screens. */
const PNG_SCALE = 2;

/** The picture of an SVG file. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * PNG_SCALE;
    canvas.height = height * PNG_SCALE;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('the browser gives no canvas');
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser makes no PNG'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
