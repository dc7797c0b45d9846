using System.Globalization;
using System.Numerics;
using HyperTune.Spaces.Enumeration;

namespace HyperTune.Strategies.Grid;

/// <summary>Walks the points of a grid with a cursor.</summary>
/// <remarks>
/// The next point goes to whoever asks next, whatever the trial's number, so that trials the user enqueues leave no holes. Announced or told trials
/// that this run did not suggest, the user's own or those of an earlier session, use up the grid point they lie on, if any.
/// </remarks>
internal sealed class GridRun(StrategyContext context, SpaceEnumeration points, bool shuffle) : StrategyRun
{
    private readonly GridOrder? _order = shuffle ? new GridOrder(points.Count, context.Seed) : null;
    private readonly HashSet<BigInteger> _used = [];
    private BigInteger _cursor = BigInteger.Zero;
    private BigInteger _suggested = BigInteger.Zero;
    private BigInteger _refused = BigInteger.Zero;

    public override string Explanation
        => string.Create(
            CultureInfo.InvariantCulture,
            $"Grid of {points.Count} points: {_suggested} suggested, {_refused} skipped because they break a constraint.");

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        SearchSpace space = context.Space;
        string? violated = null;
        while (_cursor < points.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            BigInteger rank = _order is null ? _cursor : _order[_cursor];
            _cursor++;
            if (_used.Contains(rank))
            {
                continue;
            }

            points.Unrank(rank, vector);
            violated = space.FindBeyondBound(vector) is { Bound: { } bound } parameter ? $"{parameter.Name} {bound}" : space.FindViolatedConstraint(vector);
            if (violated is null)
            {
                _suggested++;
                return true;
            }

            _refused++;
        }

        if (_refused == points.Count)
        {
            string lastViolation = violated is null ? "" : $"; the last one broke '{violated}'";
            throw new ConstraintException(string.Create(
                CultureInfo.InvariantCulture,
                $"None of the grid's {points.Count} points in the search space '{space.Name}' satisfies its constraints{lastViolation}. ")
                + "Use a finer grid, or widen the constraint.");
        }

        return false;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector) => Use(vector);

    public override void Tell(in TrialResult result) => Use(result.Vector.Span);

    private void Use(ReadOnlySpan<double> vector)
    {
        if (points.Rank(vector) is { } rank)
        {
            _used.Add(rank);
        }
    }
}
