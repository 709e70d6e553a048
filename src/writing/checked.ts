/** An agreement in writing may be asked for by its document as well. */
import { type Agreement, isAgreement, parseAgreement } from '../agreement/agreement.ts'
import type { AgreementDocument } from '../agreement/document.ts'
import { valueOf } from '../errors.ts'

/** Returns the checked agreement. **Errors** throws `LeadSlaError` with every mistake of the document. */
export function checked(agreement: Agreement | AgreementDocument): Agreement {
  return isAgreement(agreement) ? agreement : valueOf(parseAgreement(agreement))
}
