import { expect, it } from "vitest";
import { nameOfProject } from "../../../../src/load/outline/name-of-project.js";

it.each([
  ["/work/tides", "tides"],
  ["/work/tides/manuscript", "tides"],
  ["/work/tides/Docs", "tides"],
  ["/work/tides/pt-br", "tides"],
  ["/docs", "docs"],
])("the project in %s has the name %s", (root, name) => expect(nameOfProject(root)).toBe(name));
