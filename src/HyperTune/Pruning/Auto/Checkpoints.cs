namespace HyperTune.Pruning.Auto;

/// <summary>
/// When trials are judged, and what the completed ones looked like then: a few times between a third of the way and its end, since looking often would stop more
/// trials by mistake.
/// </summary>
/// <param name="lastStep">The step of the last report; <see langword="null"/> for the largest one that a completed trial has made.</param>
internal sealed class Checkpoints(int? lastStep)
{
    // Of the way; 0.37 rather than a third, so that rounding does not come before it.
    private static readonly double[] Shares = [0.37, 0.48, 0.6, 0.7, 0.8];

    private const int MostReports = 512;

    private readonly Queue<(TrialCurve Curve, double Final)> _completed = new();
    private readonly List<(double Time, FinalLossModel Model)> _checks = [];
    private double _longest;

    /// <summary>When trials end; 0 while that is not known.</summary>
    public double End { get; private set; } = (lastStep ?? -1) + 1.0;

    /// <summary>Adds a completed trial.</summary>
    public void Add(ReadOnlySpan<TrialReport> reports, double final, PrunerContext context)
    {
        TrialCurve curve = TrialCurve.Of(reports, context, MostReports);
        if (_completed.Count == FinalLossModel.Capacity)
        {
            _completed.Dequeue();
        }

        _completed.Enqueue((curve, final));
        if (curve.LastTime > _longest)
        {
            _longest = curve.LastTime;
            End = lastStep is null ? _longest : End;
            Place(curve);
        }
        else
        {
            Learn(curve, final);
        }
    }

    /// <summary>The last check that came due between two times.</summary>
    /// <param name="after">The earlier time, itself not included.</param>
    /// <param name="until">The later time, included.</param>
    /// <param name="time">The time of the check.</param>
    /// <returns><see langword="null"/> where there is none.</returns>
    public FinalLossModel? Due(double after, double until, out double time)
    {
        for (int i = _checks.Count - 1; i >= 0; i--)
        {
            if (_checks[i].Time <= until)
            {
                time = _checks[i].Time;
                return time > after ? _checks[i].Model : null;
            }
        }

        time = 0;
        return null;
    }

    // At the times of a curve as long as any, so that trials which report less often are judged by reports of the same step.
    private void Place(TrialCurve longest)
    {
        _checks.Clear();
        foreach (double share in Shares)
        {
            int place = longest.LastPlace(share * End);
            if (place < 0 || longest.Times[place] < share * End)
            {
                place++;
            }

            double time = place < longest.Count ? longest.Times[place] : End;
            if (time < End && (_checks.Count == 0 || time > _checks[^1].Time))
            {
                _checks.Add((time, new FinalLossModel()));
            }
        }

        foreach ((TrialCurve curve, double final) in _completed)
        {
            Learn(curve, final);
        }
    }

    // One that ended before a check did not look like anything at it.
    private void Learn(TrialCurve curve, double final)
    {
        foreach ((double time, FinalLossModel model) in _checks)
        {
            if (curve.LastTime >= time && curve.Times[0] <= time)
            {
                model.Add(curve.At(time, End), final);
            }
        }
    }
}
