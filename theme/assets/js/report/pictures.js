/**
 * The drawings of a summary as pictures, for files that cannot hold the page's own.
 *
 * Each is drawn with the page's style sheet, which a picture cannot see: its looks are written into it first.
 *
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {import('./summary-file.js').Summary} Summary
 * @typedef {import('./word-content.js').Picture} Picture
 */
import { element } from './element.js';
import { figureDrawing } from './figure-drawing.js';
import { renderPathways } from './pathways-drawing.js';

const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];
/** Twice as fine as a screen, so that it is sharp on paper. */
const FINENESS = 2;
/** The largest side that every browser can draw. */
const LARGEST = 8000;

/**
 * @param {Summary} summary
 * @param {AbortSignal} signal
 * @returns {Promise<Map<Block, Picture>>} those that could be drawn
 */
export async function picturesOf(summary, signal) {
  /** @type {Map<Block, Picture>} */
  const pictures = new Map();
  for (const block of summary.parts.flatMap((part) => part.blocks ?? [])) {
    const $drawing = drawingOf(block);
    if (!$drawing) continue;
    signal.throwIfAborted();
    const picture = await pictureOf($drawing).catch(reportError);
    if (picture) pictures.set(block, picture);
  }
  return pictures;
}

/** @param {Block} block */
function drawingOf(block) {
  if (block.type === 'figure') return figureDrawing(block);
  return block.type === 'pathways' ? renderPathways(block, 'picture').querySelector('svg') : null;
}

/**
 * @param {SVGSVGElement} $drawing
 * @returns {Promise<Picture>}
 */
async function pictureOf($drawing) {
  writeLooks($drawing);
  const [width, height] = ['width', 'height'].map((name) => Number($drawing.getAttribute(name)));
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString($drawing)], { type: 'image/svg+xml' }));
  try {
    const $image = new Image();
    $image.src = url;
    await $image.decode();
    const scale = Math.min(FINENESS, LARGEST / Math.max(width, height));
    const $canvas = element('canvas', { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
    const context = /** @type {CanvasRenderingContext2D} */ ($canvas.getContext('2d'));
    // A reader's own colours may be light words on a dark ground.
    context.fillStyle = matchMedia('(forced-colors: active)').matches ? 'Canvas' : 'white';
    context.fillRect(0, 0, $canvas.width, $canvas.height);
    context.drawImage($image, 0, 0, $canvas.width, $canvas.height);
    return { png: await pngOf($canvas), width, height };
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * @param {HTMLCanvasElement} $canvas
 * @returns {Promise<Uint8Array>}
 */
async function pngOf($canvas) {
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => $canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the drawing is too large for this browser');
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * What the page's style sheet says of it, as attributes.
 * @param {SVGSVGElement} $drawing
 */
function writeLooks($drawing) {
  const $board = element('div', { hidden: true });
  $board.append($drawing);
  document.body.append($board);
  for (const $node of [$drawing, ...$drawing.querySelectorAll('*')]) {
    const style = getComputedStyle($node);
    for (const name of LOOKS) $node.setAttribute(name, style.getPropertyValue(name));
  }
  $board.remove();
}
