namespace HyperTune.State;

/// <summary>
/// The scores on instances that attempts at a trial had found before they were cut short. Whoever runs the trial again need not find them again: what a config
/// scores on a fold does not depend on how the trial went. Few trials are among them.
/// </summary>
internal sealed class KeptScores
{
    private readonly Dictionary<int, SortedDictionary<int, double[]>> _scores = [];
    private readonly HashSet<int> _outdated = [];

    /// <summary>The scores of a trial by instance, one value a metric that is reported or all of them.</summary>
    public IReadOnlyDictionary<int, double[]> Of(int number)
        => _scores.TryGetValue(number, out SortedDictionary<int, double[]>? known) ? new Dictionary<int, double[]>(known) : new Dictionary<int, double[]>();

    /// <summary>Keeps what an attempt reported before it was cut short.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="reports">Its reports.</param>
    /// <param name="metrics">All metrics by step, where they are known.</param>
    public void Keep(int number, ReadOnlySpan<TrialReport> reports, IReadOnlyDictionary<int, double[]>? metrics)
    {
        // What ran before somebody reopened the trial by hand may have been another program.
        if (_outdated.Remove(number))
        {
            return;
        }

        foreach (TrialReport report in reports)
        {
            if (report.Kind == ReportKind.Instance && double.IsFinite(report.Value))
            {
                if (!_scores.TryGetValue(number, out SortedDictionary<int, double[]>? known))
                {
                    _scores.Add(number, known = []);
                }

                known[report.Step] = metrics?.GetValueOrDefault(report.Step) ?? [report.Value];
            }
        }
    }

    /// <summary>Forgets what is kept of a trial, and does not keep what is to be dropped next.</summary>
    public void Discard(int number)
    {
        _scores.Remove(number);
        _outdated.Add(number);
    }

    /// <summary>Forgets what is kept of a trial that ends.</summary>
    public void Close(int number)
    {
        if (_scores.Count > 0)
        {
            _scores.Remove(number);
        }
    }
}
