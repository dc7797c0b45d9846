namespace HyperTune.Cli.Output;

/// <summary>What the trials of a study add up to, gathered in one pass over them.</summary>
internal sealed class TrialTotals
{
    private readonly int[] _states = new int[TrialStates.Count];
    private int _all;
    private int _excluded;

    private TrialTotals()
    {
    }

    /// <summary>When the first one started; <see langword="null"/> where none has.</summary>
    public DateTimeOffset? FirstStart { get; private set; }

    /// <summary>When the last one started.</summary>
    public DateTimeOffset LastStart { get; private set; }

    /// <summary>The time that all took together.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>Adds the trials of a study up.</summary>
    public static TrialTotals Of(RestoredStudy study)
    {
        var totals = new TrialTotals();
        foreach (TrialRecord<RestoredConfig> trial in study.Result.Trials)
        {
            totals.Add(trial);
        }

        return totals;
    }

    /// <summary>How many trials there are, and in which states.</summary>
    public override string ToString()
    {
        IEnumerable<string> states = Enum.GetValues<TrialState>()
            .Where(state => _states[(int)state] > 0)
            .OrderByDescending(static state => TrialStates.IsEnd(state))
            .Select(state => $"{_states[(int)state]} {TrialStates.Word(state)}");
        string taken = _excluded == 0 ? "" : $"; {_excluded} excluded";
        return _all == 0 ? "0" : $"{_all} ({string.Join(", ", states)}{taken})";
    }

    private void Add(TrialRecord<RestoredConfig> trial)
    {
        _all++;
        _states[(int)trial.State]++;
        _excluded += trial.IsExcluded ? 1 : 0;
        if (trial.State != TrialState.Waiting && trial.StartedAt.Ticks > 0)
        {
            FirstStart = FirstStart is { } earlier && earlier <= trial.StartedAt ? earlier : trial.StartedAt;
            LastStart = trial.StartedAt > LastStart ? trial.StartedAt : LastStart;
            Spent += trial.Duration.GetValueOrDefault();
        }
    }
}
