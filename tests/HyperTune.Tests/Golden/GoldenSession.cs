namespace HyperTune.Tests;

/// <summary>
/// A study by hand, through what users call and nothing else: trials in groups of three that are told last to first, of which some are pruned, some
/// fail and some end without a number; two configs are enqueued. What happens to a trial depends on its number and config only.
/// </summary>
internal sealed class GoldenSession<T>(StudyOptions options) : IGoldenSession
    where T : ISearchSpace<T>
{
    private const int GroupSize = 3;
    private const int SecondEnqueued = 12;

    private Study<T> _study = Study.Minimize<T>(options);

    /// <summary>The trial's number, its state, its value, and the entries of its vector.</summary>
    public IReadOnlyList<string> Lines => [.. _study.Trials.Select(static trial =>
        GoldenText.Line(trial.Number, trial.State, trial.Value, Encode(trial.Config)))];

    /// <summary>Goes on until there are so many trials, or the strategy has nothing left.</summary>
    public async Task AdvanceAsync(int trials)
    {
        while (_study.Trials.Count < trials)
        {
            Enqueue(_study.Trials.Count);
            var group = new List<Trial<T>>();
            while (group.Count < GroupSize && await _study.TryAskAsync() is { } trial)
            {
                group.Add(trial);
            }

            foreach (Trial<T> trial in Enumerable.Reverse(group))
            {
                await TellAsync(trial);
            }

            if (group.Count < GroupSize)
            {
                return;
            }
        }
    }

    /// <summary>Gives up the study and opens it again, as another process would.</summary>
    public void Reopen() => _study = Study.Minimize<T>(options);

    public void Run(int trials) => _study.Run(static config => Loss(config), trials);

    private static double[] Encode(T config)
    {
        double[] vector = new double[T.Space.DimensionCount];
        T.Space.Encode(config, vector);
        return vector;
    }

    private static double Loss(T config) => ConformanceSpaces.Loss(T.Space, Encode(config));

    private void Enqueue(int trialCount)
    {
        if (trialCount == 0)
        {
            _study.Enqueue(T.Space.Default);
        }
        else if (trialCount == SecondEnqueued)
        {
            var random = new RandomStream(23);
            _study.Enqueue(T.Space.Sample(ref random));
        }
    }

    private async Task TellAsync(Trial<T> trial)
    {
        double loss = Loss(trial.Config);
        switch (trial.Number % 13)
        {
            case 4:
                await _study.TellAsync(trial, TrialOutcome.Failed("on purpose"));
                break;
            case 6 or 11:
                for (int step = 0; step < trial.Number % 5; step++)
                {
                    trial.Report(step, loss + (0.5 / (step + 1)));
                }

                await _study.TellAsync(trial, TrialOutcome.Pruned);
                break;
            case 9:
                await _study.TellAsync(trial, double.NaN);
                break;
            default:
                await _study.TellAsync(trial, loss);
                break;
        }
    }
}
