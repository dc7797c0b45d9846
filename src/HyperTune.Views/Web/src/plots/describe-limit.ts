import type { Limit, LimitKey } from "../state/filter";
import type { Study } from "../study/study";
import { type Domain, metricDomain, parameterDomain, trialDomain } from "./domain";

/** A limit in words: `0.008 to 0.06`, `up to 0.955`, `Adam or absent`. */
export function describeLimit(domain: Domain, limit: Limit): string {
  const words: string[] = [];
  if (limit.low <= limit.high) {
    const { format } = domain;
    const chosen = domain.slots?.filter(v => v >= limit.low && v <= limit.high) ?? [];
    const isLowest = limit.low === -Infinity;
    const isHighest = limit.high === Infinity;
    words.push(
      limit.low === limit.high ? format(limit.low)
        // Choices have no order: a few are named, not their ends.
        : chosen.length > 1 && chosen.length <= 3 ? chosen.map(format).join(" or ")
        : isLowest && isHighest ? "any value"
          : isLowest ? `up to ${format(limit.high)}`
            : isHighest ? `from ${format(limit.low)}`
              : `${format(limit.low)} to ${format(limit.high)}`);
  }
  if (limit.absent) {
    words.push("absent");
  }
  return words.join(" or ");
}

/** The domain that a limit is on. */
export function domainOf(study: Study, key: LimitKey): Domain {
  const index = Number(key.slice(1));
  return key === "trial" ? trialDomain(study) : key.startsWith("p") ? parameterDomain(study, index) : metricDomain(study, index);
}
