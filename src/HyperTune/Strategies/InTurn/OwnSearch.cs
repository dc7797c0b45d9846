namespace HyperTune.Strategies.InTurn;

/// <summary>A search that knows its own trials only: those at certain places of each turn. It numbers them from 0 on.</summary>
/// <param name="run">The search.</param>
/// <param name="firstTurn">The first turn that it takes part in.</param>
/// <param name="firstPlace">Its first place in a turn.</param>
/// <param name="places">How many places in a row it has.</param>
internal sealed class OwnSearch(StrategyRun run, int firstTurn, int firstPlace, int places)
{
    /// <summary>How many trials a turn has.</summary>
    public const int Turn = 4;

    /// <summary>The first turn in which no trial is an earlier strategy's: when the first one starts, some of these may still run.</summary>
    /// <param name="first">The number of the first trial that is nobody else's.</param>
    /// <param name="parallelism">How many trials run side by side.</param>
    public static int FirstTurn(int first, int parallelism) => (first + parallelism + Turn - 1) / Turn;

    public string? Explanation => run.Explanation;

    /// <summary>Whether a trial is one of its own.</summary>
    public bool Owns(int trialNumber) => OwnNumber(trialNumber) >= 0;

    public bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
        => run.TrySuggest(OwnNumber(trialNumber), vector, cancellationToken);

    public void Announce(int trialNumber, ReadOnlySpan<double> vector) => run.Announce(OwnNumber(trialNumber), vector);

    public void Tell(in TrialResult result) => run.Tell(result with { Number = OwnNumber(result.Number) });

    private int OwnNumber(int trialNumber)
    {
        (int turn, int place) = Math.DivRem(trialNumber, Turn);
        place -= firstPlace;
        return turn < firstTurn || place < 0 || place >= places ? -1 : ((turn - firstTurn) * places) + place;
    }
}
