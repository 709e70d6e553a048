/** The packages that bring no types along; what is called on them stands in the tables of the page. */
declare module 'moment-business-time'
declare module 'luxon-business-days' {
  interface BusinessDateTime {
    setupBusiness(setup: { readonly businessDays?: readonly number[]; readonly holidayMatchers?: readonly unknown[] }): void
    clearBusinessSetup(): void
    toMillis(): number
  }
  const luxonBusinessDays: {
    readonly DateTime: { fromISO(text: string, options: { readonly zone: string }): BusinessDateTime }
  }
  export default luxonBusinessDays
}
