/** Classes of elements: a list in trees of HTML, and nothing where there are none. */
import type { Properties } from "hast";

export function classNames({ className }: Properties): readonly string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

export function hasClass(properties: Properties, name: string): boolean {
  return classNames(properties).includes(name);
}

/** The properties with more classes, behind those that are there; the same when there are none to add. */
export function withClasses(properties: Properties, ...names: readonly string[]): Properties {
  return names.length === 0
    ? properties
    : { ...properties, className: [...classNames(properties), ...names] };
}
