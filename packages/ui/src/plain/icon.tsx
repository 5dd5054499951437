import { type IconName, type IconShape, iconShapes } from './icon-shapes.ts';

interface IconProps {
  readonly name: IconName;
  /** In pixels; 20 beside text, 16 in rows and tags, 24 on the tablet. */
  readonly size?: 16 | 20 | 24;
}

/** A picture beside a word: never the only carrier of a meaning, so it is hidden from screen readers. */
export function Icon({ name, size = 20 }: IconProps) {
  const shape: IconShape = iconShapes[name];
  return (
    <svg
      className="kc-icon"
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={shape.width ?? 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shape.dashed && <path d={shape.dashed} strokeDasharray="2.6 2.4" />}
      {shape.line && <path d={shape.line} />}
      {shape.fill && <path d={shape.fill} fill="currentColor" />}
    </svg>
  );
}
