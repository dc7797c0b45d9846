using System.Collections.Immutable;

namespace HyperTune.Pruning.Combined;

/// <summary>Several pruners as one: all of them have to agree, or one of them is enough.</summary>
internal sealed class CombinedPruner : Pruner
{
    private readonly ImmutableArray<Pruner> _parts;
    private readonly bool _needsAll;

    public CombinedPruner(ReadOnlySpan<Pruner> parts, bool needsAll)
    {
        if (parts.IsEmpty)
        {
            throw new ArgumentException("There is no pruner to combine.", nameof(parts));
        }

        foreach (Pruner part in parts)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
            if (part is MetricPruner)
            {
                throw new ArgumentException(
                    $"'{part}' judges a metric of its own, but pruners that are combined judge the same one: say {nameof(By)} of the combination.", nameof(parts));
            }
        }

        _parts = [.. parts];
        _needsAll = needsAll;
    }

    public override string ToString() => $"{(_needsAll ? "AllOf" : "AnyOf")}({string.Join(", ", _parts)})";

    public override PrunerRun Start(PrunerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Run([.. _parts.Select(part => part.Start(context))], _needsAll);
    }

    private sealed class Run(PrunerRun[] parts, bool needsAll) : PrunerRun
    {
        public override string? Explanation
            => string.Join("; ", parts.Select(static part => part.Explanation).OfType<string>()) is { Length: > 0 } text ? text : null;

        // Every part is asked each time, whatever the others say: what one remembers of being asked is not to depend on them.
        public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
        {
            int votes = 0;
            foreach (PrunerRun part in parts)
            {
                votes += part.ShouldPrune(trialNumber, reports) ? 1 : 0;
            }

            return needsAll ? votes == parts.Length : votes > 0;
        }

        public override double? PredictFinal(int trialNumber, ReadOnlySpan<TrialReport> reports)
        {
            foreach (PrunerRun part in parts)
            {
                if (part.PredictFinal(trialNumber, reports) is { } value)
                {
                    return value;
                }
            }

            return null;
        }

        public override void Report(int trialNumber, TrialReport report)
        {
            foreach (PrunerRun part in parts)
            {
                part.Report(trialNumber, report);
            }
        }

        public override void Tell(int trialNumber, TrialState state, double value, ReadOnlySpan<TrialReport> reports)
        {
            foreach (PrunerRun part in parts)
            {
                part.Tell(trialNumber, state, value, reports);
            }
        }
    }
}
