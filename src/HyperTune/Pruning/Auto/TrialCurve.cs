namespace HyperTune.Pruning.Auto;

/// <summary>The progress of a trial: losses at ascending times. A step's time is its number plus 1, so that no time is 0.</summary>
internal sealed class TrialCurve
{
    private double[] _times;
    private double[] _losses;

    public TrialCurve(int capacity = 8)
    {
        _times = new double[capacity];
        _losses = new double[capacity];
    }

    public int Count { get; private set; }

    /// <summary>The last time; 0 without values.</summary>
    public double LastTime => Count == 0 ? 0 : _times[Count - 1];

    public ReadOnlySpan<double> Times => _times.AsSpan(0, Count);

    public ReadOnlySpan<double> Losses => _losses.AsSpan(0, Count);

    /// <summary>A curve with at most so many of the reports, evenly chosen, first and last included.</summary>
    public static TrialCurve Of(ReadOnlySpan<TrialReport> reports, PrunerContext context, int most)
    {
        int count = Math.Min(reports.Length, most);
        var curve = new TrialCurve(count);
        for (int i = 0; i < count; i++)
        {
            int place = count == 1 ? reports.Length - 1 : (int)((long)i * (reports.Length - 1) / (count - 1));
            curve.Add(reports[place].Step + 1.0, context.ToLoss(reports[place].Value));
        }

        return curve;
    }

    /// <summary>Adds a value; one of an earlier time is put into its place.</summary>
    public void Add(double time, double loss)
    {
        if (Count == _times.Length)
        {
            Array.Resize(ref _times, 2 * Count);
            Array.Resize(ref _losses, 2 * Count);
        }

        int place = Count;
        for (; place > 0 && _times[place - 1] > time; place--)
        {
            _times[place] = _times[place - 1];
            _losses[place] = _losses[place - 1];
        }

        _times[place] = time;
        _losses[place] = double.IsNaN(loss) ? double.PositiveInfinity : loss;
        Count++;
    }

    /// <summary>What is known of the trial at a time, and nothing of what came later.</summary>
    /// <param name="time">The time; the curve begins by then.</param>
    /// <param name="end">The time of the end.</param>
    public CurvePoint At(double time, double end)
    {
        int last = LastPlace(time);
        double loss = _losses[last];
        double before = _losses[Math.Max(0, LastPlace(time / 2))];
        return new CurvePoint(loss, loss - before, PowerLaw.Predict(_times.AsSpan(0, last + 1), _losses.AsSpan(0, last + 1), end));
    }

    /// <summary>The place of the last value by a time; -1 where there is none.</summary>
    public int LastPlace(double time)
    {
        int place = Times.BinarySearch(time);
        return place >= 0 ? place : ~place - 1;
    }
}
