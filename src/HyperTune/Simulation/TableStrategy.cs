using HyperTune.Strategies.Random;

namespace HyperTune.Simulation;

/// <summary>
/// A strategy over the rows of a table, each of which is tried once: another strategy's suggestion counts as the nearest untried row. Random search draws a row.
/// One simulation uses it.
/// </summary>
internal sealed class TableStrategy(Strategy inner, RowCoordinates rows, int? trialBudget) : Strategy
{
    private readonly Dictionary<int, int> _rowOfTrial = [];

    public override string ToString() => inner.ToString();

    public override StrategyRun Start(StrategyContext context)
        => new Run(this, context, inner is RandomStrategy ? null : inner.Start(context.For(context.Seed, firstTrial: 0, Math.Min(trialBudget ?? rows.Count, rows.Count))));

    /// <summary>The row that a trial tries.</summary>
    public int RowOf(int trialNumber) => _rowOfTrial[trialNumber];

    private sealed class Run(TableStrategy table, StrategyContext context, StrategyRun? inner) : StrategyRun
    {
        private readonly List<int> _untried = [.. Enumerable.Range(0, table.Rows.Count)];

        public override string? Explanation => inner?.Explanation;

        public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
        {
            if (_untried.Count == 0 || inner?.TrySuggest(trialNumber, vector, cancellationToken) == false)
            {
                return false;
            }

            int row = inner is null
                ? _untried[(int)new RandomStream(context.Seed, (ulong)trialNumber).NextInteger(_untried.Count)]
                : table.Rows.Nearest(vector, _untried);
            _untried.Remove(row);
            table._rowOfTrial[trialNumber] = row;
            table.Rows.Vector(row).CopyTo(vector);
            return true;
        }

        public override void Announce(int trialNumber, ReadOnlySpan<double> vector) => inner?.Announce(trialNumber, vector);

        public override void Tell(in TrialResult result) => inner?.Tell(in result);
    }

    private RowCoordinates Rows => rows;
}
