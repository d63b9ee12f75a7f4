/**
 * The functions of CSS that fetch nothing, in values, selectors and conditions.
 *
 * What is not in this list is taken for one that does: browsers learn new ones.
 */
const LIST = `
  calc calc-size min max clamp round mod rem sin cos tan asin acos atan atan2 pow sqrt hypot log exp abs sign
  var env counter counters format local tech
  rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark device-cmyk icc-color
  linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient
  repeating-conic-gradient -webkit-linear-gradient -webkit-radial-gradient -moz-linear-gradient
  matrix matrix3d translate translatex translatey translatez translate3d rotate rotatex rotatey rotatez
  rotate3d scale scalex scaley scalez scale3d skew skewx skewy perspective
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia alpha
  circle ellipse inset rect xywh polygon path shape ray fit-content minmax repeat
  cubic-bezier steps linear frames
  stylistic styleset character-variant swash ornaments annotation symbols leader target-counter
  target-counters target-text string content element running
  not is where has matches any -webkit-any -moz-any nth-child nth-last-child nth-of-type nth-last-of-type
  nth-col nth-last-col lang dir host host-context slotted part cue current nth state highlight
  selector font-tech font-format style layer supports and or`;

export const SELF_CONTAINED_FUNCTIONS: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/));
