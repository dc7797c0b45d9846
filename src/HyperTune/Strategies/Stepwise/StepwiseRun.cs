using System.Collections.Immutable;
using System.Numerics;
using HyperTune.Spaces.Coding;
using HyperTune.Spaces.Enumeration;
using HyperTune.Spaces.Narrowed;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Stepwise;

/// <summary>The strategy of one step after the other at work, each over the space in which only its parameters are open.</summary>
/// <remarks>Which step a trial belongs to, and what the others are fixed at, follow from its number and the results before the step; so nothing depends on the order of calls.</remarks>
internal sealed class StepwiseRun(StrategyContext context, ImmutableArray<TuningStep> steps, ImmutableArray<ImmutableHashSet<int>> groups) : StrategyRun
{
    // Of a space of 100 configs, the last untried one is missed once in 20,000 times.
    private const int MostDraws = 1000;

    private const int LargestWalk = 10_000;

    private readonly TrialReplay _replay = new();
    private readonly KnownTrials _known = new();
    private readonly TriedConfigs _tried = new(new UnitCube(context.Space));

    // How many trials a step took whose strategy had nothing left before its end.
    private readonly Dictionary<int, int> _shortened = [];

    // How many configs a step has, for the values that the others were fixed at last.
    private readonly Dictionary<int, (double[] Start, BigInteger? Count)> _counts = [];
    private StrategyRun? _run;
    private int _step = -1;
    private double[] _base = [];
    private string? _decision;

    public override string? Decision => _decision;

    public override string? Explanation => _run?.Explanation is { } explanation ? $"{_decision} {explanation}" : _decision;

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        int begin = 0;
        for (int step = 0; step < steps.Length; step++)
        {
            double[] start = _known.BestBefore(begin) is { } best ? Inside(best.Vector.Span) : Inside([.. context.Space.Parameters.Select(static parameter => parameter.DefaultValue)]);
            SearchSpace space = SpaceParts.FixAllBut(context.Space, groups[step], start);
            int length = LengthOf(step, space, start, begin);
            if (trialNumber < begin + length)
            {
                Enter(step, space, start, begin + length);
                if (_run!.TrySuggest(trialNumber, vector, cancellationToken) && (!_tried.Contains(vector) || TryDrawUntried(space, trialNumber, vector) || CountOf(step, space, start) is null))
                {
                    return true;
                }

                length = _shortened[step] = trialNumber - begin;
            }

            begin += length;
        }

        return false;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        _replay.Announce(trialNumber, vector);
        _tried.Add(vector);
        _run?.Announce(trialNumber, vector);
    }

    public override void Tell(in TrialResult result)
    {
        _replay.Tell(in result);
        _known.Add(in result);
        _tried.Add(result.Vector.Span);
        _run?.Tell(in result);
    }

    // None where there is nothing to tune: the parameters do not exist beside the others' values, or all their configs have been tried.
    private int LengthOf(int step, SearchSpace space, double[] start, int begin)
    {
        if (_shortened.TryGetValue(step, out int shortened))
        {
            return shortened;
        }

        bool isActive = groups[step].Any(index => !double.IsNaN(start[index]) && !space.Parameters[index].Distribution.IsConstant);
        BigInteger? left = CountOf(step, space, start) is { } configs ? configs - _known.CountIn(space, begin) : null;
        return !isActive ? 0 : (int)BigInteger.Min(steps[step].Trials, BigInteger.Max(0, left ?? steps[step].Trials));
    }

    private BigInteger? CountOf(int step, SearchSpace space, double[] start)
    {
        if (!_counts.TryGetValue(step, out (double[] Start, BigInteger? Count) known) || !known.Start.AsSpan().SequenceEqual(start))
        {
            _counts[step] = known = (start, CountOf(space));
        }

        return known.Count;
    }

    // How many configs there are; null where nobody can count them.
    private static BigInteger? CountOf(SearchSpace space)
    {
        Parameter[] open = [.. space.Parameters.Where(static parameter => !parameter.Distribution.IsConstant)];
        if (open.Length > 0 && Array.TrueForAll(open, static parameter => parameter.Keys is not null))
        {
            return open
                .GroupBy(static parameter => parameter.Keys)
                .Aggregate(BigInteger.One, static (product, keys) => Enumerable.Range(1, keys.Count()).Aggregate(product, static (all, factor) => all * factor));
        }

        if (space.Cardinality is not { } count || count > LargestWalk || !space.Parameters.Any(static parameter => parameter.Bound is not null))
        {
            return space.Cardinality;
        }

        var all = new SpaceEnumeration(space.Parameters);
        double[] vector = new double[space.DimensionCount];
        int allowed = 0;
        for (int place = 0; place < (int)count; place++)
        {
            all.Unrank(place, vector);
            allowed += space.FindBeyondBound(vector) is null ? 1 : 0;
        }

        return allowed;
    }

    // Orders, and ranges that another value cuts, have fewer configs than the strategy of a step can count; it repeats them then.
    private bool TryDrawUntried(SearchSpace space, int trialNumber, Span<double> vector)
    {
        var random = new RandomStream(context.Seed, (ulong)trialNumber);
        for (int draw = 0; draw < MostDraws; draw++)
        {
            space.SampleVector(ref random, vector);
            if (!_tried.Contains(vector) && space.FindViolatedConstraint(vector) is null)
            {
                return true;
            }
        }

        return false;
    }

    private double[] Inside(ReadOnlySpan<double> vector)
    {
        double[] inside = vector.ToArray();
        foreach (Parameter parameter in context.Space.Parameters)
        {
            ref double value = ref inside[parameter.Index];
            value = double.IsNaN(value) || parameter.Distribution.Contains(value) ? value : parameter.Distribution.Snap(value);
        }

        context.Space.Normalize(inside);
        context.Space.Settle(inside);
        context.Space.MoveWithinBounds(inside);
        return inside;
    }

    private void Enter(int step, SearchSpace space, double[] start, int end)
    {
        if (step == _step && start.AsSpan().SequenceEqual(_base))
        {
            return;
        }

        (_step, _base) = (step, start);
        string names = string.Join(", ", steps[step].Parameters.Select(static parameter => parameter.Name));
        _decision = $"Stepwise: step {step + 1} of {steps.Length} tunes {names}.";
        _run = steps[step].Strategy.Start(new StrategyContext
        {
            Space = space,
            Seed = RandomStream.Derive(context.Seed, (ulong)step),
            TrialBudget = end,
            Parallelism = context.Parallelism,
            ObjectiveCount = context.ObjectiveCount,
            IsDeterministic = context.IsDeterministic,
            HasOutsideTrials = true,
        });
        _replay.Replay(_run);
    }
}
