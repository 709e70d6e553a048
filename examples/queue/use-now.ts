/** The time, for a page that counts down: it changes when something on the page does, and at no other moment. */
import { useEffect, useState } from 'react'

/** A timer of a browser holds no longer than this. */
const longestTimerMs = 2 ** 31 - 1

/**
 * Returns now, and renders again at `next(now)`: the instant at which the page will read otherwise, or `null` when it never will. So a
 * queue in which everything is due tomorrow wakes up once a minute, and one with nothing in it sleeps.
 */
export function useNow(next: (now: number) => number | null): number {
  const [now, setNow] = useState(() => Date.now())
  const at = next(now)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    // A tab in the background is slowed down or stopped; when somebody looks at it again, it must be right at once.
    document.addEventListener('visibilitychange', tick)
    const timer = at === null ? undefined : setTimeout(tick, Math.min(Math.max(at - Date.now(), 0), longestTimerMs))
    return () => {
      document.removeEventListener('visibilitychange', tick)
      clearTimeout(timer)
    }
  }, [at])
  return now
}
