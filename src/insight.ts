/** `lead-sla/insight`: what past events teach about the targets of an agreement, and what another agreement would have made of them. */

export type { AnyAgreement } from './agreement/versions.ts'
export { type Issue, type IssueCode, type IssuePath, issueCodes, LeadSlaError, type Parsed } from './errors.ts'
export {
  type Backtest,
  type BacktestOptions,
  backtest,
  beginBacktest,
  type RunningBacktest,
} from './insight/backtest/backtest.ts'
export type { Difference, Figures, Flip, Standing } from './insight/backtest/flip.ts'
export type { PeriodFlip } from './insight/backtest/period-flips.ts'
export { type Clocks, calibrate } from './insight/calibrate/calibrate.ts'
export type { CalibrateOptions } from './insight/calibrate/calibrate-options.ts'
export type {
  Calibration,
  ClauseCalibration,
  Distribution,
  NoSuggestion,
  Season,
  SegmentCalibration,
  Suggestion,
} from './insight/calibrate/calibration.ts'
export type {
  ClauseClocks,
  ClockSample,
  SegmentBy,
  SegmentColumn,
  SegmentValue,
} from './insight/calibrate/clock-sample.ts'
export { seededRandom } from './insight/simulate/seeded-random.ts'
export {
  type OverRuns,
  type SimulatedCase,
  type SimulateOptions,
  type Simulation,
  simulate,
} from './insight/simulate/simulate.ts'
export {
  kaplanMeier,
  type ShareEstimate,
  type SurvivalStep,
  type TimeEstimate,
} from './insight/statistics/survival.ts'
export { applyPatch, type PatchOperation } from './revision/json-patch.ts'
