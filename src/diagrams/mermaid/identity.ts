/** What a picture of Mermaid depends on besides its text and the package: the browser, and the fonts that it measures with. */
import { browserIdentity } from "../../formats/pdf/paginate/browser/identity.js";

export function mermaidIdentity(): Promise<string> {
  return browserIdentity();
}
